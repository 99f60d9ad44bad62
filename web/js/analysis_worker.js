// The analysis, off the page's own thread. One text in, one report out; the module is loaded once, at the first call or
// before it.
import {expose} from 'comlink';
import {load} from '../../wasm/dateline.js';
import {countWords} from './reading_time.js';

/** How often articles are read before the first real one: by then the browser has made its fast code of nearly all. */
const kTurns = 75;
/** From here on all as one, which takes as much memory as a long article; by then that takes no longer than one did. */
const kWhole = 60;
const kRest = 2;  // milliseconds between two turns, in which a real article may come

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

/** A real article came. */
let hasWork = false;

const analysis = {
  /**
   * Loads the module and reads an article, so that lexicons and models are unpacked before the first real one comes;
   * then goes on reading while there is nothing else to do, so that the code is fast by then.
   * @param {string[]} articles
   */
  async prepare(articles) {
    const dateline = await loadOnce();
    const whole = articles.join('\n\n');
    let turn = 0;
    const read = () => {
      if (turn >= kTurns || hasWork) return;
      dateline.analyzeToJson(turn < kWhole ? articles[turn % articles.length] : whole);
      turn++;
      setTimeout(read, kRest);
    };
    read();
  },

  /**
   * The report as JSON, which takes less time to hand over than an object.
   * @param {string} text
   * @param {string | null} date  publication date, "YYYY-MM-DD", or null to take the article's own
   */
  async analyze(text, date) {
    hasWork = true;
    const dateline = await loadOnce();
    const begun = performance.now();
    const json = dateline.analyzeToJson(text, date === null ? {} : {date});
    return {json, milliseconds: performance.now() - begun, words: countWords(text)};
  },
};

/** @typedef {typeof analysis} Analysis */

expose(analysis);
