// How the module is loaded, and loaded again: a copy of dateline.js with a name of its own starts with nothing loaded.
import assert from 'node:assert/strict';
import {once} from 'node:events';
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {test} from 'node:test';
import {wasmBinary} from '../support/articles.js';

let copies = 0;
const freshCopy = () => import(`../../wasm/dateline.js?copy=${++copies}`);

/** The module's bytes with the most memory it may take set to `pages` of 64 KiB. */
function withMemoryLimit(bytes, pages) {
  const patched = Uint8Array.from(bytes);
  let at = 8;
  const readLeb = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = patched[at++];
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  for (;;) {
    const section = patched[at++];
    const end = readLeb() + at;
    if (section !== 5) {
      at = end;
      continue;
    }
    readLeb();                               // how many memories: one
    assert.equal(patched[at++] & 1, 1);      // it has a maximum
    readLeb();                               // its first size
    const start = at;
    readLeb();
    for (let i = start; i < at; ++i, pages >>= 7) patched[i] = (pages & 0x7f) | (i < at - 1 ? 0x80 : 0);
    return patched;
  }
}

test('early calls share one load', async () => {
  const {load} = await freshCopy();
  const [first, second] = await Promise.all([load(), load()]);
  assert.equal(first, second);
});

test('the bytes may be given', async () => {
  const {load} = await freshCopy();
  const dateline = await load({wasmBinary: wasmBinary()});
  assert.equal(dateline.analyze('Ada left.').length, 9);
});

for (const type of ['application/wasm', 'application/octet-stream']) {
  test(`the bytes may come from an address, served as ${type}`, async () => {
    const server = createServer((_, response) => response.setHeader('Content-Type', type).end(wasmBinary()));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const {load} = await freshCopy();
      const dateline = await load({wasmUrl: `http://127.0.0.1:${server.address().port}/core.wasm`});
      assert.equal(dateline.analyze('Ada left.').length, 9);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
}

test('a load that fails says so, and the next one starts anew', async () => {
  const {load, DatelineError} = await freshCopy();
  const failed = (error) => error instanceof DatelineError && error.code === 'load_failed';
  await assert.rejects(load({wasmBinary: new Uint8Array([1, 2, 3])}), failed);
  await assert.rejects(load({wasmUrl: new URL('file:///there/is/no/such/file.wasm')}), failed);
  assert.equal((await load()).analyze('Ada left.').length, 9);
});

test('a text that uses up the memory is refused as internal, and after load() the next one is read', async () => {
  const {load, DatelineError} = await freshCopy();
  const dateline = await load({wasmBinary: withMemoryLimit(wasmBinary(), 600)});
  const refused = (error) => error instanceof DatelineError && error.code === 'internal';
  for (let round = 0; round < 3; ++round) {
    assert.throws(() => dateline.analyze('Ada left on Monday. '.repeat(200_000)), refused);
    assert.throws(() => dateline.analyze('Ada left.'), refused);
    assert.equal(await load(), dateline);
    assert.equal(dateline.analyze('Ada left.').length, 9);
  }
});

test('the module holds no eval and no new Function', async () => {
  const glue = await readFile(new URL('../../wasm/dist/dateline-core.mjs', import.meta.url), 'utf8');
  assert.equal(glue.match(/\beval\(|new Function\b|(?<![.\w])Function\(/g), null);
});
