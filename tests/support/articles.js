// What the tests written in JavaScript share: the golden articles, the command line, the built module.
import {execFileSync} from 'node:child_process';
import {readFileSync, readdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const root = new URL('../../', import.meta.url);
const articles = new URL('tests/articles/', root);

/** Every tests/articles/<slug>: {slug, text, date}; the date is null where the article has to say it. */
export const goldenArticles = readdirSync(articles, {withFileTypes: true})
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort()
  .map((slug) => ({
    slug,
    text: readFileSync(new URL(`${slug}/article.txt`, articles), 'utf8'),
    date: JSON.parse(readFileSync(new URL(`${slug}/options.json`, articles), 'utf8')).date ?? null,
  }));

/** Where an article's golden report lies. */
export const reportFile = (slug) => new URL(`${slug}/report.json`, articles);

/** The compiled module's bytes. */
export function wasmBinary() {
  return readFileSync(new URL('wasm/dist/dateline-core.wasm', root));
}

/** The reports that the command line gives, in UTF-16 units, each as the line it prints. */
export function nativeReports(records) {
  const program = fileURLToPath(new URL('build/native-release/src/dateline', root));
  const input = records.map(({text, date}) => JSON.stringify({text, date}) + '\n').join('');
  const output = execFileSync(program, ['analyze', '--jsonl', '--offsets', 'utf16'], {input, maxBuffer: 1 << 30});
  return output.toString('utf8').trimEnd().split('\n');
}
