// Several articles as one subject: whose words they are, and small tools that the comparisons share.

/** @typedef {import('../report_types.js').Report} Report */

/**
 * An article with its report, as the library gives it.
 * @typedef {object} SetArticle
 * @property {string} id
 * @property {string} title
 * @property {string} text
 * @property {string} date  publication date, "YYYY-MM-DD"; "" where it is not known
 * @property {Report} report
 */

/** Letters alone, without accents, case or points. @param {string} words */
export const folded = (words) => words.normalize('NFKD').replace(/[\p{M}.’']/gu, '').toLowerCase()
  .replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** Words that say nothing about which event or which number is meant. */
const kEmpty = new Set(('a an the of in on at to for from by with and or but as is are was were be been has have had ' +
  'its his her their it he she they that this these those will would could may more than about nearly over up said ' +
  'says after before during into out not no new one also').split(' '));

/** The stem of a word, roughly: "agrees", "agreed", "agreeing" are one. @param {string} word */
export function stem(word) {
  const short = word.replace(/(?:ies|ied)$/, 'y').replace(/(?:ing|ed|es|s|e)$/, '');
  return short.length >= 3 ? short.replace(/(.)\1$/, '$1') : word;
}

/** The stems of the words that carry meaning. @param {string} words @returns {Set<string>} */
export function contentStems(words) {
  return new Set(folded(words).split(' ').filter((word) => word.length > 1 && !kEmpty.has(word)).map(stem));
}

/** How many two sets share. @template Item @param {Set<Item>} one @param {Set<Item>} other */
export function shared(one, other) {
  let count = 0;
  for (const item of one) if (other.has(item)) count++;
  return count;
}

/** The part of both that is shared, 0 to 1. @template Item @param {Set<Item>} one @param {Set<Item>} other */
export function likeness(one, other) {
  const both = shared(one, other);
  const all = one.size + other.size - both;
  return all === 0 ? 0 : both / all;
}

/** Groups that grow together: each index begins alone. @param {number} count */
export function createGroups(count) {
  const parent = Array.from({length: count}, (_, i) => i);
  /** @param {number} index @returns {number} */
  function find(index) {
    while (parent[index] !== index) index = parent[index] = parent[parent[index]];
    return index;
  }
  return {
    find,
    /** @param {number} a @param {number} b */
    join(a, b) {
      const [one, other] = [find(a), find(b)];
      if (one !== other) parent[Math.max(one, other)] = Math.min(one, other);
    },
    /** The groups as lists of indices, in order of their first. */
    all() {
      /** @type {Map<number, number[]>} */
      const lists = new Map();
      for (let i = 0; i < count; i++) {
        const root = find(i);
        const list = lists.get(root);
        if (list) list.push(i);
        else lists.set(root, [i]);
      }
      return [...lists.values()];
    },
  };
}
