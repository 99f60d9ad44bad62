// Which numbers of several articles measure the same thing: one kind and unit, and much the same words for what is
// counted. Where the numbers differ, the articles contradict one another, or one is older than the other.
import {contentStems, createGroups, shared, stem, folded, likeness} from './article_set.js';

/** @typedef {import('./article_set.js').SetArticle} SetArticle */
/** @typedef {import('../report_types.js').Figure} Figure */
/** @typedef {{article: number, figure: Figure, words: string}} SetFigure */

/**
 * @typedef {object} SameFigure
 * @property {SetFigure[]} tellings  in the order of the articles, from two of them at least
 * @property {boolean} valuesDiffer
 */

const kAlike = 0.4;
const kMostInBucket = 80;  // figures with one unit

/**
 * @param {SetArticle[]} articles
 * @returns {SameFigure[]} those that differ first. Cost: linear in the figures, times what a bucket may hold
 */
export function sameFigures(articles) {
  /** @type {SetFigure[]} */
  const figures = articles.flatMap(({report, text}, article) => report.figures
    .filter(({kind}) => kind !== 'ordinal')
    .map((figure) => ({article, figure, words: text.slice(figure.start, figure.end)})));
  const what = figures.map(({figure}) => contentStems(figure.what ?? ''));
  /** @type {Map<string, number[]>} */
  const buckets = new Map();
  figures.forEach(({figure}, index) => {
    const key = `${figure.kind} ${folded(figure.unit ?? '').split(' ').map(stem).join(' ')}`;
    const bucket = buckets.get(key);
    if (bucket) bucket.push(index);
    else buckets.set(key, [index]);
  });
  const groups = createGroups(figures.length);
  for (const bucket of buckets.values()) {
    for (const [i, a] of bucket.slice(0, kMostInBucket).entries()) {
      for (const b of bucket.slice(i + 1, kMostInBucket)) {
        if (figures[a].article !== figures[b].article && alike(figures[a].figure, what[a], what[b])) groups.join(a, b);
      }
    }
  }
  return groups.all()
    .filter((indices) => new Set(indices.map((index) => figures[index].article)).size > 1)
    .map((indices) => {
      const tellings = indices.map((index) => figures[index]);
      const [{figure}] = tellings;
      return {tellings, valuesDiffer: tellings.some(({figure: {value}}) => value !== figure.value)};
    })
    .sort((a, b) => Number(b.valuesDiffer) - Number(a.valuesDiffer));
}

/** A unit such as "sailors" says much by itself, one such as "%" nothing. @param {Figure} figure
 * @param {Set<string>} one @param {Set<string>} other */
function alike(figure, one, other) {
  const both = shared(one, other);
  if (figure.kind === 'count' && figure.unit) return both >= 1 && (both >= 2 || likeness(one, other) >= kAlike);
  return both >= 2 && likeness(one, other) >= kAlike;
}
