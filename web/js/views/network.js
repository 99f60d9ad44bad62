// Who is named with whom: a list of the most central names, each with those it shares sentences with, and the arcs
// between them.
import {drawArcs} from '../charts/arc_drawing.js';
import {namedTogether} from '../charts/together.js';
import {strings} from '../strings.js';
import {layerOfType} from './article_marks.js';
import {button, make, span} from './element.js';

/** @typedef {import('../report_types.js').Report} Report */
/** @typedef {import('../report_types.js').Show} Show */

const kMost = 14;         // names
const kMostPairs = 60;
const kMostNamed = 5;     // partners told in words

/**
 * @param {HTMLElement} element
 * @param {Report} report
 * @param {{show: Show, pick: (id: string) => void}} actions  pick: goes to the entry of an entity
 */
export function renderNetwork(element, report, {show, pick}) {
  const words = strings.network;
  const candidates = report.entities.slice(0, 3 * kMost);
  const found = namedTogether(report, candidates);
  const linked = new Set(found.flatMap(({a, b}) => [a, b]));
  const kept = candidates.map((_, i) => i).filter((i) => linked.has(i)).slice(0, kMost);
  const place = new Map(kept.map((index, i) => [index, i]));
  const pairs = found.flatMap(({a, b, sentences}) => {
    const [i, j] = [place.get(a), place.get(b)];
    return i === undefined || j === undefined ? [] : [{a: i, b: j, sentences}];
  }).slice(0, kMostPairs);
  if (pairs.length === 0) {
    element.replaceChildren(make('p', {class: 'none'}, words.none));
    return;
  }
  const entities = kept.map((index) => candidates[index]);
  const scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;

  const arcs = drawArcs(pairs, entities.length, {
    scale, colours: entities.map(({type}) => layerOfType(type)), label: words.label(entities.length, pairs.length),
  });
  const names = make('ol', {class: 'network-names'});
  const told = make('ul', {class: 'items network-pairs'});
  const partners = entities.map(() => /** @type {string[]} */ ([]));
  for (const {a, b, sentences} of pairs) {
    partners[a].push(`${entities[b].name} ${sentences.length}`);
    partners[b].push(`${entities[a].name} ${sentences.length}`);
  }
  /** @param {number} index  -1: none */
  function light(index) {
    arcs.classList.toggle('lit', index >= 0);
    for (const arc of arcs.querySelectorAll('.arc')) {
      arc.classList.toggle('on', index >= 0 && arc.classList.contains(`arc-${index}`));
    }
  }
  entities.forEach((entity, index) => {
    const layer = layerOfType(entity.type);
    const item = button({'class': 'network-name', 'dir': 'auto', 'data-entity': entity.id,
      'title': words.with(partners[index].slice(0, kMostNamed).join(', '))}, () => pick(entity.id),
    span(`name ${layer}`, entity.name));
    item.addEventListener('pointerenter', () => light(index));
    item.addEventListener('pointerleave', () => light(-1));
    item.addEventListener('focus', () => light(index));
    item.addEventListener('blur', () => light(-1));
    names.append(make('li', {}, item));
  });
  for (const {a, b, sentences} of pairs.slice(0, 20)) {
    const spans = sentences.map((index) => report.sentences[index]);
    const key = `p${entities[a].id}-${entities[b].id}`;
    told.append(make('li', {}, button({'class': 'item pair', 'data-key': key}, () => show({
      key, kind: 'sentence', label: words.pair(entities[a].name, entities[b].name),
      spans: spans.map(({start, end}) => ({start, end})), index: 0,
    }), make('bdi', {}, entities[a].name), words.and, make('bdi', {}, entities[b].name), ' ',
    span('count', words.sentences(sentences.length)))));
  }
  element.replaceChildren(
    make('p', {class: 'hint'}, words.explain),
    make('div', {class: 'network'}, names, arcs),
    make('h3', {}, words.inWords), told);
}
