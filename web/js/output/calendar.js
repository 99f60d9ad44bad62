// The timeline as iCalendar (RFC 5545): a day, a month or an interval is an all-day event over the days it covers; an
// event whose hour the article gives is at that hour of no time zone, as the article has none.
import ical, {ICalCalendarMethod, ICalEventTransparency} from 'ical-generator';
import {dayWords, parseDay, whenWords} from '../date_words.js';
import {textId} from '../library/text_id.js';
import {strings} from '../strings.js';
import {isAddress, wordsOf} from './taken.js';

/** @typedef {import('./taken.js').Taken} Taken */

const kDay = 86_400_000;  // milliseconds

/**
 * @param {Taken} article
 * @param {Date} now  when it is exported
 * @returns {{source: string, left: number}} left: events no calendar can hold, of years before 1 or after 9999
 */
export function timelineAsCalendar({report, text, title, source}, now) {
  const calendar = ical({
    name: title, prodId: {company: 'dateline', product: 'dateline', language: 'EN'},
    method: ICalCalendarMethod.PUBLISH,
  });
  const times = new Map(report.times.map((time) => [time.id, time]));
  const id = textId(text);
  let left = 0;
  for (const event of report.timeline) {
    const begin = parseDay(event.begin);
    const end = parseDay(event.end_date ?? event.begin);
    if (!begin || !end || !fits(begin) || !fits(end)) {
      left++;
      continue;
    }
    const time = times.get(event.time ?? '');
    const clock = event.precision === 'time' ? /T(\d\d):?(\d\d)?/.exec(time?.value ?? '') : null;
    const when = whenWords(event, time);
    const words = strings.output;
    const notes = [when, wordsOf(text, event), words.basis[event.basis], event.planned ? words.planned : '',
      event.end_date ? '' : words.noEnd, words.fromArticle(title, report.reference_date ?
        dayWords(report.reference_date) : ''), source];
    const description = notes.filter((line) => line !== '').join('\n');
    calendar.createEvent({
      id: `${id}-${event.id}@dateline`,
      stamp: now,
      summary: event.title,
      description,
      url: isAddress(source) ? source : undefined,
      transparency: ICalEventTransparency.TRANSPARENT,
      floating: clock !== null,
      allDay: clock === null,
      ...(clock ? hour(begin, Number(clock[1]), Number(clock[2] ?? 0)) : days(begin, end)),
    });
  }
  return {source: calendar.toString(), left};
}

/** @param {Date} date */
const fits = (date) => date.getUTCFullYear() >= 1 && date.getUTCFullYear() <= 9998;

/** The generator writes days and floating hours as the machine's own clock reads them. @param {Date} day @param {number} hours @param {number} minutes */
function local(day, hours, minutes) {
  const date = new Date(2000, 0, 1, hours, minutes);
  date.setFullYear(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate());
  return date;
}

/** @param {Date} day @param {number} hours @param {number} minutes */
function hour(day, hours, minutes) {
  const start = local(day, Math.min(hours, 23), minutes);
  return {start, end: new Date(start.getTime() + 3_600_000)};
}

/** An all-day event ends on the day after its last. @param {Date} begin @param {Date} end */
function days(begin, end) {
  return {start: local(begin, 0, 0), end: local(new Date(Math.max(end.getTime(), begin.getTime()) + kDay), 0, 0)};
}
