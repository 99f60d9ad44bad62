// The publication date that "on Wednesday" counts from, and why it is this one.
import {dayWords} from '../date_words.js';
import {strings} from '../strings.js';
import {button} from './element.js';

/** @typedef {import('../report_types.js').Report} Report */
/** @typedef {import('../report_types.js').Show} Show */

/**
 * @param {HTMLInputElement} input
 * @param {HTMLElement} why
 * @param {Report | null} report
 * @param {string} text
 * @param {{show: Show, useArticleDate: () => void, givenWhy: string}} actions
 *     givenWhy: where the given date was found, in words; "" where the reader set it
 */
export function renderPublished(input, why, report, text, {show, useArticleDate, givenWhy}) {
  const words = strings.date;
  const date = report?.reference_date ?? '';
  if (input.value !== date && document.activeElement !== input) input.value = date;
  if (!report) {
    why.replaceChildren();
    return;
  }
  if (report.reference_date_source === 'given') {
    why.replaceChildren(givenWhy || words.given, ' ', button({class: 'link'}, useArticleDate, words.useArticle));
  } else if (report.reference_date_source === 'article') {
    const place = report.reference_date_span;
    const found = place ? text.slice(place.start, place.end) : dayWords(date);
    why.replaceChildren(words.found, ' ', place ? button({
      'class': 'link', 'data-key': 'date', 'title': words.showWords,
    }, () => show({
      key: 'date', kind: 'date', label: words.label, spans: [{start: place.start, end: place.end}], index: 0,
    }), found) : found);
  } else {
    const open = report.times.find(({type, begin}) => type === 'DATE' && begin === null);
    why.replaceChildren(open ? words.noneExample(text.slice(open.start, open.end)) : words.none);
  }
}
