// The page's side of reading a file in a worker: started for one file, ended after it or when it takes too long.
import {strings} from '../strings.js';
import {startWorker} from '../start_worker.js';
import {InputError} from './incoming.js';

const kPatience = 60_000;  // milliseconds

/**
 * @param {'pdf' | 'docx'} kind
 * @param {ArrayBuffer} bytes  handed over: empty afterwards
 * @returns {Promise<import('./answer_reading.js').Reading>} rejected with an InputError
 */
export function readInWorker(kind, bytes) {
  return new Promise((resolve, reject) => {
    const {worker, release} = startWorker(kind);
    const refuse = (/** @type {keyof typeof strings.input.problems} */ problem) => {
      end();
      reject(new InputError(strings.input.problems[problem]));
    };
    const timer = setTimeout(() => refuse('reader_slow'), kPatience);
    function end() {
      clearTimeout(timer);
      worker.terminate();
      release();
    }
    worker.addEventListener('message', ({data}) => {
      if (!data.reading) return;
      if (data.reading.problem) return refuse(data.reading.problem);
      end();
      resolve(data.reading);
    });
    worker.addEventListener('error', () => refuse('reader_not_loaded'));
    worker.postMessage(bytes, [bytes]);
  });
}
