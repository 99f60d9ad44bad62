// Events as a time axis needs them: where they begin and end in milliseconds, how exactly that is known, and whether
// they go on. A month stays a month: what is known to the day is one day long, what is known to the year is one year.
import {parseDay, whenWords} from '../date_words.js';

/** @typedef {import('../report_types.js').Report} Report */
/** @typedef {import('../report_types.js').TimelineEvent} TimelineEvent */

/**
 * @typedef {object} TimelineItem
 * @property {string} key
 * @property {number} from      milliseconds since 1970, UTC
 * @property {number} to        the end, not included; of one that goes on, up to when that is known
 * @property {'point' | 'span' | 'open'} kind  a moment or day; a stretch of several days; one without an end
 * @property {string} title
 * @property {string} when      the date in words
 * @property {TimelineEvent['basis']} basis
 * @property {string[]} entities
 * @property {boolean} planned
 * @property {string} note      said behind the title by screen readers, or ""
 */

export const kDay = 86_400_000;
const kHour = kDay / 24;

/** Milliseconds into the day that a TimeML value names; -1 where it names no hour. @param {string} value */
function clockOf(value) {
  const match = /T(\d\d)(?::(\d\d))?/.exec(value);
  return match ? Number(match[1]) * kHour + Number(match[2] ?? 0) * 60_000 : -1;
}

/**
 * The events that have a place on an axis, oldest first; those whose first day is not known have none.
 * @param {Report} report
 * @returns {TimelineItem[]}
 */
export function itemsOfReport(report) {
  const times = new Map(report.times.map((time) => [time.id, time]));
  const published = parseDay(report.reference_date)?.getTime() ?? null;
  /** @type {TimelineItem[]} */
  const items = [];
  for (const event of report.timeline) {
    const time = event.time ? times.get(event.time) : undefined;
    const begin = parseDay(event.begin)?.getTime();
    if (begin === undefined) continue;
    const last = parseDay(event.end_date)?.getTime();
    const when = whenWords(event, time);
    /** @type {TimelineItem} */
    const item = {
      key: event.id, from: begin, to: begin + kDay, kind: 'point', title: event.title, when, basis: event.basis,
      entities: event.entities, planned: event.planned, note: '',
    };
    if (event.precision === 'interval' && last === undefined) {
      item.kind = 'open';
      item.to = Math.max(begin + kDay, published === null ? begin + 30 * kDay : published + kDay);
    } else if (last !== undefined && last > begin) {
      item.kind = 'span';
      item.to = last + kDay;
    } else if (event.precision === 'time' && time) {
      const clock = clockOf(time.value);
      if (clock >= 0) [item.from, item.to] = [begin + clock, begin + clock + kHour];
    }
    items.push(item);
  }
  return items.sort((a, b) => a.from - b.from || a.to - b.to);
}
