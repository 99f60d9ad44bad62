// A small network drawn as arcs: names one below the other, an arc between two that a sentence names together, broader
// the more sentences do. Names stand level and whole, which a drawing of crossing lines cannot give them.
import {makeSvg} from './svg_element.js';

/** @typedef {import('./together.js').Pair} Pair */

const kRow = 30;       // pixels for a name, times the scale of the page's letters
const kThin = 1.25;    // pixels, an arc of one sentence
const kMore = 1.1;     // for every further one
const kBroadest = 7;

/**
 * The arcs beside a list of names.
 * @param {Pair[]} pairs
 * @param {number} count  of names
 * @param {{scale: number, colours: string[], label: string}} look  colours: a class for each name
 */
export function drawArcs(pairs, count, {scale, colours, label}) {
  const row = kRow * scale;
  const longest = pairs.reduce((so, {a, b}) => Math.max(so, b - a), 1);
  const reach = Math.min(longest * row / 2, 150 * scale);
  const width = reach + 14 * scale;
  const svg = makeSvg('svg', {
    'class': 'arcs', 'width': width, 'height': count * row, 'viewBox': `0 0 ${width} ${count * row}`, 'role': 'img',
    'aria-label': label, 'data-export': 'network',
  });
  /** @param {number} index */
  const y = (index) => (index + 0.5) * row;
  // Broad ones first, so that thin ones are not hidden below them.
  for (const {a, b, sentences} of pairs) {
    const out = 7 * scale + (b - a) / longest * reach;
    svg.append(makeSvg('path', {
      'class': `arc arc-${a} arc-${b}`, 'fill': 'none',
      'stroke-width': Math.min(kBroadest, kThin + kMore * (sentences.length - 1)) * scale,
      'd': `M${7 * scale} ${y(a)}C${out * 1.2} ${y(a)} ${out * 1.2} ${y(b)} ${7 * scale} ${y(b)}`,
    }));
  }
  for (let i = 0; i < count; i++) {
    svg.append(makeSvg('circle', {
      'class': `dot ${colours[i]}`, 'cx': 7 * scale, 'cy': y(i), 'r': 4.5 * scale,
    }));
  }
  return svg;
}
