// Dateline as an ES module: who and what is in a news article, what happened when, who said what.
//
//   import {load} from 'dateline';
//   const dateline = await load();
//   const report = dateline.analyze(text, {date: '2016-02-11'});
//
// Works in a page, a worker and Node. dist/ is made by build-scripts/build-wasm. The types stand in dateline.d.ts.
import createCore from './dist/dateline-core.mjs';

/** A refused call. `code`: bad_text | bad_date | too_long | load_failed | internal. */
export class DatelineError extends Error {
  constructor(code, message, options) {
    super(message, options);
    this.name = 'DatelineError';
    this.code = code;
  }
}

/** The promise of the one Dateline here: early calls share a load, later ones find it done. */
let loading = null;

/** Loads the module, once. Options count only in the first call, or in the next after one that failed. */
export function load(options = {}) {
  loading ??= start(options).catch((cause) => {
    loading = null;
    throw cause instanceof DatelineError
      ? cause
      : new DatelineError('load_failed', `Dateline could not be loaded: ${cause?.message ?? cause}`, {cause});
  });
  return loading;
}

async function start(options) {
  const program = await compile(options);
  return new Dateline(program, await instantiate(program));
}

/** @returns {Promise<WebAssembly.Module>} */
async function compile({wasmBinary, wasmUrl}) {
  if (wasmBinary) return WebAssembly.compile(wasmBinary);
  const url = wasmUrl ?? new URL('./dist/dateline-core.wasm', import.meta.url);
  if (String(url).startsWith('file:') && globalThis.process?.versions?.node) {
    // Node's fetch() reads no files. The name is a variable so that bundlers for the page leave it alone.
    const files = 'node:fs/promises';
    const {readFile} = await import(/* @vite-ignore */ files);
    return WebAssembly.compile(await readFile(new URL(url)));
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
  // Streaming needs the server to say application/wasm; one that does not is served all the same.
  const type = response.headers.get('Content-Type') ?? '';
  if (type.startsWith('application/wasm')) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** A fresh instance of the compiled program, with memory of its own. */
function instantiate(program) {
  return new Promise((resolve, reject) => {
    const instantiateWasm = (imports, receive) => {
      WebAssembly.instantiate(program, imports).then((instance) => receive(instance, program), reject);
      return {};
    };
    createCore({instantiateWasm, printErr: () => {}}).then(resolve, reject);
  });
}

class Dateline {
  #program;
  #core;

  constructor(program, core) {
    this.#program = program;
    this.#core = core;
    this.version = core.version();
    this.maxLength = core.maxLength;
  }

  analyze(text, options = {}) {
    return JSON.parse(this.analyzeToJson(text, options));
  }

  analyzeToJson(text, options = {}) {
    if (typeof text !== 'string') throw new DatelineError('bad_text', 'The text must be a string.');
    const date = options?.date ?? '';
    if (typeof date !== 'string') throw new DatelineError('bad_date', 'The publication date must be a string or null.');
    if (text.length > this.maxLength) {
      throw new DatelineError(
        'too_long',
        `The text has ${text.length} characters; at most ${this.maxLength} are read.`,
      );
    }
    const json = this.#call(text, date);
    if (json.startsWith('{"error":')) {
      const {code, message} = JSON.parse(json).error;
      throw new DatelineError(code, message);
    }
    return json;
  }

  /** The module's answer. A call that dies (no memory left) leaves its instance spoilt: a fresh one takes its place. */
  #call(text, date) {
    if (!this.#core) {
      throw new DatelineError('internal', 'An earlier text used up the memory; call load() again and wait for it.');
    }
    try {
      return this.#core.analyze(text, date);
    } catch (cause) {
      this.#core = null;
      loading = instantiate(this.#program).then((core) => {
        this.#core = core;
        return this;
      });
      loading.catch(() => (loading = null));
      throw new DatelineError('internal', 'The analysis ran out of memory or failed.', {cause});
    }
  }
}
