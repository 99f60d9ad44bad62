// The marks of the text explained, each a switch for its layer.
import {strings} from '../strings.js';
import {button, span} from './element.js';

/** @typedef {import('../state.js').Layer} Layer */

const kLayers = /** @type {const} */ (['person', 'organization', 'place', 'other', 'time', 'quote']);

/**
 * @param {HTMLElement} element
 * @param {Record<Layer, boolean>} layers
 * @param {(layer: Layer) => void} toggle
 */
export function renderLegend(element, layers, toggle) {
  if (element.childElementCount === 0) {
    for (const layer of kLayers) {
      const sample = layer === 'time' ? 'when' : layer === 'quote' ? 'said' : `name ${layer}`;
      element.append(button({'class': 'layer', 'data-layer': layer}, () => toggle(layer),
        span(sample, strings.layers[layer])));
    }
  }
  for (const item of element.children) {
    const layer = /** @type {Layer} */ (item.getAttribute('data-layer'));
    item.setAttribute('aria-pressed', String(layers[layer]));
  }
}
