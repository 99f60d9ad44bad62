// Every start and end of a report indexes the JavaScript string that was passed in.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {load} from '../../wasm/dateline.js';
import {goldenArticles} from '../support/articles.js';

const dateline = await load();

/** Every {start, end} anywhere in a report. */
function* spansOf(value) {
  if (value === null || typeof value !== 'object') return;
  if (typeof value.start === 'number' && typeof value.end === 'number') yield value;
  for (const inner of Object.values(value)) yield* spansOf(inner);
}

function assertSpansFit(text, report) {
  assert.equal(report.offsets, 'utf16');
  assert.equal(report.length, text.length);
  const splitsPair = (i) => /[\ud800-\udbff]/.test(text[i - 1] ?? '') && /[\udc00-\udfff]/.test(text[i] ?? '');
  for (const span of spansOf(report)) {
    assert.ok(Number.isInteger(span.start) && Number.isInteger(span.end), JSON.stringify(span));
    assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, JSON.stringify(span));
    assert.ok(!splitsPair(span.start) && !splitsPair(span.end), `inside a character: ${JSON.stringify(span)}`);
  }
}

const wordsOf = (text, items) => items.map(({start, end}) => text.slice(start, end));

test('spans in the golden articles lie in the text and split no character', () => {
  for (const {text, date} of goldenArticles) assertSpansFit(text, dateline.analyze(text, {date}));
});

test('sentences after emoji, joined emoji and combining marks are cut at their own characters', () => {
  const text = 'Ada 👩‍🚀 came. Zoe\u0301 🇬🇧 left. The rest stayed.';
  const report = dateline.analyze(text);
  assertSpansFit(text, report);
  assert.equal(wordsOf(text, report.sentences).at(-1), 'The rest stayed.');
});

test('a lone surrogate keeps its place and is warned of, and what follows it is not moved', () => {
  for (const lone of ['\ud83d', '\ude00']) {
    const text = `The first ${lone} line ended here. The second one ended there.`;
    const report = dateline.analyze(text);
    assertSpansFit(text, report);
    assert.equal(wordsOf(text, report.sentences).at(-1), 'The second one ended there.');
    const warning = report.warnings.find(({code}) => code === 'lone_surrogate');
    assert.equal(text.slice(warning.start, warning.end), lone);
  }
});

test('a surrogate pair in the wrong order is two lone ones', () => {
  const text = 'One \ude00\ud83d two.';
  const report = dateline.analyze(text);
  assertSpansFit(text, report);
  assert.equal(report.warnings.filter(({code}) => code === 'lone_surrogate').length, 2);
});

test('Windows line ends count two units each', () => {
  const text = 'A new bridge opens\r\n\r\nThe bridge opened. It is long.\r\n\r\nThe town is small.\r\n';
  const report = dateline.analyze(text);
  assertSpansFit(text, report);
  assert.deepEqual(wordsOf(text, report.blocks), [
    'A new bridge opens', 'The bridge opened. It is long.', 'The town is small.']);
});

test('a NUL inside the text ends nothing', () => {
  const text = 'The bridge\u0000 opened. The town is small.';
  const report = dateline.analyze(text);
  assertSpansFit(text, report);
  assert.equal(wordsOf(text, report.sentences).at(-1), 'The town is small.');
  assert.ok(report.warnings.some(({code}) => code === 'nul'));
});
