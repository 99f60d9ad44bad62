// The places of the article on a map, and beside it in words. The map and the outlines of the world are loaded when
// they are first looked at.
import {strings} from '../strings.js';
import {button, icon, kIcons, make, span} from './element.js';
import {appendPaged} from './paged_list.js';

/** @typedef {import('../report_types.js').Report} Report */
/** @typedef {import('../report_types.js').Entity} Entity */

const kMostOnMap = 150;
const kRegions = new Intl.DisplayNames(['en-GB'], {type: 'region', fallback: 'none'});

/** @param {string | undefined} code */
function countryName(code) {
  try {
    return code ? kRegions.of(code) ?? '' : '';
  } catch {
    return '';  // not a code
  }
}

/**
 * @param {HTMLElement} element
 * @param {{pick: (id: string) => void}} actions
 */
export function startPlacesMap(element, {pick}) {
  const words = strings.map;
  const host = make('div', {class: 'map-host'});
  /** @param {string} act @param {string} label @param {() => void} press @param {string} path */
  const round = (act, label, press, path) =>
    button({'class': 'round', 'data-act': act, 'aria-label': label, 'title': label}, press, icon(path));
  const zooms = make('div', {class: 'zooms'}, make('span', {class: 'zoom-buttons'},
    round('out', strings.drawing.zoomOut, () => drawing?.scaleBy(1 / 1.8), kIcons.minus),
    button({'class': 'quiet small', 'data-act': 'whole'}, () => drawing?.whole(), words.world),
    button({'class': 'quiet small', 'data-act': 'fit'}, () => drawing?.fit(), words.places),
    round('in', strings.drawing.zoomIn, () => drawing?.scaleBy(1.8), kIcons.plus)));
  const figure = make('figure', {class: 'map-box'}, host, zooms);
  const list = make('ol', {class: 'items places'});
  const listBox = make('div', {class: 'in-words'}, list);
  const none = make('p', {class: 'none'}, words.none);
  element.replaceChildren(none, make('div', {class: 'drawn-and-words'}, figure, listBox));
  /** @type {ReturnType<import('../charts/map_drawing.js')['createMapDrawing']> | null} */
  let drawing = null;
  let current = '';
  let turn = 0;

  /** @param {Entity[]} places */
  async function drawMap(places) {
    const mine = ++turn;
    try {
      const {createMapDrawing} = await import('../charts/map_drawing.js');
      if (mine !== turn) return;
      drawing ??= createMapDrawing(host, {pick, moved: () => {}});
    } catch {
      host.replaceChildren(make('p', {class: 'none'}, words.notLoaded));
      return;
    }
    drawing.update(places.slice(0, kMostOnMap).map(({id, name, mentions, place}) => ({
      id, name, count: mentions.length, longitude: place?.longitude ?? 0, latitude: place?.latitude ?? 0,
      isCountry: place?.kind === 'country',
    })), words.label(places.length));
    drawing.setCurrent(current);
  }

  return {
    /** @param {Report} report */
    draw(report) {
      const places = report.entities.filter(({type, place}) => type === 'place' && place)
        .sort((a, b) => b.mentions.length - a.mentions.length);
      const unknown = report.entities.filter(({type, place}) => type === 'place' && !place);
      none.hidden = places.length > 0;
      figure.hidden = places.length === 0;
      list.replaceChildren();
      for (const old of listBox.querySelectorAll('.more-row, .hint')) old.remove();
      appendPaged(list, places, ({id, name, mentions, place}) => {
        const country = countryName(place?.country);
        return make('li', {}, button({'class': 'item place-row', 'data-place-row': id, 'dir': 'auto'}, () => pick(id),
          span('line', span('name place', name), span('count', strings.entities.mentions(mentions.length))),
          span('how', span('type', words.kinds[/** @type {'city'} */ (place?.kind ?? 'city')]),
            country && country !== name ? span('country', country) : null)));
      });
      if (unknown.length > 0) {
        listBox.append(make('p', {class: 'hint'}, words.unknown(unknown.slice(0, 8).map(({name}) => name).join(', '))));
      }
      if (places.length > 0) drawMap(places);
    },
    /** @param {string} key */
    point(key) {
      current = key;
      drawing?.setCurrent(key);
    },
  };
}
