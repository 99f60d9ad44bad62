// Protects: the newest text wins. A fake worker stands in, so that the order of answers is in the test's hands.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {SupersededError, createAnalysisClient} from '../../web/js/analysis_client.js';

/** Workers whose runs the test answers itself. */
function fakeWorkers() {
  const workers = [];
  const connect = () => {
    const worker = {
      runs: [],
      ended: false,
      analyze: (text, date) => new Promise((resolve, reject) => worker.runs.push({text, date, resolve, reject})),
      terminate: () => (worker.ended = true),
    };
    workers.push(worker);
    return worker;
  };
  return {workers, connect};
}

const answer = (text) => ({report: {text}, milliseconds: 1, words: 1});
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a report comes back for the text and the date that were asked for', async () => {
  const {workers, connect} = fakeWorkers();
  const client = createAnalysisClient(connect);
  const asked = client.analyze('one', '2016-02-11');
  assert.deepEqual([workers[0].runs[0].text, workers[0].runs[0].date], ['one', '2016-02-11']);
  workers[0].runs[0].resolve(answer('one'));
  assert.equal((await asked).report.text, 'one');
});

test('of many texts typed during a run only the newest is analysed after it', async () => {
  const {workers, connect} = fakeWorkers();
  const client = createAnalysisClient(connect);
  const older = ['one', 'two', 'three'].map((text) => client.analyze(text, null));
  const refused = older.map((run) => assert.rejects(run, SupersededError));
  const newest = client.analyze('four', null);
  workers[0].runs[0].resolve(answer('one'));
  await Promise.all(refused);
  assert.deepEqual(workers[0].runs.map(({text}) => text), ['one', 'four']);
  workers[0].runs[1].resolve(answer('four'));
  assert.equal((await newest).report.text, 'four');
  assert.equal(workers.length, 1, 'a quick worker is kept');
});

test('a run that keeps a newer text waiting is ended with its worker, and a fresh one takes over', async () => {
  const {workers, connect} = fakeWorkers();
  const client = createAnalysisClient(connect, {patience: 20});
  const slow = assert.rejects(client.analyze('slow', null), SupersededError);
  const newest = client.analyze('new', null);
  await slow;
  assert.equal(workers[0].ended, true);
  assert.equal(workers.length, 2);
  workers[0].runs[0].resolve(answer('slow'));  // too late; nobody listens
  workers[1].runs[0].resolve(answer('new'));
  assert.equal((await newest).report.text, 'new');
});

test('a long run that nobody waits behind may take its time', async () => {
  const {workers, connect} = fakeWorkers();
  const client = createAnalysisClient(connect, {patience: 5});
  const run = client.analyze('long', null);
  await new Promise((resolve) => setTimeout(resolve, 30));
  assert.equal(workers[0].ended, false);
  workers[0].runs[0].resolve(answer('long'));
  assert.equal((await run).report.text, 'long');
});

test('a failed run is told to the one who asked, and the next text is analysed', async () => {
  const {workers, connect} = fakeWorkers();
  const client = createAnalysisClient(connect);
  const failing = client.analyze('one', null);
  workers[0].runs[0].reject(new Error('out of memory'));
  await assert.rejects(failing, /out of memory/);
  const next = client.analyze('two', null);
  workers[0].runs[1].resolve(answer('two'));
  assert.equal((await next).report.text, 'two');
});

test('letting go of a text ends its run', async () => {
  const {workers, connect} = fakeWorkers();
  const client = createAnalysisClient(connect);
  const run = assert.rejects(client.analyze('one', null), SupersededError);
  client.cancel();
  await run;
  await settled();
  assert.equal(workers[0].ended, true);
  client.analyze('two', null);
  assert.equal(workers.length, 2);
});
