// What is odd about the text, in words, each with a way to the place.
import {strings} from '../strings.js';
import {button, make} from './element.js';

/** @typedef {import('../report_types.js').Report} Report */
/** @typedef {import('../report_types.js').Show} Show */

const kMaxWarnings = 50;
const kFew = 2;  // shown without asking

/**
 * @param {HTMLElement} element
 * @param {Report | null} report
 * @param {Show} show
 */
export function renderWarnings(element, report, show) {
  const warnings = report?.warnings ?? [];
  element.hidden = warnings.length === 0;
  if (warnings.length === 0) {
    element.replaceChildren();
    return;
  }
  const list = make('ul');
  warnings.slice(0, kMaxWarnings).forEach(({message, start, end}, index) => {
    const item = make('li', {}, message);
    if (start !== undefined && end !== undefined && end > start) {
      item.append(' ', button({'class': 'link', 'data-key': `w${index}`}, () => show({
        key: `w${index}`, kind: 'note', label: message, spans: [{start, end}], index: 0,
      }), strings.warnings.show));
    }
    list.append(item);
  });
  element.replaceChildren(warnings.length <= kFew ? make('div', {class: 'notes'}, list) :
    make('details', {class: 'notes'}, make('summary', {}, strings.warnings.title(warnings.length)), list));
}
