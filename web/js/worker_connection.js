// The worker that holds the analysis, as its client needs it.
import {wrap} from 'comlink';
import {samples} from './input/samples.js';
import {startWorker} from './start_worker.js';

/** @returns {import('./analysis_client.js').Connection} */
export function connectWorker() {
  const {worker, release} = startWorker('analysis');
  /** @type {import('comlink').Remote<import('./analysis_worker.js').Analysis>} */
  const remote = wrap(worker);

  /** @type {Promise<never>} */
  const broken = new Promise((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'worker')), {once: true});
  });
  broken.catch(() => {});
  const prepared = remote.prepare(samples.map(({text}) => text));
  prepared.catch(() => {});
  prepared.finally(release).catch(() => {});

  return {
    async analyze(text, date) {
      const {json, milliseconds, words} = await Promise.race([remote.analyze(text, date), broken]);
      return {report: JSON.parse(json), milliseconds, words};
    },
    terminate: () => worker.terminate(),
  };
}
