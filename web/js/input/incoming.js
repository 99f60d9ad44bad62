// An article on its way into the page: what every way in gives, and what can be wrong with it.

/**
 * @typedef {object} Incoming
 * @property {string} text
 * @property {string} title   "" where only the text itself says
 * @property {string} source  a file's name or an address; "" where not known
 * @property {import('./published_date.js').Published | null} date  found outside the text
 * @property {string} note    something to tell the reader, or ""
 */

/** Something cannot be read; the message says why, in words for the reader. */
export class InputError extends Error {
  /** @param {string} message @param {unknown} [cause] */
  constructor(message, cause) {
    super(message, {cause});
    this.name = 'InputError';
  }
}
