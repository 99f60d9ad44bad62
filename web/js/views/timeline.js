// What happened when, in words: the date as exact as it is known, how it is known, and the words it comes from.
import {whenWords, weekdayWords} from '../date_words.js';
import {selectionOfEvent} from '../selections.js';
import {strings} from '../strings.js';
import {button, make, span} from './element.js';
import {appendPaged} from './paged_list.js';

/** @typedef {import('../report_types.js').Report} Report */
/** @typedef {import('../report_types.js').TimelineEvent} TimelineEvent */
/** @typedef {import('../report_types.js').Show} Show */

/**
 * Events that share their date in words, in order.
 * @param {Report} report
 */
function groupByDate(report) {
  const times = new Map(report.times.map((time) => [time.id, time]));
  /** @type {{words: string, first: TimelineEvent, events: TimelineEvent[]}[]} */
  const groups = [];
  for (const event of report.timeline) {
    const words = whenWords(event, event.time ? times.get(event.time) : undefined);
    const last = groups[groups.length - 1];
    if (last && last.words === words && last.first.precision === event.precision) last.events.push(event);
    else groups.push({words, first: event, events: [event]});
  }
  return {groups, times};
}

/** @param {TimelineEvent} event */
const isOpen = (event) => event.precision === 'interval' && event.end_date === null;

/**
 * @param {HTMLElement} element
 * @param {Report} report
 * @param {string} text
 * @param {Show} show
 */
export function renderTimeline(element, report, text, show) {
  const words = strings.timeline;
  if (report.timeline.length === 0) {
    element.replaceChildren(make('p', {class: 'none'}, words.none));
    return;
  }
  const {groups, times} = groupByDate(report);

  /** @param {TimelineEvent} event */
  function eventItem(event) {
    const time = event.time ? times.get(event.time) : undefined;
    const timeWords = time ? text.slice(time.start, time.end) : '';
    return make('li', {}, button({'class': 'item', 'data-key': event.id}, () => show(selectionOfEvent(report, event)),
      span('title', event.title),
      span('how',
        span(`basis ${event.basis}`, words.basis[event.basis]),
        timeWords && event.basis !== 'context' ? span('from', words.from(timeWords)) : null,
        event.planned ? span('planned', words.planned) : null)));
  }

  /** @param {{words: string, first: TimelineEvent, events: TimelineEvent[]}} group */
  function groupItem({words: when, first, events}) {
    const weekday = first.precision === 'day' || first.precision === 'time' ? weekdayWords(first.begin) : '';
    const list = make('ol', {class: 'events'});
    const item = make('li', {class: `moment ${first.precision}${isOpen(first) ? ' open' : ''}`},
      make('h3', {}, when, weekday ? span('weekday', weekday) : null,
        words.precision[first.precision] ? span('weekday', words.precision[first.precision]) : null),
      list);
    appendPaged(list, events, eventItem, item);
    return item;
  }

  const list = make('ol', {class: 'timeline'});
  const help = make('dl', {class: 'basis-help'});
  for (const basis of /** @type {const} */ (['explicit', 'relative', 'context'])) {
    help.append(make('div', {},
      make('dt', {}, span(`basis ${basis}`, words.basis[basis])), make('dd', {}, words.basisHelp[basis])));
  }
  element.replaceChildren(list, make('details', {class: 'help'}, make('summary', {}, words.how), help));
  appendPaged(list, groups, groupItem);
}
