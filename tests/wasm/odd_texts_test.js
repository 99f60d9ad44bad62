// Any string gives a report: no crash, no hang, and a warning that says what is odd.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {load} from '../../wasm/dateline.js';

const dateline = await load();
const codesOf = (report) => report.warnings.map(({code}) => code);

test('an empty text and one of white space only are warned of as empty, with every list there', () => {
  for (const text of ['', ' ', '\n\n\t\r\n', '\u00a0\u2003\u2029']) {
    const report = dateline.analyze(text);
    assert.deepEqual(codesOf(report), ['empty']);
    for (const [key, value] of Object.entries(report)) {
      if (Array.isArray(value) && key !== 'warnings') assert.deepEqual(value, [], key);
    }
  }
});

test('a text in another language is warned of as not English', () => {
  const text = 'Der Stadtrat beschloss am Dienstag, die alte Brücke über den Fluss abreißen zu lassen und bis ' +
    'zum Sommer eine neue zu bauen. ' +
    'Die Bürgermeisterin sagte, das Geld dafür sei da, und die Arbeiten würden im Frühjahr beginnen.';
  assert.ok(codesOf(dateline.analyze(text)).includes('not_english'));
});

test('all 65,536 UTF-16 units, one after the other, give a report', () => {
  const text = Array.from({length: 65_536}, (_, unit) => String.fromCharCode(unit)).join('');
  const report = dateline.analyze(text);
  assert.equal(report.length, text.length);
  assert.ok(codesOf(report).includes('lone_surrogate'));
});

const hugeTexts = {
  'ten million letters without a space': 'a'.repeat(10_000_000),
  'a hundred thousand quotation marks': '"'.repeat(100_000),
  'a hundred thousand opening quotation marks': '“ '.repeat(100_000),
  'one name a hundred thousand times': 'Ada Brandt '.repeat(100_000),
  'a hundred thousand dates': 'On 3 May 2021. '.repeat(100_000),
  'a hundred thousand brackets': '('.repeat(100_000),
  'a million empty lines': '\n'.repeat(1_000_000),
  'a hundred thousand one-word paragraphs': 'Word\n\n'.repeat(100_000),
};
for (const [name, text] of Object.entries(hugeTexts)) {
  test(`${name}: a report in reasonable time`, () => {
    const started = performance.now();
    const report = dateline.analyze(text, {date: '2021-05-04'});
    assert.equal(report.length, text.length);
    const seconds = (performance.now() - started) / 1000;
    assert.ok(seconds < 60, `${seconds} s`);  // seconds if linear; minutes if not
  });
}

test('the same text gives the same report, whatever came before it', () => {
  const text = 'Ada Brandt, the mayor, said on Monday that "the bridge will open on 3 May 2021".';
  const first = JSON.stringify(dateline.analyze(text, {date: '2021-04-28'}));
  dateline.analyze('Something else. '.repeat(1000));
  assert.equal(JSON.stringify(dateline.analyze(text, {date: '2021-04-28'})), first);
});
