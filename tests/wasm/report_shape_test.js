// What wasm/dateline.d.ts promises is what reports are: the TypeScript compiler reads each report as a literal of type
// Report, so a key that is missing, one too many, or a value outside its union is an error.
import assert from 'node:assert/strict';
import {createRequire} from 'node:module';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {load} from '../../wasm/dateline.js';
import {goldenArticles} from '../support/articles.js';

const ts = createRequire(new URL('../../web/package.json', import.meta.url))('typescript');
const types = fileURLToPath(new URL('../../wasm/dateline.d.ts', import.meta.url)).replace(/\.d\.ts$/, '.js');

/** The compiler's complaints about values declared to be of `type`, one line each. */
function complaints(type, values) {
  const options = {strict: true, noEmit: true, types: [], target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ES2022, moduleResolution: ts.ModuleResolutionKind.Bundler};
  const name = fileURLToPath(new URL('reports.ts', import.meta.url));
  const source = `import type {${type}} from ${JSON.stringify(types)};\n` +
    values.map((value) => `({} as (value: ${type}) => void)(${JSON.stringify(value)});\n`).join('');
  const host = ts.createCompilerHost(options);
  const {getSourceFile, fileExists} = host;
  host.fileExists = (file) => file === name || fileExists(file);
  host.getSourceFile = (file, ...rest) =>
    file === name ? ts.createSourceFile(file, source, options.target) : getSourceFile(file, ...rest);
  return ts
    .getPreEmitDiagnostics(ts.createProgram([name], options, host))
    .map((problem) => ts.flattenDiagnosticMessageText(problem.messageText, '\n').slice(0, 600));
}

const dateline = await load();

test('reports of the golden articles have exactly the keys and values of the types', () => {
  const reports = goldenArticles.map(({text, date}) => dateline.analyze(text, {date}));
  assert.deepEqual(complaints('Report', reports), []);
});

test('reports of odd texts have exactly the keys and values of the types', () => {
  const texts = ['', ' ', 'a\ud800b', 'Ada Brandt said "yes" on Monday.', '\u0000', 'x'.repeat(300_000)];
  assert.deepEqual(complaints('Report', texts.map((text) => dateline.analyze(text))), []);
});

test('the check sees a missing key, a key too many and a wrong value', () => {
  const report = dateline.analyze('Ada Brandt left.');
  assert.equal(complaints('Report', [{...report, quotes: undefined}]).length, 1);
  assert.equal(complaints('Report', [Object.fromEntries(Object.entries(report).slice(1))]).length, 1);
  assert.equal(complaints('Report', [{...report, more: 1}]).length, 1);
  assert.equal(complaints('Report', [{...report, offsets: 'utf7'}]).length, 1);
});
