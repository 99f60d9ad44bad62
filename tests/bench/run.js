// Times the whole pipeline and each stage, natively and as WebAssembly, on the same text in one run; writes RESULTS.md.
//   node tests/bench/run.js [DATA]    (through build-scripts/bench, which builds what is timed)
import {execFileSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {cpus, tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {load} from '../../wasm/dateline.js';
import {goldenArticles} from '../support/articles.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
const textFile = join(folder, 'text.txt');
const engines = {
  native: [join(root, 'build/native-release/tests/bench/dateline_bench')],
  WebAssembly: [process.execPath, join(root, 'build/wasm-release/tests/bench/dateline_bench.cjs')],
};

/** The texts of a corpus of news where it is there, else the golden articles; joined into one. */
function readTexts() {
  const corpus = process.argv[2] && join(process.argv[2], 'quotes/polnear.dev.jsonl');
  if (corpus && existsSync(corpus)) {
    const lines = readFileSync(corpus, 'utf8').trimEnd().split('\n');
    return {name: 'quotes/polnear.dev', texts: lines.map((line) => JSON.parse(line).text)};
  }
  return {name: 'tests/articles', texts: goldenArticles.map(({text}) => text)};
}

/** What dateline_bench prints about a text: [name, number] in its order. */
function measure(engine, text, ...options) {
  writeFileSync(textFile, text);
  const [program, ...before] = engines[engine];
  const output = execFileSync(program, [...before, textFile, ...options.map(String)], {encoding: 'utf8'});
  return output.trimEnd().split('\n').map((line) => line.split('\t')).map(([name, value]) => [name, Number(value)]);
}

/** `size` bytes of text: the joined texts over and over, cut at a blank. */
function textOfSize(joined, size) {
  let text = joined;
  while (Buffer.byteLength(text) < size) text += `\n\n${joined}`;
  const cut = Buffer.from(text).subarray(0, size).toString('utf8');
  return cut.slice(0, cut.lastIndexOf(' '));
}

const number = (value, digits) => value.toLocaleString('en-GB', {minimumFractionDigits: digits,
  maximumFractionDigits: digits});
const row = (cells) => `| ${cells.join(' | ')} |`;
const sum = (values) => values.reduce((a, b) => a + b, 0);

/** A row for each stage: milliseconds a MB of text and MB/s, for both engines; the sum is the whole pipeline. */
function stageTable(joined) {
  const measured = Object.keys(engines).map((engine) => new Map(measure(engine, joined, 5)));
  const [bytes, tokens] = ['bytes', 'token count'].map((name) => measured[0].get(name));
  const stages = [...measured[0].keys()].filter((name) => name !== 'bytes' && name !== 'token count');
  const cells = (seconds) => [number((seconds * 1000 * 1e6) / bytes, 2), number(bytes / 1e6 / seconds, 1)];
  const lines = stages.map((stage) => row([stage, ...measured.flatMap((times) => cells(times.get(stage)))]));
  const wholes = measured.map((times) => sum(stages.map((stage) => times.get(stage))));
  return [
    `One text of ${number(bytes, 0)} bytes, ${number(tokens, 0)} tokens; median of five runs after one not counted.`,
    '',
    row(['stage', 'native ms/MB', 'native MB/s', 'WebAssembly ms/MB', 'WebAssembly MB/s']),
    row(['---', '---:', '---:', '---:', '---:']),
    ...lines,
    row(['**whole**', ...wholes.flatMap((seconds) => cells(seconds).map((cell) => `**${cell}**`))]),
    '',
    `Tokens a second, whole pipeline: ${wholes.map((seconds, i) =>
      `${Object.keys(engines)[i]} ${number(tokens / seconds, 0)}`).join(', ')}.`,
  ];
}

/** Seconds and MB/s of analyze() and the JSON for growing lengths: a constant MB/s is linear growth. */
function lengthTable(joined) {
  const sizes = [[10_000, 51], [100_000, 15], [1_000_000, 3], [10_000_000, 1]];
  const lines = sizes.map(([size, runs]) => {
    const text = textOfSize(joined, size);
    const seconds = Object.keys(engines).map((engine) => {
      const times = new Map(measure(engine, text, runs, '--whole'));
      return times.get('analyze') + times.get('JSON');
    });
    return row([number(size, 0), ...seconds.flatMap((s) => [number(s * 1000, 1), number(size / 1e6 / s, 2)])]);
  });
  return [
    row(['bytes', 'native ms', 'native MB/s', 'WebAssembly ms', 'WebAssembly MB/s']),
    row(['---:', '---:', '---:', '---:', '---:']),
    ...lines,
  ];
}

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** What a page waits for: load(), the first call, and a later one, the parsing of the JSON included. */
async function callTable(texts) {
  const start = performance.now();
  const dateline = await load();
  const loaded = performance.now();
  const article = [...texts].sort((a, b) => a.length - b.length)[Math.floor(texts.length / 2)];
  dateline.analyze(article, {date: '2016-02-11'});
  const first = performance.now();
  const calls = Array.from({length: 101}, () => {
    const begun = performance.now();
    dateline.analyze(article, {date: '2016-02-11'});
    return performance.now() - begun;
  });
  return [
    row(['one article through the module, in Node', 'ms']),
    row(['---', '---:']),
    row(['load()', number(loaded - start, 1)]),
    row([`first analyze() of ${number(article.length, 0)} characters`, number(first - loaded, 1)]),
    row(['later analyze(), median of 101', number(median(calls), 2)]),
  ];
}

const git = (...args) => execFileSync('git', args, {cwd: root, encoding: 'utf8'}).trim();

try {
  const {name, texts} = readTexts();
  const joined = texts.join('\n\n');
  const report = [
    '# How fast it is',
    '',
    `${new Date().toISOString().slice(0, 10)}, commit ${git('rev-parse', '--short', 'HEAD')}, \`build-scripts/bench\`; ` +
      `text: ${name}; ${cpus().length} × ${cpus()[0].model.replace(/\s+/g, ' ')}, Node ${process.version}.`,
    '',
    '## Each stage',
    '',
    ...stageTable(joined),
    '',
    '## Longer and longer texts',
    '',
    ...lengthTable(joined),
    '',
    '## What a page waits for',
    '',
    ...(await callTable(texts)),
    '',
  ].join('\n');
  writeFileSync(new URL('RESULTS.md', import.meta.url), report);
  console.log(report);
} finally {
  rmSync(folder, {recursive: true});
}
