// Protects: a date in words is never more exact than what is known.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {dayWords, hourWords, parseDay, weekdayWords, whenWords} from '../../web/js/date_words.js';

const kCases = [
  // precision, begin, end, TimeML value, words, TimeML mod
  ['day', '2016-02-10', '2016-02-10', null, '10 February 2016'],
  ['time', '2016-02-10', '2016-02-10', '2016-02-10T14:30', '10 February 2016, 14:30'],
  ['time', '2016-02-10', '2016-02-10', '2016-02-10T09', '10 February 2016, 09:00'],
  ['time', '2016-02-10', '2016-02-10', '2016-02-10TMO', '10 February 2016, morning'],
  ['week', '2016-02-08', '2016-02-14', '2016-W06', 'week of 8–14 February 2016'],
  ['week', '2016-02-29', '2016-03-06', '2016-W09', 'week of 29 February – 6 March 2016'],
  ['month', '2016-02-01', '2016-02-29', '2016-02', 'February 2016'],
  ['quarter', '2016-04-01', '2016-06-30', '2016-Q2', 'second quarter of 2016'],
  ['year', '2016-01-01', '2016-12-31', '2016', '2016'],
  ['year', '1990-01-01', '1999-12-31', '199', '1990–1999'],
  ['interval', '2016-02-01', '2016-02-09', null, '1–9 February 2016'],
  ['interval', '2015-09-01', '2016-02-29', null, 'September 2015 – February 2016'],
  ['interval', '2015-12-30', '2016-01-02', null, '30 December 2015 – 2 January 2016'],
  ['interval', '2015-09-01', null, null, 'since 1 September 2015'],
  ['interval', '2015-09-01', null, '2015-09', 'since September 2015'],
  ['interval', '2015-01-01', null, '2015', 'since 2015'],
  ['interval', '2015-07-01', null, '2015-Q3', 'since the third quarter of 2015'],
  ['interval', '1890-01-01', null, '189', 'since the 1890s'],
  ['interval', '1900-01-01', '1903-05-02', '190', 'early 1900s', 'START'],
  ['month', '2016-02-01', '2016-02-09', '2016-02', 'early February 2016', 'START'],
  ['month', '2016-06-11', '2016-06-20', '2016-06', 'mid-June 2016', 'MID'],
  ['year', '2016-09-01', '2016-12-31', '2016', 'late 2016', 'END'],
];

for (const [precision, begin, end_date, value, words, mod = null] of kCases) {
  test(`${precision} ${begin} to ${end_date ?? 'open'} is told as "${words}"`, () => {
    assert.equal(whenWords({precision, begin, end_date}, value === null ? undefined : {value, mod}), words);
  });
}

test('a day that is none is told as it stands', () => {
  assert.equal(dayWords('XXXX-02-30'), 'XXXX-02-30');
  assert.equal(parseDay('2015-02-29'), null);
  assert.equal(parseDay(null), null);
  assert.equal(whenWords({precision: 'day', begin: 'PAST_REF', end_date: null}), 'PAST_REF');
});

test('weekdays and hours are those of the calendar, in no time zone', () => {
  assert.equal(weekdayWords('2016-02-10'), 'Wednesday');
  assert.equal(weekdayWords(''), '');
  assert.equal(hourWords('2016-02-10'), '');
});
