// Talks to the worker. The newest text wins: while one analysis runs, only the newest of the others waits, and the
// answer of the running one is dropped as soon as a newer one waits. A run that keeps a newer text waiting for longer
// than a second is ended with its worker, and a fresh worker takes over.

/** @typedef {import('./report_types.js').Report} Report */
/** @typedef {{report: Report, milliseconds: number, words: number}} Analysed */

/**
 * What the client needs of a worker.
 * @typedef {object} Connection
 * @property {(text: string, date: string | null) => Promise<Analysed>} analyze
 * @property {() => void} terminate
 */

/** A run gave way to a newer one; nothing went wrong. */
export class SupersededError extends Error {
  constructor() {
    super('A newer text is being analysed.');
    this.name = 'SupersededError';
  }
}

/**
 * @typedef {object} Run
 * @property {string} text
 * @property {string | null} date
 * @property {(value: Analysed) => void} resolve
 * @property {(reason: unknown) => void} reject
 * @property {number} begun  when it was handed to the worker
 */

/**
 * @param {() => Connection} connect  starts a worker
 * @param {{patience?: number}} [options]  milliseconds a run may keep a newer text waiting
 */
export function createAnalysisClient(connect, {patience = 1000} = {}) {
  /** @type {Connection | null} */
  let connection = null;
  /** @type {Run | null} */
  let running = null;
  /** @type {Run | null} */
  let waiting = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {Run} run */
  function start(run) {
    connection ??= connect();
    running = run;
    run.begun = performance.now();
    connection.analyze(run.text, run.date).then(
      (value) => finish(run, () => run.resolve(value)),
      (reason) => finish(run, () => run.reject(reason)));
  }

  /** @param {Run} run @param {() => void} settle */
  function finish(run, settle) {
    if (running !== run) return;  // ended before, with its worker
    running = null;
    clearTimeout(timer);
    const next = waiting;
    waiting = null;
    if (next) {
      run.reject(new SupersededError());
      start(next);
    } else {
      settle();
    }
  }

  function endRun() {
    if (!running || !waiting) return;
    connection?.terminate();
    connection = null;
    finish(running, () => {});
  }

  return {
    /** Starts the worker and its module before there is a text. */
    prepare() {
      connection ??= connect();
    },

    /**
     * The report of a text; rejected with SupersededError where a newer text came before it was ready.
     * @param {string} text
     * @param {string | null} date
     * @returns {Promise<Analysed>}
     */
    analyze(text, date) {
      return new Promise((resolve, reject) => {
        /** @type {Run} */
        const run = {text, date, resolve, reject, begun: 0};
        if (!running) return start(run);
        waiting?.reject(new SupersededError());
        waiting = run;
        clearTimeout(timer);
        timer = setTimeout(endRun, Math.max(0, patience - (performance.now() - running.begun)));
      });
    },

    /** Ends the worker; the next text starts another. */
    end() {
      this.cancel();
      connection?.terminate();
      connection = null;
    },

    /** Lets go of what runs and waits: the text is gone. */
    cancel() {
      waiting?.reject(new SupersededError());
      waiting = null;
      clearTimeout(timer);
      if (!running) return;
      const run = running;
      running = null;
      connection?.terminate();
      connection = null;
      run.reject(new SupersededError());
    },
  };
}
