// The command line and the module give the same bytes for the same article.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import createCore from '../../wasm/dist/dateline-core.mjs';
import {goldenArticles, nativeReports, wasmBinary} from '../support/articles.js';

const program = await WebAssembly.compile(wasmBinary());
const core = await createCore({
  instantiateWasm(imports, receive) {
    WebAssembly.instantiate(program, imports).then((instance) => receive(instance, program));
    return {};
  },
});

/** The module's own JSON, not parsed and written again by JavaScript. */
const moduleReport = ({text, date}) => core.analyze(text, date ?? '');

/** Fails at the first byte that differs, with its surroundings: a whole report is too long to print. */
function assertSameBytes(actual, expected) {
  if (actual === expected) return;
  let i = 0;
  while (actual[i] === expected[i]) ++i;
  const near = (json) => json.slice(Math.max(0, i - 80), i + 80);
  assert.fail(`they differ from character ${i} on:\n  module:  …${near(actual)}…\n  native:  …${near(expected)}…`);
}

test('there are golden articles of at least six kinds', () => {
  assert.ok(goldenArticles.length >= 6, `tests/articles has ${goldenArticles.length}`);
});

const goldenReports = nativeReports(goldenArticles);
for (const [i, article] of goldenArticles.entries()) {
  test(`${article.slug}: the same bytes natively and from the module`, () => {
    assertSameBytes(moduleReport(article), goldenReports[i]);
  });
}

test('a long text of all articles: the same bytes natively and from the module', () => {
  const text = goldenArticles.map((article) => article.text).join('\n\n').repeat(5);
  assertSameBytes(moduleReport({text}), nativeReports([{text}])[0]);
});

const oddTexts = {
  'no text': '',
  'only white space': ' \t\r\n \u00a0\u2028',
  'Windows line ends': 'A headline\r\n\r\nOn Friday Ada Brandt said "yes".\r\nA second line.\r\n',
  'a NUL and control characters': 'One\u0000two. \u0007\u001b[0m Three.',
  'emoji, joined emoji and flags': 'Ada Brandt 👩‍🚀 said 🇬🇧 “no” 😀. On 3 May 2021 she left.',
  'combining marks': 'Zoe\u0301 Brandt met A\u030angstro\u0308m in Zu\u0308rich on 5 May 2020.',
  'right-to-left text': 'The word שלום and مرحبا stand here. Ada Brandt said so on Monday.',
  'soft hyphens and zero-width marks': 'Ada Bran\u00addt said\u200b that\ufeff it was\u2060 so on 4 June 2019.',
  'a byte order mark': '\ufeffAda Brandt left on 1 March 2022.',
};
const oddReports = nativeReports(Object.values(oddTexts).map((text) => ({text, date: '2023-06-01'})));
for (const [i, [name, text]] of Object.entries(oddTexts).entries()) {
  test(`${name}: the same bytes natively and from the module`, () => {
    assertSameBytes(moduleReport({text, date: '2023-06-01'}), oddReports[i]);
  });
}
