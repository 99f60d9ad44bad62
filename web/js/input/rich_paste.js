// What the clipboard holds as HTML, as text with its paragraphs; the plain text of many programs has lost them.
import {htmlText} from './html_text.js';
import {parseHtml} from './parse_html.js';

const kMaxHtml = 5_000_000;  // characters
const kBlock = /<(p|h[1-6]|li|br|div|tr|blockquote)\b/i;

/**
 * @param {string} html   the clipboard's text/html
 * @param {string} plain  its text/plain
 * @returns {string} the better of the two
 */
export function pastedText(html, plain) {
  if (html.length > kMaxHtml || !kBlock.test(html)) return plain;
  const text = htmlText(parseHtml(html));
  // Where the two do not hold the same words, the plain ones are what the reader saw.
  const count = (/** @type {string} */ words) => words.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const rich = count(text);
  if (plain === '') return text;
  return rich >= count(plain) * 0.9 && rich <= count(plain) * 1.1 ? text : plain;
}
