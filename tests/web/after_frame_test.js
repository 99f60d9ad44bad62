// Protects what is done behind a frame: nothing is lost, nothing comes too early, and all that waits for the screen
// asks for one frame together.
import assert from 'node:assert/strict';
import {afterEach, beforeEach, test} from 'node:test';
import {afterFrame, afterShown} from '../../web/js/views/after_frame.js';

/** What the page waits for frames with. @type {(() => void)[]} */
let asked = [];
beforeEach(() => {
  asked = [];
  globalThis.document = {hidden: false};
  globalThis.requestAnimationFrame = (act) => asked.push(act);
});
afterEach(() => {
  delete globalThis.document;
  delete globalThis.requestAnimationFrame;
});

/** The browser makes a frame, and then does what tasks there are. */
async function frame() {
  for (const act of asked.splice(0)) act();
  await new Promise((resolve) => setTimeout(resolve, 20));
}

test('behind a frame: in a task after it', async () => {
  const done = [];
  afterFrame(() => done.push('a'));
  for (const act of asked.splice(0)) act();
  assert.deepEqual(done, [], 'not in the frame itself');
  await frame();
  assert.deepEqual(done, ['a']);
});

test('when a frame is on the screen: a frame later, in order, all for one call of a frame', async () => {
  const done = [];
  for (const name of ['a', 'b', 'c']) afterShown(() => done.push(name));
  assert.equal(asked.length, 1);
  await frame();
  assert.deepEqual(done, []);
  assert.equal(asked.length, 1);
  await frame();
  assert.deepEqual(done, ['a', 'b', 'c']);
  assert.equal(asked.length, 0);
});

test('what comes while others wait has a frame of its own, and so has what they ask for', async () => {
  const done = [];
  afterShown(() => {
    done.push('a');
    afterShown(() => done.push('c'));
  });
  await frame();
  afterShown(() => done.push('b'));
  await frame();
  assert.deepEqual(done, ['a']);
  await frame();
  assert.deepEqual(done, ['a', 'b']);
  await frame();
  assert.deepEqual(done, ['a', 'b', 'c']);
});

test('where nobody looks there are no frames: at once', () => {
  globalThis.document.hidden = true;
  const done = [];
  afterFrame(() => done.push('a'));
  afterShown(() => done.push('b'));
  assert.deepEqual(done, ['a', 'b']);
  assert.equal(asked.length, 0);
});
