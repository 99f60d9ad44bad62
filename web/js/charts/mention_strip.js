// Where along the article something is named: a line as long as the article with a stroke for every mention.
import {makeSvg} from './svg_element.js';

const kWidth = 100;

/** @param {{start: number}[]} mentions @param {number} length  of the text */
export function mentionStrip(mentions, length) {
  const scale = (kWidth * 4 - 4) / Math.max(1, length);
  const places = new Set(mentions.map(({start}) => Math.round(start * scale)));
  return makeSvg('svg', {
    'class': 'strip', 'viewBox': `0 0 ${kWidth} 8`, 'preserveAspectRatio': 'none', 'aria-hidden': 'true',
    'focusable': 'false',
  }, makeSvg('path', {
    'd': [...places].map((place) => `M${(place + 2) / 4} 0V8`).join(''), 'vector-effect': 'non-scaling-stroke',
  }));
}
