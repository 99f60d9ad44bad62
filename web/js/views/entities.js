// The people, organisations and places of the article, most central first: what it calls them, how often, and where
// along the text.
import {selectionOfEntity} from '../selections.js';
import {strings} from '../strings.js';
import {layerOfType} from './article_marks.js';
import {button, make, span} from './element.js';
import {appendPaged} from './paged_list.js';

/** @typedef {import('../report_types.js').Report} Report */
/** @typedef {import('../report_types.js').Entity} Entity */
/** @typedef {import('../report_types.js').Show} Show */

const kFilters = /** @type {const} */ (['all', 'person', 'organization', 'place', 'other']);
const kStripWidth = 100;

/** A line as long as the article with a stroke for every mention. @param {Entity} entity @param {number} length */
function mentionStrip(entity, length) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [name, value] of Object.entries({
    'class': 'strip', 'viewBox': `0 0 ${kStripWidth} 8`, 'preserveAspectRatio': 'none', 'aria-hidden': 'true',
    'focusable': 'false',
  })) svg.setAttribute(name, value);
  const scale = (kStripWidth * 4 - 4) / Math.max(1, length);
  const places = new Set(entity.mentions.map(({start}) => Math.round(start * scale)));
  const strokes = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  strokes.setAttribute('d', [...places].map((place) => `M${(place + 2) / 4} 0V8`).join(''));
  strokes.setAttribute('vector-effect', 'non-scaling-stroke');
  svg.append(strokes);
  return svg;
}

/**
 * @param {HTMLElement} element
 * @param {Report} report
 * @param {string} filter  'all' or a layer of names
 * @param {{show: Show, setFilter: (filter: string) => void}} actions
 */
export function renderEntities(element, report, filter, {show, setFilter}) {
  const words = strings.entities;
  if (report.entities.length === 0) {
    element.replaceChildren(make('p', {class: 'none'}, words.none));
    return;
  }

  /** @param {string} value */
  const matching = (value) => value === 'all' ? report.entities :
    report.entities.filter((entity) => layerOfType(entity.type) === value);

  /** @param {Entity} entity */
  function entityItem(entity) {
    const layer = layerOfType(entity.type);
    const select = () => show(selectionOfEntity(entity));
    return make('li', {}, button({'class': `item entity ${layer}`, 'data-key': entity.id}, select,
      span('line',
        span(`name ${layer}`, entity.name),
        span('count', words.mentions(entity.mentions.length))),
      entity.description ? span('description', entity.description) : null,
      span('how',
        span('type', strings.entityTypes[entity.type]),
        entity.aliases.length > 0 ? span('aliases', words.aliases(entity.aliases.slice(0, 6).join(', '))) : null),
      mentionStrip(entity, report.length)));
  }

  const choice = make('div', {'class': 'choice', 'role': 'group', 'aria-label': words.filterLabel});
  for (const value of kFilters) {
    const count = matching(value).length;
    if (count === 0 && value !== filter) continue;
    const label = value === 'all' ? words.all : strings.layers[value];
    choice.append(button({'aria-pressed': filter === value ? 'true' : 'false'}, () => setFilter(value),
      label, ' ', span('count', String(count))));
  }
  const list = make('ol', {class: 'items'});
  element.replaceChildren(choice, list);
  const entities = matching(filter);
  if (entities.length === 0) list.before(make('p', {class: 'none'}, words.noneOfType));
  appendPaged(list, entities, entityItem);
}
