// The article in a web page's source: what Mozilla's Readability takes for it, or all the text where it finds none.
import {Readability} from '@mozilla/readability';
import {htmlText} from './html_text.js';
import {parseHtml} from './parse_html.js';
import {publishedDate} from './published_date.js';

/** @typedef {import('./incoming.js').Incoming} Incoming */

const kMaxElements = 60_000;   // Readability looks at each several times
const kFewWords = 60;          // fewer found: perhaps the wrong part of the page
const kLeastShare = 0.3;       // of the page's words, for what was found to be believed where it is short
const kFurniture = 'nav, footer, aside, form, menu, [role=navigation], [role=complementary], [role=contentinfo]';

/**
 * @param {string} html
 * @returns {Pick<Incoming, 'text' | 'title' | 'date'> & {whole: boolean}}
 *     whole: no article was told from the rest, so this is all the text there is
 */
export function articleOfPage(html) {
  const page = parseHtml(html);
  const date = publishedDate(page);
  const all = htmlText(page.body ?? page, {skip: (element) => element.matches(kFurniture)});
  const found = readable(page);
  if (found && (words(found.text) >= kFewWords || words(found.text) >= words(all) * kLeastShare)) {
    return {...found, date, whole: false};
  }
  return {text: all, title: page.title.trim(), date, whole: true};
}

/** @param {string} text */
const words = (text) => text.split(/\s+/).length;

/** @param {Document} page  is changed */
function readable(page) {
  if (page.getElementsByTagName('*').length > kMaxElements) return null;
  let article;
  try {
    article = new Readability(page, {serializer: (node) => node, charThreshold: 200}).parse();
  } catch {
    return null;
  }
  if (!article?.content) return null;
  const body = htmlText(/** @type {Node} */ (article.content));
  if (body === '') return null;
  const title = (article.title ?? '').replace(/\s+/g, ' ').trim();
  const byline = (article.byline ?? '').replace(/\s+/g, ' ').trim();
  const start = body.slice(0, 1000);
  const head = [title, byline].filter((line) => line !== '' && line.length < 300 && !start.includes(line));
  return {text: [...head, body].join('\n\n'), title};
}
