// Who is named together with whom: pairs of entities that one sentence names.

/** @typedef {import('../report_types.js').Report} Report */
/** @typedef {import('../report_types.js').Entity} Entity */

/**
 * @typedef {object} Pair
 * @property {number} a         index into the entities that were given, the smaller one
 * @property {number} b
 * @property {number[]} sentences  indices of the sentences that name both, in text order
 */

/**
 * @param {Report} report
 * @param {Entity[]} entities  a few
 * @returns {Pair[]} most sentences first. Cost: linear in sentences and mentions, square in the entities of a sentence
 */
export function namedTogether(report, entities) {
  /** Entities of each sentence. @type {Map<number, Set<number>>} */
  const named = new Map();
  entities.forEach((entity, index) => {
    let sentence = 0;
    for (const {start} of entity.mentions) {
      while (sentence < report.sentences.length && report.sentences[sentence].end <= start) sentence++;
      if (sentence >= report.sentences.length || report.sentences[sentence].start > start) continue;
      const set = named.get(sentence);
      if (set) set.add(index);
      else named.set(sentence, new Set([index]));
    }
  });
  /** @type {Map<string, Pair>} */
  const pairs = new Map();
  for (const [sentence, set] of [...named].sort(([a], [b]) => a - b)) {
    const indices = [...set].sort((a, b) => a - b);
    indices.forEach((a, i) => indices.slice(i + 1).forEach((b) => {
      const key = `${a} ${b}`;
      const pair = pairs.get(key);
      if (pair) pair.sentences.push(sentence);
      else pairs.set(key, {a, b, sentences: [sentence]});
    }));
  }
  return [...pairs.values()].sort((one, other) => other.sentences.length - one.sentences.length);
}
