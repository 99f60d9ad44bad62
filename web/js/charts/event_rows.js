// Which row of a drawn timeline each event stands in, where its label goes, and which events stand too close together
// to be told apart and are shown as one, with their number. Rows are filled from the axis upwards, each event in the
// first that has room. Where they do not suffice, what is near one another is put together, coarser and coarser.

/** @typedef {import('./event_items.js').TimelineItem} TimelineItem */

/**
 * @typedef {object} Placed
 * @property {string} key            of its first event
 * @property {TimelineItem[]} items  one, or those shown as one
 * @property {boolean} round         a dot; else a bar
 * @property {number} left           pixels
 * @property {number} right
 * @property {number} row            0: next to the axis
 * @property {{text: string, x: number, anchor: 'start' | 'end'} | null} label
 */

const kDot = 7;          // pixels, the radius of a dot
const kManyDot = 10;     // of one that stands for several
const kLeastBar = 16;    // pixels; a day wider than this is a bar
const kGap = 8;          // pixels between neighbours in a row
const kLabelGap = 7;

/**
 * How coarsely events are put together, tried in this order: within so many pixels, from so many events on.
 * @type {[within: number, from: number][]}
 */
const kCoarser = [[5, 4], [8, 2], [16, 2], [32, 2], [64, 2], [128, 2]];

/**
 * @param {TimelineItem[]} items  by start
 * @param {(time: number) => number} toX  milliseconds to pixels
 * @param {number} width                pixels in sight
 * @param {{rows: number, scale?: number, measure: (text: string) => number}} options
 *     rows: how many there are; scale: of all sizes; measure: the width of a label in pixels
 * @returns {{placed: Placed[], before: number, after: number}}  before, after: events out of sight on either side
 */
export function layOutEvents(items, toX, width, {rows, scale = 1, measure}) {
  /** @type {{item: TimelineItem, round: boolean, left: number, right: number}[]} */
  const inSight = [];
  let before = 0;
  let after = 0;
  for (const item of items) {
    let left = toX(item.from);
    let right = toX(item.to);
    const round = item.kind === 'point' && right - left < kLeastBar * scale;
    if (round) {
      const middle = (left + right) / 2;
      [left, right] = [middle - kDot * scale, middle + kDot * scale];
    } else {
      right = Math.max(right, left + kLeastBar * scale);
    }
    if (right < 0) before++;
    else if (left > width) after++;
    else inSight.push({item, round, left, right});
  }

  for (const [within, from] of kCoarser) {
    const placed = fill(together(inSight, within * scale, from, false, scale), width, rows, scale, measure);
    if (placed) return {placed, before, after};
  }
  // At most as many as there are rows: from one step out of sight to the far edge.
  const coarsest = together(inSight, width / Math.max(1, rows - 2), 2, true, scale);
  return {placed: fill(coarsest, width, rows, scale, () => Infinity) ?? [], before, after};
}

/**
 * @param {{item: TimelineItem, round: boolean, left: number, right: number}[]} shapes
 * @param {number} within  pixels @param {number} from  as many are put together
 * @param {boolean} byStart  though they end elsewhere @param {number} scale
 * @returns {Placed[]}
 */
function together(shapes, within, from, byStart, scale) {
  /** @type {Map<string, typeof shapes>} */
  const groups = new Map();
  for (const shape of shapes) {
    const begin = Math.round(Math.max(shape.left, -within) / within);
    const key = byStart ? `${begin}` : `${shape.round} ${begin} ${shape.round ? '' : Math.round(shape.right / within)}`;
    const group = groups.get(key);
    if (group) group.push(shape);
    else groups.set(key, [shape]);
  }
  /** @type {Placed[]} */
  const result = [];
  for (const group of groups.values()) {
    for (const part of group.length >= from ? [group] : group.map((shape) => [shape])) {
      let left = part.reduce((least, shape) => Math.min(least, shape.left), Infinity);
      let right = part.reduce((most, shape) => Math.max(most, shape.right), -Infinity);
      const round = part.every((shape) => shape.round);
      if (round && part.length > 1) {
        const middle = (left + right) / 2;
        [left, right] = [middle - kManyDot * scale, middle + kManyDot * scale];
      }
      result.push({key: part[0].item.key, items: part.map(({item}) => item), round, left, right, row: 0, label: null});
    }
  }
  return result.sort((a, b) => a.left - b.left || b.right - a.right);
}

/**
 * Gives each its row and label; null where the rows do not suffice.
 * @param {Placed[]} shapes @param {number} width @param {number} rows @param {number} scale
 * @param {(text: string) => number} measure
 * @returns {Placed[] | null}
 */
function fill(shapes, width, rows, scale, measure) {
  /** The right end of what stands in each row. */
  const ends = new Array(rows).fill(-Infinity);
  /** @param {number} left @param {number} right @returns {number} */
  const take = (left, right) => {
    const row = ends.findIndex((end) => end <= left);
    if (row >= 0) ends[row] = right + kGap * scale;
    return row;
  };
  for (const shape of shapes) {
    const left = Math.max(0, shape.left);
    const right = Math.min(width, shape.right);
    const gap = kLabelGap * scale;
    shape.row = -1;
    const isBar = !shape.round && shape.items.length === 1;
    for (const [room, x, anchor] of placesForLabel(left, right, width, gap, isBar)) {
      const text = labelOf(shape, room, measure);
      if (text === '') continue;
      const wide = measure(text);
      shape.row = anchor === 'start' ? take(left, Math.max(right, x + wide)) : take(x - wide, right);
      if (shape.row >= 0) {
        shape.label = {text, x, anchor};
        break;
      }
    }
    if (shape.row < 0) {
      shape.row = take(left, right);
      shape.label = null;
    }
    if (shape.row < 0) return null;
  }
  return shapes;
}

/**
 * Where a label may stand, the best first: inside a long bar, behind, before.
 * @param {number} left @param {number} right @param {number} width @param {number} gap @param {boolean} isBar
 * @returns {[room: number, x: number, anchor: 'start' | 'end'][]}
 */
function placesForLabel(left, right, width, gap, isBar) {
  /** @type {[number, number, 'start' | 'end'][]} */
  const places = [[width - right - gap, right + gap, 'start'], [left - gap, left - gap, 'end']];
  if (width - right < left && width - right < kEnough * gap) places.reverse();
  if (isBar && right - left > kEnough * gap) places.unshift([right - left - 2 * gap, left + gap, 'start']);
  return places;
}

const kEnough = 24;     // gaps that are room for a label that says something
const kMaxLabel = 34;   // characters
const kLeastLabel = 9;

/**
 * The first words of a title, as many as there is room for; "" where there is hardly any.
 * @param {Placed} shape @param {number} room  pixels @param {(text: string) => number} measure
 */
function labelOf({items}, room, measure) {
  const [{title}] = items;
  const more = items.length > 1 ? ` +${items.length - 1}` : '';
  const whole = measure(title + more);
  let most = Math.min(kMaxLabel, title.length);
  if (whole > room) most = Math.min(most, Math.floor(title.length * room / whole) - 1);
  if (most >= title.length) return title + more;
  if (!(most >= kLeastLabel)) return '';
  const words = title.slice(0, most).replace(/[\s\p{P}]*\S*$/u, '') || title.slice(0, most);
  const text = `${words}…${more}`;
  return measure(text) <= room ? text : '';
}
