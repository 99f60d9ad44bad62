// Wrong options are refused with a code; no text is.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {DatelineError, load} from '../../wasm/dateline.js';

const dateline = await load();

const refusedWith = (code) => (error) => {
  assert.ok(error instanceof DatelineError && error instanceof Error, `${error}`);
  assert.equal(error.code, code);
  assert.match(error.message, /^[A-Z].{10,}\.$/);
  return true;
};

test('a date that names no day is refused as bad_date', () => {
  for (const date of ['2016-02-30', '2016-13-01', '2016-2-1', 'yesterday', '11.02.2016', ' ', '2016-02-11T10:00',
    '2016-02-11\u0000', '0000-01-01', '２０１６-02-11', 20160211, new Date(0), {}, true]) {
    assert.throws(() => dateline.analyze('Text.', {date}), refusedWith('bad_date'), `${date}`);
  }
});

test('a date that is missing, null or empty is no date, and no error', () => {
  for (const options of [undefined, null, {}, {date: null}, {date: undefined}, {date: ''}]) {
    assert.equal(dateline.analyze('Ada left on Monday.', options).reference_date, null);
  }
});

test('a date that is given is the reference date', () => {
  const report = dateline.analyze('Ada left on Monday.', {date: '2016-02-29'});
  assert.equal(report.reference_date, '2016-02-29');
  assert.equal(report.reference_date_source, 'given');
});

test('what is no string is refused as bad_text', () => {
  for (const text of [undefined, null, 3, ['a'], {}, new String('a')]) {
    assert.throws(() => dateline.analyze(text), refusedWith('bad_text'), `${text}`);
  }
});

test('a text over the length that is read is refused as too_long, and the next one is read', () => {
  assert.throws(() => dateline.analyze('a '.repeat(dateline.maxLength / 2 + 1)), refusedWith('too_long'));
  assert.equal(dateline.analyze('Ada left.').length, 9);
});

test('a call to load() after the first gives the same Dateline', async () => {
  assert.equal(await load(), dateline);
  assert.match(dateline.version, /^\d+\.\d+\.\d+$/);
});

test('the report as JSON is the same report, and refused in the same way', () => {
  const text = 'Ada left on Monday, “at last”, she said.';
  const options = {date: '2016-02-29'};
  assert.deepEqual(JSON.parse(dateline.analyzeToJson(text, options)), dateline.analyze(text, options));
  assert.throws(() => dateline.analyzeToJson(text, {date: 'yesterday'}), refusedWith('bad_date'));
  assert.throws(() => dateline.analyzeToJson(3), refusedWith('bad_text'));
});
