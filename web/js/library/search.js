// Which kept articles hold the words a reader looks for: all of them, anywhere in title or text, accents and case
// apart.

/** @typedef {import('./kept_articles.js').KeptArticle} KeptArticle */

/** @param {string} words */
const folded = (words) => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The folded text of each article is made once. @type {WeakMap<KeptArticle, string>} */
const known = new WeakMap();

/** @param {KeptArticle[]} articles @param {string} query @returns {KeptArticle[]} in the same order */
export function matching(articles, query) {
  const words = folded(query).split(/\s+/).filter((word) => word !== '');
  return articles.filter((article) => {
    let text = known.get(article);
    if (text === undefined) known.set(article, text = folded(`${article.title}\n${article.text}\n${article.source}`));
    return words.every((word) => /** @type {string} */ (text).includes(word));
  });
}
