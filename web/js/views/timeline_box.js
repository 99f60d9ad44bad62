// A drawn timeline with what is around it: how it is coloured, what the colours mean, buttons to zoom, and what lies
// out of sight on either side.
import {createTimelineDrawing} from '../charts/timeline_drawing.js';
import {kDay} from '../charts/event_items.js';
import {strings} from '../strings.js';
import {button, icon, kIcons, make, span} from './element.js';
import {createPopover} from './popover.js';

/** @typedef {import('../charts/event_items.js').TimelineItem} TimelineItem */
/** @typedef {import('../charts/participant_colours.js').Colouring} Colouring */

const kCore = 0.75;       // of the events stand so close together,
const kFarAway = 6;       // in so small a part of the whole, that the drawing begins with these

/** @type {import('./popover.js').Popover | null} */
let sharedPopover = null;

/**
 * @param {HTMLElement} element
 * @param {(item: TimelineItem) => void} pick
 */
export function createTimelineBox(element, pick) {
  const words = strings.drawing;
  sharedPopover ??= createPopover({id: 'cluster', className: 'cluster'});
  const popover = sharedPopover;
  const host = make('div', {class: 'drawing-host'});
  const colourings = make('div', {'class': 'choice', 'role': 'group', 'aria-label': words.colourBy});
  const legend = make('ul', {'class': 'colour-legend', 'aria-label': words.colours});
  const before = button({class: 'beyond before'}, () => drawing.panBy(-0.5));
  const after = button({class: 'beyond after'}, () => drawing.panBy(0.5));
  /** @param {string} act @param {string} label @param {() => void} press @param {string} path */
  const round = (act, label, press, path) =>
    button({'class': 'round', 'data-act': act, 'aria-label': label, 'title': label}, press, icon(path));
  const whole = button({'class': 'quiet small', 'data-act': 'whole'}, () => drawing.show(), words.whole);
  const zooms = make('div', {class: 'zooms'}, before,
    make('span', {class: 'zoom-buttons'},
      round('out', words.zoomOut, () => drawing.scaleBy(1 / 1.8), kIcons.minus), whole,
      round('in', words.zoomIn, () => drawing.scaleBy(1.8), kIcons.plus)), after);
  const box = make('figure', {class: 'timeline-box'},
    make('div', {class: 'drawing-head'}, colourings), host, zooms, legend);
  element.append(box);

  const drawing = createTimelineDrawing(host, {
    pick: (item) => pick(item),
    list(items, anchor) {
      const list = make('ol', {class: 'items'});
      for (const item of items.slice(0, 200)) {
        list.append(make('li', {}, button({class: 'card-link', dir: 'auto'}, () => {
          popover.close();
          pick(item);
        }, span('card-when', item.when), ' ', item.title)));
      }
      const label = words.together(items.length);
      popover.open(anchor, label, [make('p', {class: 'card-title'}, label), list], {focus: true});
    },
    moved(sight) {
      before.textContent = words.before(sight.before);
      after.textContent = words.after(sight.after);
      before.classList.toggle('empty', sight.before === 0);
      after.classList.toggle('empty', sight.after === 0);
      before.disabled = sight.before === 0;
      after.disabled = sight.after === 0;
      whole.disabled = !sight.zoomed;
    },
    // What is written in and beside a mark is part of what it is called.
    words: ({items, label, round}) => (items.length > 1 ?
      [label ? `${round ? `${items.length} ` : ''}${label.text}` : '',
        words.many(items.length, items[0].when, items[items.length - 1].when)] :
      [items[0].title, items[0].when, items[0].note]).filter((part) => part !== '').join(', '),
  });

  /** @type {Colouring[]} */
  let ways = [];
  /** @type {TimelineItem[]} */
  let all = [];
  let chosen = '';
  let dimmed = -1;

  /** @param {string} key */
  function colourBy(key) {
    chosen = key;
    draw(key);
  }

  /** @param {string} key  of a way to colour */
  function draw(key) {
    const way = ways.find((one) => one.key === key) ?? ways[0];
    if (!way) return;
    for (const item of colourings.querySelectorAll('button')) {
      item.setAttribute('aria-pressed', String(item.dataset.way === way.key));
    }
    setDimmed(-1);
    const others = all.filter((item) => way.colour(item) === 0).length;
    const classes = others > 0 ? [...way.classes, {name: words.others, colour: 0, count: others}] : way.classes;
    legend.replaceChildren(...classes.map(({name, colour, count}) => make('li', {},
      button({'class': `swatch colour-${colour}`, 'aria-pressed': 'false', 'data-colour': colour, 'dir': 'auto'},
        () => setDimmed(dimmed === colour ? -1 : colour), name, ' ', span('count', String(count))))));
    drawing.recolour(way.colour);
  }

  /** Leaves one colour alone bright; -1: all. @param {number} colour */
  function setDimmed(colour) {
    dimmed = colour;
    if (colour < 0) delete host.dataset.only;
    else host.dataset.only = String(colour);
    for (const item of legend.querySelectorAll('button')) {
      item.setAttribute('aria-pressed', String(item.dataset.colour === String(colour)));
    }
  }

  return {
    drawing,
    /**
     * @param {TimelineItem[]} items
     * @param {{published: number | null, colourings: Colouring[], label: string, preferred?: string}} how
     *     preferred: key of the way to colour until the reader chooses one; else the first
     */
    update(items, {published, colourings: next, label, preferred = ''}) {
      box.hidden = items.length === 0;
      all = items;
      ways = next.filter(({classes}) => classes.length > 0);
      popover.close();
      colourings.replaceChildren(make('span', {class: 'choice-label'}, words.colourBy),
        ...ways.map((way) => button({'data-way': way.key}, () => colourBy(way.key), way.label)));
      colourings.hidden = ways.length < 2;
      drawing.update({items, published, publishedWords: words.published, label, colour: () => 0});
      draw(chosen || preferred);
      const core = coreOf(items);
      if (core) drawing.show(core);
    },
  };
}

/**
 * The stretch that holds most events, where the others lie so far away that it would be a spot beside them.
 * @param {TimelineItem[]} items  by start
 * @returns {[number, number] | undefined}
 */
export function coreOf(items) {
  const middles = items.map(({from, to}) => (from + to) / 2).sort((a, b) => a - b);
  const take = Math.ceil(middles.length * kCore);
  if (middles.length < 4) return undefined;
  const whole = middles[middles.length - 1] - middles[0];
  let best = Infinity;
  let at = 0;
  for (let i = 0; i + take <= middles.length; i++) {
    const length = middles[i + take - 1] - middles[i];
    if (length < best) [best, at] = [length, i];
  }
  if (best * kFarAway > whole) return undefined;
  const room = Math.max(best * 0.2, 2 * kDay);
  return [middles[at] - room, middles[at + take - 1] + room];
}
