// What happened when: drawn, and beside it in words, with the date as exact as it is known, how it is known, and the
// words it comes from.
import {itemsOfReport} from '../charts/event_items.js';
import {colourByBasis, colourByParticipant} from '../charts/participant_colours.js';
import {parseDay, whenWords, weekdayWords} from '../date_words.js';
import {indexOf} from '../report_index.js';
import {selectionOfEvent} from '../selections.js';
import {strings} from '../strings.js';
import {button, make, span} from './element.js';
import {appendPaged} from './paged_list.js';
import {createTimelineBox} from './timeline_box.js';

/** @typedef {import('../report_types.js').Report} Report */
/** @typedef {import('../report_types.js').TimelineEvent} TimelineEvent */
/** @typedef {import('../report_types.js').Show} Show */

/**
 * Events that share their date in words, in order.
 * @param {Report} report
 */
function groupByDate(report) {
  const {times} = indexOf(report);
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

const kOfOneDate = 6;  // events that are shown at once
const kDates = 25;     // likewise

/** @param {TimelineEvent} event */
const isOpen = (event) => event.precision === 'interval' && event.end_date === null;

/**
 * @param {HTMLElement} element
 * @param {Report} report
 * @param {string} text
 * @param {Show} show
 */
function renderList(element, report, text, show) {
  const words = strings.timeline;
  const {groups, times} = groupByDate(report);

  /** @param {TimelineEvent} event */
  function eventItem(event) {
    const time = event.time ? times.get(event.time) : undefined;
    const timeWords = time ? text.slice(time.start, time.end) : '';
    return make('li', {}, button({'class': 'item', 'data-key': event.id}, () => show(selectionOfEvent(report, event)),
      make('span', {class: 'title', dir: 'auto'}, event.title),
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
    appendPaged(list, events, eventItem, item, kOfOneDate);
    return item;
  }

  const list = make('ol', {class: 'timeline'});
  const help = make('dl', {class: 'basis-help'});
  for (const basis of /** @type {const} */ (['explicit', 'relative', 'context'])) {
    help.append(make('div', {},
      make('dt', {}, span(`basis ${basis}`, words.basis[basis])), make('dd', {}, words.basisHelp[basis])));
  }
  element.replaceChildren(list, make('details', {class: 'help'}, make('summary', {}, words.how), help));
  appendPaged(list, groups, groupItem, undefined, kDates);
}

/**
 * @param {HTMLElement} element
 * @param {{show: Show}} actions
 * @returns {import('./view.js').View}
 */
export function startTimeline(element, {show}) {
  const none = make('p', {class: 'none'}, strings.timeline.none);
  const drawn = make('div', {class: 'drawn'});
  const list = make('div', {class: 'in-words'});
  element.replaceChildren(none, make('div', {class: 'drawn-and-words'}, drawn, list));
  /** @type {Report | null} */
  let shown = null;
  const box = createTimelineBox(drawn, (item) => {
    const event = shown?.timeline.find(({id}) => id === item.key);
    if (shown && event) show(selectionOfEvent(shown, event));
  });

  return {
    draw(report, text) {
      shown = report;
      const items = itemsOfReport(report);
      none.hidden = report.timeline.length > 0;
      list.hidden = report.timeline.length === 0;
      const words = strings.drawing;
      const byParticipant = colourByParticipant(items, indexOf(report).entities);
      const coloured = byParticipant.classes.reduce((sum, {count}) => sum + count, 0);
      box.update(items, {
        preferred: coloured * 2 >= items.length ? 'participant' : 'basis',
        published: parseDay(report.reference_date)?.getTime() ?? null,
        colourings: [
          {key: 'participant', label: words.byParticipant, ...byParticipant},
          {key: 'basis', label: words.byBasis, ...colourByBasis(items, strings.timeline.basis)},
        ],
        label: items.length > 0 ? words.label(items.length, items[0].when, items[items.length - 1].when) : '',
      });
      if (report.timeline.length > 0) renderList(list, report, text, show);
    },
    point: (key) => box.drawing.setCurrent(key),
  };
}
