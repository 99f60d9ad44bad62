// The command line as a person or a script meets it: options, standard input, errors, exit codes.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'build/native-release/src/dateline');
const article = join(root, 'tests/articles/court/article.txt');

/** Runs the program; `input` is what stands on standard input. */
function dateline(args, input = '') {
  return spawnSync(program, args, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
}

test('--help and --version print to standard output and succeed', () => {
  assert.match(dateline(['--help']).stdout, /usage: dateline analyze/);
  assert.equal(dateline(['--help']).status, 0);
  assert.match(dateline(['--version']).stdout, /^dateline \d+\.\d+\.\d+\n$/);
});

test('a wrong command line is refused with the reason and exit code 2', () => {
  for (const [args, reason] of [
    [[], /no command/],
    [['analyse'], /unknown command analyse/],
    [['analyze', '--date', '2016-02-31'], /2016-02-31: not a day/],
    [['analyze', '--date', '11 Feb 2016'], /not a day/],
    [['analyze', '--date'], /--date needs a value/],
    [['analyze', '--offsets', 'bytes'], /not utf8, utf16 or codepoint/],
    [['analyze', '--threads', '0'], /not a number from 1 to 1024/],
    [['analyze', '--json', '--jsonl'], /do not go together/],
    [['analyze', '--colour'], /unknown option --colour/],
  ]) {
    const run = dateline(args);
    assert.equal(run.status, 2, args.join(' '));
    assert.match(run.stderr, reason);
    assert.equal(run.stdout, '');
  }
});

test('a file and standard input give the same report', () => {
  const text = readFileSync(article);
  const fromFile = dateline(['analyze', '--json', article]);
  assert.equal(fromFile.status, 0);
  assert.equal(dateline(['analyze', '--json'], text).stdout, fromFile.stdout);
  assert.equal(dateline(['analyze', '--json', '-'], text).stdout, fromFile.stdout);
  assert.equal(JSON.parse(fromFile.stdout).length, text.length);
});

test('a file that cannot be read is named, the others are still read, exit code 1', () => {
  const run = dateline(['analyze', '--json', join(root, 'no-such-file.txt'), article]);
  assert.equal(run.status, 1);
  assert.match(run.stderr, /cannot read .*no-such-file\.txt/);
  assert.equal(JSON.parse(run.stdout).version, 1);
});

test('the offsets are in the unit asked for', () => {
  const text = 'Zoë Müller 🙂 met Anna Morrow.';
  const lengths = Object.fromEntries(
    ['utf8', 'utf16', 'codepoint'].map((unit) => [unit, JSON.parse(dateline(['analyze', '--json', '--offsets', unit], text).stdout).length]),
  );
  assert.deepEqual(lengths, { utf8: Buffer.byteLength(text), utf16: text.length, codepoint: [...text].length });
});

test('--jsonl keeps the order, echoes ids, and gives an error line for a record that cannot be read', () => {
  const good = Array.from({ length: 300 }, (_, i) => JSON.stringify({ id: `a${i}`, text: `Anna Morrow met ${i} people on Friday.`, date: '2020-05-04' }));
  const bad = ['{"id": "b1"', '[1, 2]', '{"id": "b3"}', '{"id": "b4", "text": 5}', '{"id": "b5", "text": "x", "date": "soon"}'];
  const run = dateline(['analyze', '--jsonl'], [...good.slice(0, 150), ...bad, '', ...good.slice(150)].join('\n'));
  assert.equal(run.status, 1);
  const lines = run.stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
  assert.equal(lines.length, good.length + bad.length);
  assert.deepEqual(
    lines.filter((line) => !line.error).map((line) => line.id),
    Array.from({ length: 300 }, (_, i) => `a${i}`),
  );
  assert.deepEqual(
    lines.slice(150, 155).map((line) => [line.id, line.error.code]),
    [[null, 'bad_json'], [null, 'bad_record'], ['b3', 'no_text'], ['b4', 'no_text'], ['b5', 'bad_date']],
  );
});

test('--jsonl gives the same bytes with one thread and with eight', () => {
  const input = Array.from({ length: 100 }, (_, i) => JSON.stringify({ id: i, text: readFileSync(article, 'utf8') })).join('\n');
  assert.equal(dateline(['analyze', '--jsonl', '--threads', '1'], input).stdout, dateline(['analyze', '--jsonl', '--threads', '8'], input).stdout);
});

test('the readable report has no colours unless a terminal reads it', () => {
  const run = dateline(['analyze', '--date', '2022-05-12', article]);
  assert.equal(run.status, 0);
  assert.doesNotMatch(run.stdout, new RegExp(String.fromCharCode(27)));
  assert.match(run.stdout, /^Reference date: 2022-05-12 \(given\)/);
});

test('any bytes give a report: empty, binary, cut off in a character', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-'));
  for (const bytes of [Buffer.alloc(0), Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 131) & 255)), Buffer.from([0x41, 0xe2, 0x82])]) {
    const file = join(folder, 'bytes');
    writeFileSync(file, bytes);
    const run = dateline(['analyze', '--json', file]);
    assert.equal(run.status, 0);
    assert.ok(JSON.parse(run.stdout).warnings.length > 0);
  }
});
