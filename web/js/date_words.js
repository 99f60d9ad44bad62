// Days, months and years in words, never more exact than what is known: a month is told as a month, not as its first
// day.
import {kLocale, strings} from './strings.js';

/** @typedef {import('./report_types.js').TimelineEvent} TimelineEvent */

/** @param {Intl.DateTimeFormatOptions} options */
const format = (options) => new Intl.DateTimeFormat(kLocale, {...options, timeZone: 'UTC'});
const kDay = format({day: 'numeric', month: 'long', year: 'numeric'});
const kDayOfYear = format({day: 'numeric', month: 'long'});
const kMonth = format({month: 'long', year: 'numeric'});
const kMonthOfYear = format({month: 'long'});
const kWeekday = format({weekday: 'long'});

/**
 * A calendar day, or null where the words are none ("XXXX-02", "").
 * @param {string | null | undefined} iso  "YYYY-MM-DD"
 * @returns {Date | null}
 */
export function parseDay(iso) {
  const match = /^(-?\d{4,6})-(\d\d)-(\d\d)/.exec(iso ?? '');
  if (!match) return null;
  const date = new Date(0);
  date.setUTCFullYear(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return date.getUTCMonth() === Number(match[2]) - 1 ? date : null;
}

/** @param {Date} date */
function yearWords(date) {
  const year = date.getUTCFullYear();
  return year > 0 ? String(year) : strings.timeline.beforeChrist(1 - year);
}

/** "10 February 2016"; the words as they are where they are no day. @param {string} iso */
export function dayWords(iso) {
  const date = parseDay(iso);
  return date ? kDay.format(date) : iso;
}

/** "Wednesday", or "". @param {string} iso */
export function weekdayWords(iso) {
  const date = parseDay(iso);
  return date ? kWeekday.format(date) : '';
}

/** @param {Date} date */
const isFirstOfMonth = (date) => date.getUTCDate() === 1;

/** @param {Date} date */
function isLastOfMonth(date) {
  return new Date(date.getTime() + 86400000).getUTCDate() === 1;
}

/** Two days with what they share said once: "8–14 February 2016". @param {Date} begin @param {Date} end */
function rangeWords(begin, end) {
  const sameYear = begin.getUTCFullYear() === end.getUTCFullYear();
  if (isFirstOfMonth(begin) && isLastOfMonth(end)) {
    if (begin.getUTCMonth() === 0 && end.getUTCMonth() === 11) {
      return sameYear ? yearWords(begin) : `${yearWords(begin)}–${yearWords(end)}`;
    }
    if (!sameYear) return `${kMonth.format(begin)} – ${kMonth.format(end)}`;
    if (begin.getUTCMonth() === end.getUTCMonth()) return kMonth.format(begin);
    return `${kMonthOfYear.format(begin)}–${kMonth.format(end)}`;
  }
  if (!sameYear) return `${kDay.format(begin)} – ${kDay.format(end)}`;
  if (begin.getUTCMonth() !== end.getUTCMonth()) return `${kDayOfYear.format(begin)} – ${kDay.format(end)}`;
  if (begin.getUTCDate() === end.getUTCDate()) return kDay.format(begin);
  return `${begin.getUTCDate()}–${kDay.format(end)}`;
}

/**
 * The hour that a TimeML value gives, in words: ", 14:30", ", morning"; "" where it gives none.
 * @param {string | null | undefined} value
 */
export function hourWords(value) {
  const clock = /T(\d\d)(?::(\d\d))?/.exec(value ?? '');
  if (clock) return `, ${clock[1]}:${clock[2] ?? '00'}`;
  const part = /T(MO|MI|AF|EV|NI|DT)/.exec(value ?? '');
  return part ? `, ${strings.timeline.partsOfDay[/** @type {'MO'} */ (part[1])]}` : '';
}

/**
 * A month, quarter, year, decade or day as a TimeML value gives it: "September 2015"; "" where it gives none of these.
 * @param {string | null | undefined} value
 */
function valueWords(value) {
  if (/^\d{3}$/.test(value ?? '')) return strings.timeline.decade(Number(value) * 10);
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?|-Q([1-4]))?$/.exec(value ?? '');
  if (!match) return '';
  const [, year, month, day, quarter] = match;
  if (quarter) return strings.timeline.quarterOf(Number(quarter), Number(year));
  if (!month) return String(Number(year));
  const date = parseDay(`${year}-${month}-${day ?? '01'}`);
  return date ? (day ? kDay : kMonth).format(date) : '';
}

/**
 * When an event was, in words as exact as it is known.
 * @param {Pick<TimelineEvent, 'begin' | 'end_date' | 'precision'>} event
 * @param {{value: string, mod: string | null}} [time]
 *     its time expression: gives the hour, "early", and what "since" counts from
 * @returns {string}
 */
export function whenWords(event, time) {
  const words = strings.timeline;
  const value = time?.value;
  const modifier = words.modifiers[/** @type {'MID'} */ (time?.mod ?? '')];
  const isUnit = ['month', 'quarter', 'year'].includes(event.precision) || /^\d{3}$/.test(value ?? '');
  if (modifier && isUnit && event.end_date && valueWords(value)) {
    return `${modifier}${modifier === 'mid' ? '-' : ' '}${valueWords(value)}`;
  }
  const begin = parseDay(event.begin);
  const end = parseDay(event.end_date);
  if (!begin) return end ? words.until(dayWords(/** @type {string} */ (event.end_date))) : event.begin ?? '';
  switch (event.precision) {
    case 'day':
      return end && end > begin ? rangeWords(begin, end) : kDay.format(begin);
    case 'time':
      return kDay.format(begin) + hourWords(value);
    case 'week':
      return words.weekOf(end && end > begin ? rangeWords(begin, end) : kDay.format(begin));
    case 'month':
      return end && end > begin ? rangeWords(begin, end) : kMonth.format(begin);
    case 'quarter':
      if (end && end.getTime() - begin.getTime() > 95 * 86400000) return rangeWords(begin, end);
      return words.quarterOf(Math.floor(begin.getUTCMonth() / 3) + 1, begin.getUTCFullYear());
    case 'year':
      return end && end > begin ? rangeWords(begin, end) : yearWords(begin);
    default:
      return end ? rangeWords(begin, end) : words.since(valueWords(value) || kDay.format(begin));
  }
}
