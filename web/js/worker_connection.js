// Starts the worker that holds the analysis. It is started from a blob whose one line imports the worker's file: a
// worker started that way inherits the page's Content-Security-Policy, while one started from its own address would
// have none, and the text is in its hands.
import {wrap} from 'comlink';
import workerUrl from './analysis_worker.js?worker&url';

/** @returns {import('./analysis_client.js').Connection} */
export function connectWorker() {
  const address = new URL(workerUrl, import.meta.url).href;
  const blob = new Blob([`import ${JSON.stringify(address)};`], {type: 'text/javascript'});
  const blobUrl = URL.createObjectURL(blob);
  const worker = new Worker(blobUrl, {type: 'module', name: 'analysis'});
  /** @type {import('comlink').Remote<import('./analysis_worker.js').Analysis>} */
  const remote = wrap(worker);

  /** @type {Promise<never>} */
  const broken = new Promise((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'worker')), {once: true});
  });
  broken.catch(() => {});
  const prepared = remote.prepare();
  prepared.catch(() => {});
  prepared.finally(() => URL.revokeObjectURL(blobUrl)).catch(() => {});

  return {
    analyze: (text, date) => Promise.race([remote.analyze(text, date), broken]),
    terminate: () => worker.terminate(),
  };
}
