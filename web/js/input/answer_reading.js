// The worker's side of reading a file: one message with bytes in, one with what was read out. A reader's
// library may have messages of its own: ours are known by their key.

/**
 * @typedef {object} Reading
 * @property {string} [text]
 * @property {string} [html]
 * @property {number} [left]     pages beyond those that are read
 * @property {keyof (typeof import('../strings.js'))['strings']['input']['problems']} [problem]
 */

/** @param {(bytes: Uint8Array) => Promise<Reading>} read */
export function answerReading(read) {
  addEventListener('message', async ({data}) => {
    /** @type {Reading} */
    let reading;
    try {
      reading = await read(new Uint8Array(data));
    } catch {
      reading = {problem: 'reader_failed'};
    }
    postMessage({reading});
  });
}
