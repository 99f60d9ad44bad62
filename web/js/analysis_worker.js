// The analysis, off the page's own thread. One text in, one report out; the module is loaded once, at the first call or
// before it.
import {expose} from 'comlink';
import {load} from '../../wasm/dateline.js';

/** A sentence with a bit of everything that an analysis looks for. */
const kFirstText = 'Ann Lee of Oslo said on 3 May 2021: “Nearly 40 ships sailed.” ';

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
  /** Loads the module and reads a sentence, so that lexicons and models are unpacked before the first article comes. */
  async prepare() {
    const dateline = await loadOnce();
    dateline.analyze(kFirstText.repeat(20));
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
