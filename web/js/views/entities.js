// The people, organisations and places of the article: a ranked list, with what it calls them, how often, and where
// along the text; who is named with whom; and where in the world.
import {mentionStrip} from '../charts/mention_strip.js';
import {selectionOfEntity} from '../selections.js';
import {strings} from '../strings.js';
import {layerOfType} from './article_marks.js';
import {createChoice} from './choice.js';
import {button, make, span} from './element.js';
import {renderNetwork} from './network.js';
import {appendPaged} from './paged_list.js';
import {startPlacesMap} from './places_map.js';

/** @typedef {import('../report_types.js').Report} Report */
/** @typedef {import('../report_types.js').Entity} Entity */
/** @typedef {import('../report_types.js').Show} Show */
/** @typedef {'list' | 'network' | 'map'} Part */

const kFilters = /** @type {const} */ (['all', 'person', 'organization', 'place', 'other']);

/** Letters alone, without accents or case. @param {string} words */
const folded = (words) => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * @param {HTMLElement} element
 * @param {{show: Show}} actions
 * @returns {import('./view.js').View}
 */
export function startEntities(element, {show}) {
  const words = strings.entities;
  /** @type {Report | null} */
  let report = null;
  /** @type {Part} */
  let part = 'list';
  let filter = 'all';
  let query = '';
  /** Parts drawn from the report that is there now. @type {Set<Part>} */
  const drawn = new Set();

  const parts = createChoice(words.partsLabel, (value) => {
    part = /** @type {Part} */ (value);
    draw();
  });
  parts.element.classList.add('segments');
  const search = make('input', {'type': 'search', 'class': 'search', 'aria-label': words.search,
    'placeholder': words.search, 'spellcheck': 'false', 'autocomplete': 'off', 'id': 'entity-search'});
  const filters = createChoice(words.filterLabel, (value) => {
    filter = value;
    drawList();
  });
  const listBox = make('div', {class: 'entity-list'});
  const network = make('div', {class: 'network-part'});
  const map = make('div', {class: 'map-part'});
  const list = make('div', {class: 'list-part'}, make('div', {class: 'choices'}, search, filters.element), listBox);
  const none = make('p', {class: 'none'}, words.none);
  const all = make('div', {}, parts.element, list, network, map);
  element.replaceChildren(none, all);
  /** @param {string} id */
  const pick = (id) => {
    const entity = report?.entities.find((one) => one.id === id);
    if (entity) show(selectionOfEntity(entity));
  };
  const placesMap = startPlacesMap(map, {pick});
  search.addEventListener('input', () => {
    query = folded(search.value.trim());
    drawList();
  });

  /** @param {Entity} entity @param {string} value */
  const hasType = (entity, value) => value === 'all' || layerOfType(entity.type) === value;
  /** @param {Entity} entity */
  const hasWords = ({name, aliases, description}) => query === '' ||
    [name, ...aliases, description ?? ''].some((one) => folded(one).includes(query));

  /** @param {Entity} entity */
  function entityItem(entity) {
    const layer = layerOfType(entity.type);
    const select = () => show(selectionOfEntity(entity));
    return make('li', {}, button({'class': `item entity ${layer}`, 'data-key': entity.id}, select,
      span('line',
        make('span', {class: `name ${layer}`, dir: 'auto'}, entity.name),
        span('count', words.mentions(entity.mentions.length))),
      entity.description ? make('span', {class: 'description', dir: 'auto'}, entity.description) : null,
      span('how',
        span('type', strings.entityTypes[entity.type]),
        entity.aliases.length > 0 ? span('aliases', words.aliases(entity.aliases.slice(0, 6).join(', '))) : null),
      mentionStrip(entity.mentions, report?.length ?? 1)));
  }

  function drawList() {
    if (!report) return;
    const found = report.entities.filter(hasWords);
    /** @param {string} value */
    const count = (value) => found.filter((entity) => hasType(entity, value)).length;
    const there = kFilters.filter((value) => value === 'all' || value === filter ||
      report?.entities.some((entity) => hasType(entity, value)));
    filters.update(there.map((value) =>
      ({value, label: value === 'all' ? words.all : strings.layers[value], count: count(value)})), filter);
    const entities = found.filter((entity) => hasType(entity, filter));
    const items = make('ol', {class: 'items'});
    listBox.replaceChildren(items);
    if (entities.length === 0) {
      items.before(make('p', {class: 'none'}, query === '' ? words.noneOfType : words.noneFound));
    }
    appendPaged(items, entities, entityItem);
  }

  function draw() {
    if (!report) return;
    none.hidden = report.entities.length > 0;
    all.hidden = report.entities.length === 0;
    parts.update([
      {value: 'list', label: words.list}, {value: 'network', label: words.network}, {value: 'map', label: words.map},
    ], part);
    list.hidden = part !== 'list';
    network.hidden = part !== 'network';
    map.hidden = part !== 'map';
    if (drawn.has(part)) return;
    drawn.add(part);
    if (part === 'list') drawList();
    if (part === 'network') renderNetwork(network, report, {show, pick});
    if (part === 'map') placesMap.draw(report);
  }

  return {
    draw(next) {
      report = next;
      drawn.clear();
      draw();
    },
    point(key) {
      placesMap.point(key);
      const entity = report?.entities.find(({id}) => id === key);
      if (!entity || (hasType(entity, filter) && hasWords(entity))) return;
      filter = 'all';
      query = search.value = '';
      drawList();
    },
  };
}
