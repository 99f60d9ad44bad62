// All kept articles as one file, and back again.
import {InputError} from '../input/incoming.js';
import {strings} from '../strings.js';

/** @typedef {import('./kept_articles.js').KeptArticle} KeptArticle */

const kFormat = 'dateline-library';
const kMaxBytes = 200e6;

/** @param {KeptArticle[]} articles @returns {string} JSON */
export function libraryAsFile(articles) {
  const rows = articles.map(({title, text, givenDate, source, savedAt}) => ({title, text, givenDate, source, savedAt}));
  return `${JSON.stringify({format: kFormat, version: 1, articles: rows}, null, 1)}\n`;
}

/**
 * @param {File} file
 * @returns {Promise<Omit<KeptArticle, 'id'>[]>} rejected with an InputError where it is no such file
 */
export async function articlesOfFile(file) {
  const words = strings.library;
  if (file.size > kMaxBytes) throw new InputError(words.importLarge);
  let data;
  try {
    data = JSON.parse(await file.text());
  } catch (error) {
    throw new InputError(words.importBroken, error);
  }
  if (data?.format !== kFormat || !Array.isArray(data.articles)) throw new InputError(words.importOther);
  if (data.version > 1) throw new InputError(words.errors.newer);
  return data.articles.filter(isArticle).map((/** @type {KeptArticle} */ article) => ({
    title: article.title,
    text: article.text,
    givenDate: /^\d{4}-\d\d-\d\d$/.test(article.givenDate ?? '') ? article.givenDate : '',
    source: typeof article.source === 'string' ? article.source : '',
    savedAt: typeof article.savedAt === 'string' && !Number.isNaN(Date.parse(article.savedAt)) ?
      article.savedAt : new Date().toISOString(),
  }));
}

/** @param {unknown} value */
function isArticle(value) {
  if (value === null || typeof value !== 'object') return false;
  const {title, text} = /** @type {Record<string, unknown>} */ (value);
  return typeof title === 'string' && typeof text === 'string' && /\S/.test(text);
}
