// The text of a Markdown file as a reader would see it: rendered, then taken out of the rendering.
import {marked} from 'marked';
import {htmlText} from './html_text.js';
import {parseHtml} from './parse_html.js';

/** @param {string} markdown @returns {string} */
export function markdownText(markdown) {
  // What stands between lines of dashes at the head of the file is data about it.
  const body = markdown.replace(/^---\n[\s\S]{0,5000}?\n---\n/, '');
  return htmlText(parseHtml(marked.parse(body, {async: false, gfm: true})));
}
