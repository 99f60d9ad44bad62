// Starts the page's workers. Each is started from a blob whose one line imports the worker's file: a worker started
// that way inherits the page's Content-Security-Policy, while one started from its own address would have none, and the
// text is in its hands.
import analysisUrl from './analysis_worker.js?worker&url';
import docxUrl from './input/docx_worker.js?worker&url';
import pdfUrl from './input/pdf_worker.js?worker&url';

const kFiles = {analysis: analysisUrl, docx: docxUrl, pdf: pdfUrl};

/**
 * @param {keyof typeof kFiles} name
 * @returns {{worker: Worker, release: () => void}} release: to be called once the worker has loaded, or is not needed
 */
export function startWorker(name) {
  const address = new URL(kFiles[name], import.meta.url).href;
  const blob = new Blob([`import ${JSON.stringify(address)};`], {type: 'text/javascript'});
  const blobUrl = URL.createObjectURL(blob);
  return {worker: new Worker(blobUrl, {type: 'module', name}), release: () => URL.revokeObjectURL(blobUrl)};
}
