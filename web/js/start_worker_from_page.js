// Starts the workers of the page that is one file: their sources lie in the page as text, in elements that the browser
// does not run. Takes the place of start_worker.js in that build (build/one_file.js).

/**
 * @param {'analysis' | 'docx' | 'pdf'} name
 * @returns {{worker: Worker, release: () => void}} release: to be called once the worker has loaded, or is not needed
 */
export function startWorker(name) {
  const source = document.getElementById(`worker-${name}`)?.textContent ?? '';
  const address = URL.createObjectURL(new Blob([source], {type: 'text/javascript'}));
  return {worker: new Worker(address, {name}), release: () => URL.revokeObjectURL(address)};
}
