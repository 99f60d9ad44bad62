// What a tick of a time axis says: the coarsest that is new there. Midnight says its day, the first of a month its
// month, the first of January its year.
import {utcDay, utcMonth, utcYear} from 'd3-time';
import {kLocale, strings} from '../strings.js';

/** @param {Intl.DateTimeFormatOptions} options */
const format = (options) => new Intl.DateTimeFormat(kLocale, {...options, timeZone: 'UTC'});
const kHour = format({hour: '2-digit', minute: '2-digit'});
const kDay = format({day: 'numeric', month: 'short'});
const kMonth = format({month: 'short'});

/** @param {Date} time */
export function tickWords(time) {
  if (utcDay(time) < time) return kHour.format(time);
  if (utcMonth(time) < time) return kDay.format(time);
  if (utcYear(time) < time) return kMonth.format(time);
  const year = time.getUTCFullYear();
  return year > 0 ? String(year) : strings.timeline.beforeChrist(1 - year);
}
