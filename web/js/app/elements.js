// The elements of index.html that more than one part of the page works with, and what the reader's screen is like.

/** @typedef {import('../state.js').Tab} Tab */

/** The element with an id of index.html. @param {string} id */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

export const desk = byId('desk');
export const sheet = byId('sheet');
export const articleElement = byId('article');
export const textArea = /** @type {HTMLTextAreaElement} */ (byId('text'));
export const dateInput = /** @type {HTMLInputElement} */ (byId('date'));

/** Article and findings side by side; the stylesheet says the same. */
export const sideBySide = matchMedia('(min-width: 62rem)');
/** The reader asked for no motion. */
export const calm = matchMedia('(prefers-reduced-motion: reduce)');

/** Says words to a screen reader. @param {string} words */
export function announce(words) {
  const element = byId('announce');
  // The same words twice are two announcements.
  element.textContent = element.textContent === words ? `${words}\u00a0` : words;
}
