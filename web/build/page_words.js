// The words of index.html come from strings.js, like all others.
import {strings} from '../js/strings.js';

/** @param {string} text */
function escapeHtml(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** Puts strings.page.<key> where index.html says {{key}}; an unknown key stops the build. */
export function wordsOfThePage() {
  return {
    name: 'words-of-the-page',
    transformIndexHtml: {
      order: /** @type {const} */ ('pre'),
      /** @param {string} html */
      handler: (html) => html.replace(/\{\{(\w+)\}\}/g, (_, key) => {
        const words = /** @type {Record<string, string>} */ (strings.page)[key];
        if (words === undefined) throw new Error(`strings.page has no "${key}"`);
        return escapeHtml(words);
      }),
    },
  };
}
