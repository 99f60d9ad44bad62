// From a changed text or date to a new report in the state: waits until typing rests, refuses what is too long or empty
// in words, and takes only the newest answer.
import {SupersededError, createAnalysisClient} from './analysis_client.js';
import {strings} from './strings.js';
import {connectWorker} from './worker_connection.js';

/** @typedef {import('./state.js').Store} Store */

export const kMaxText = 5_000_000;  // characters
const kTypingRest = 180;            // milliseconds without a key before the text is analysed

/** @param {Store} store */
export function createAnalysis(store) {
  const client = createAnalysisClient(connectWorker);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {string} text */
  async function run(text) {
    const answer = client.analyze(text, store.get().givenDate || null);
    queueMicrotask(() => store.get().text === text && store.set({phase: 'working'}));
    try {
      const {report, milliseconds, words} = await answer;
      const mode = store.get().opening ? 'read' : store.get().mode;
      store.set({report, reportText: text, milliseconds, words, phase: 'ready', selection: null, mode, opening: false});
    } catch (error) {
      if (error instanceof SupersededError) return;
      const message = error instanceof Error ? error.message : String(error);
      const notLoaded = /could not be loaded|worker/.test(message);
      const notice = notLoaded ? strings.notice.loadFailed : strings.notice.failed(message);
      store.set({phase: 'failed', notice, opening: false});
    }
  }

  return {
    prepare: () => client.prepare(),

    /**
     * Another text, or the same with another date. The worker begins before the page tells of it.
     * @param {string} text
     * @param {{typing?: boolean, read?: boolean}} [options]
     *     typing: more may follow at once; read: show it marked up when done
     */
    request(text, {typing = false, read = false} = {}) {
      clearTimeout(timer);
      if (!/\S/.test(text) || text.length > kMaxText) {
        client.cancel();
        const tooLong = text.length > kMaxText;
        store.set({
          text, report: null, reportText: '', selection: null, mode: 'edit', opening: false,
          phase: tooLong ? 'too_long' : 'empty',
          notice: text === '' ? '' : tooLong ? strings.notice.tooLong(text.length, kMaxText) :
            strings.notice.onlySpaces,
        });
        return;
      }
      if (typing) timer = setTimeout(run, kTypingRest, text);
      else run(text);
      store.set({text, notice: '', opening: read});
    },
  };
}
