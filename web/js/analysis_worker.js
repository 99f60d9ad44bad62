// The analysis, off the page's own thread. One text in, one report out; the module is loaded once, at the first call or
// before it.
import {expose} from 'comlink';
import {load} from '../../wasm/dateline.js';

/** @type {ReturnType<typeof load> | null} */
let loading = null;

/** The promise of the module is kept, so that early calls share one load; a failed load may be tried again. */
function loadOnce() {
  loading ??= load().catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

const analysis = {
  async prepare() {
    await loadOnce();
  },

  /**
   * @param {string} text
   * @param {string | null} date  publication date, "YYYY-MM-DD", or null to take the article's own
   */
  async analyze(text, date) {
    const dateline = await loadOnce();
    const begun = performance.now();
    const report = dateline.analyze(text, date === null ? {} : {date});
    return {report, milliseconds: performance.now() - begun};
  },
};

/** @typedef {typeof analysis} Analysis */

expose(analysis);
