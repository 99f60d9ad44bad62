// Which of six colours an event has: that of the participant who takes part in most events, among those who have one.

/** @typedef {import('./event_items.js').TimelineItem} TimelineItem */

/**
 * One way of colouring: classes 1 to 6 with a name each; 0 has none.
 * @typedef {object} Colouring
 * @property {string} key
 * @property {string} label
 * @property {{name: string, colour: number, count: number}[]} classes
 * @property {(item: TimelineItem) => number} colour
 */

const kMost = 6;
const kLeastEvents = 2;  // who takes part in one event only needs no colour

/**
 * @param {TimelineItem[]} items
 * @param {Map<string, {name: string}>} entities
 * @returns {Pick<Colouring, 'classes' | 'colour'>}
 */
export function colourByParticipant(items, entities) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const item of items) for (const id of new Set(item.entities)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const best = [...counts].filter(([id, count]) => count >= kLeastEvents && entities.has(id))
    .sort((a, b) => b[1] - a[1]).slice(0, kMost).map(([id]) => id);
  /** @param {TimelineItem} item */
  const colour = (item) => {
    const first = item.entities.map((id) => best.indexOf(id)).filter((at) => at >= 0);
    return first.length > 0 ? Math.min(...first) + 1 : 0;
  };
  return {classes: countClasses(items, colour, best.map((id) => entities.get(id)?.name ?? '')), colour};
}

/**
 * @param {TimelineItem[]} items
 * @param {Record<TimelineItem['basis'], string>} names
 * @returns {Pick<Colouring, 'classes' | 'colour'>}
 */
export function colourByBasis(items, names) {
  const bases = /** @type {const} */ (['explicit', 'relative', 'context']);
  /** @param {TimelineItem} item */
  const colour = (item) => bases.indexOf(item.basis) + 1;
  return {classes: countClasses(items, colour, bases.map((basis) => names[basis])), colour};
}

/** @param {TimelineItem[]} items @param {(item: TimelineItem) => number} colour @param {string[]} names */
function countClasses(items, colour, names) {
  const counts = new Array(names.length + 1).fill(0);
  for (const item of items) counts[colour(item)]++;
  return names.map((name, i) => ({name, colour: i + 1, count: counts[i + 1]})).filter(({count}) => count > 0);
}
