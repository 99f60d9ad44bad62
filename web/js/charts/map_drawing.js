// Places on a map of the world: a disc for each, larger the more often it is named; countries that are named are
// tinted. The outlines are Natural Earth's (110 m), drawn with equal areas, zoomed by mouse, touch, keys and buttons.
import {geoContains, geoEqualEarth, geoGraticule10, geoPath} from 'd3-geo';
import {select} from 'd3-selection';
import {zoom, zoomIdentity, zoomTransform} from 'd3-zoom';
import {feature, mesh} from 'topojson-client';
import world from 'world-atlas/countries-110m.json';
import {letFingerScroll} from './finger_scroll.js';
import {makeSvg} from './svg_element.js';
import {textMeasure} from './text_measure.js';

/**
 * @typedef {{id: string, name: string, count: number, longitude: number, latitude: number,
 *     isCountry: boolean}} MapPlace
 */

const kBetweenNames = 3;  // pixels at either end of a name
const kLeast = 4;       // pixels, the radius of a disc
const kMost = 17;
const kClosest = 40;    // zoom
const kNearFit = 6;     // zoom at the start: a few places show with the countries around them
const kShape = 0.56;    // height over width

const topology = /** @type {any} */ (world);
/** @type {import('geojson').FeatureCollection} */
const countries = /** @type {any} */ (feature(topology, topology.objects.countries));
const borders = mesh(topology, topology.objects.countries, (a, b) => a !== b);
const land = feature(topology, topology.objects.land);

/**
 * @param {HTMLElement} host
 * @param {{pick: (id: string) => void, moved: (zoomed: boolean) => void}} actions
 */
export function createMapDrawing(host, {pick, moved}) {
  const svg = makeSvg('svg', {'class': 'map', 'role': 'group', 'data-export': 'map'});
  const sea = makeSvg('path', {class: 'sea'});
  const net = makeSvg('path', {class: 'net'});
  const ground = makeSvg('path', {class: 'land'});
  const named = makeSvg('g', {class: 'named-countries'});
  const lines = makeSvg('path', {class: 'borders'});
  const shapes = makeSvg('g', {'class': 'shapes', 'aria-hidden': 'true'}, sea, net, ground, named, lines);
  const discs = makeSvg('g', {class: 'discs'});
  const names = makeSvg('g', {'class': 'names', 'aria-hidden': 'true'});
  svg.append(shapes, discs, names);
  host.append(svg);

  /** @type {MapPlace[]} */
  let places = [];
  let width = 0;
  let height = 0;
  let scale = 1;
  let current = '';
  let active = '';
  /** @type {Map<string, [number, number]>} */
  let points = new Map();
  let frame = 0;
  letFingerScroll(host);
  const zooming = zoom()
    .filter((event) => (event.type !== 'wheel' || event.ctrlKey || event.metaKey) && !event.button)
    .on('zoom', () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(draw);
    });

  function resize() {
    width = Math.floor(host.clientWidth);
    if (width === 0) return;
    height = Math.round(Math.min(width * kShape, innerHeight * 0.6));
    scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
    for (const [name, value] of Object.entries({width, height, viewBox: `0 0 ${width} ${height}`})) {
      svg.setAttribute(name, String(value));
    }
    const projection = geoEqualEarth().fitExtent([[4, 4], [width - 4, height - 4]], {type: 'Sphere'});
    const path = geoPath(projection).digits(1);
    sea.setAttribute('d', path({type: 'Sphere'}) ?? '');
    net.setAttribute('d', path(geoGraticule10()) ?? '');
    ground.setAttribute('d', path(land) ?? '');
    lines.setAttribute('d', path(borders) ?? '');
    named.replaceChildren(...countries.features
      .filter((country) => places.some(({isCountry, longitude, latitude}) =>
        isCountry && geoContains(country, [longitude, latitude])))
      .map((country) => makeSvg('path', {class: 'country', d: path(country) ?? ''})));
    points = new Map(places.map(({id, longitude, latitude}) =>
      [id, /** @type {[number, number]} */ (projection([longitude, latitude]) ?? [0, 0])]));
    zooming.scaleExtent([1, kClosest]).extent([[0, 0], [width, height]]).translateExtent([[0, 0], [width, height]]);
    fit();
  }

  function draw() {
    const transform = zoomTransform(svg);
    shapes.setAttribute('transform', transform.toString());
    shapes.style.setProperty('--zoom', String(transform.k));
    const measure = textMeasure(`${12 * scale}px ${getComputedStyle(host).fontFamily}`);
    const most = places.reduce((so, {count}) => Math.max(so, count), 1);
    /** @type {[number, number, number, number][]} */
    const taken = [];
    if (!places.some(({id}) => id === active)) active = places[0]?.id ?? '';
    const focused = discs.contains(document.activeElement);
    names.replaceChildren();
    discs.replaceChildren(...places.map((place) => {
      const [x, y] = transform.apply(points.get(place.id) ?? [0, 0]);
      const radius = (kLeast + (kMost - kLeast) * Math.sqrt((place.count - 1) / Math.max(1, most - 1))) * scale;
      const wide = measure(place.name);
      const right = x + radius + 4 * scale + wide < width;
      const labelX = right ? x + radius + 4 * scale : x - radius - 4 * scale;
      /** @type {[number, number, number, number]} */
      const box = [right ? labelX : labelX - wide, y - 8 * scale, right ? labelX + wide : labelX, y + 8 * scale];
      box[0] -= kBetweenNames * scale;
      box[2] += kBetweenNames * scale;
      // The most often named come first: their names stay, those that would lie over them wait for a closer look.
      const free = !taken.some((other) =>
        box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]);
      if (free) {
        taken.push(box);
        names.append(makeSvg('text', {
          'x': labelX, 'y': y, 'dy': '0.35em', 'text-anchor': right ? 'start' : 'end', 'font-size': 12 * scale,
        }, place.name));
      }
      return makeSvg('g', {
        'class': `disc${place.isCountry ? ' whole-country' : ''}`, 'role': 'button', 'data-place': place.id,
        'tabindex': place.id === active ? 0 : -1, 'aria-label': `${place.name}, ${place.count}`,
        'aria-current': place.id === current ? 'true' : null,
      }, makeSvg('circle', {'class': 'halo', 'cx': x, 'cy': y, 'r': Math.max(radius + 4, 12)}),
      makeSvg('circle', {'class': 'shape', 'cx': x, 'cy': y, 'r': radius}));
    }));
    if (focused) focusOn(active);
    moved(transform.k > 1.001);
  }

  /** @param {string} id */
  function focusOn(id) {
    active = id;
    for (const disc of discs.children) {
      disc.setAttribute('tabindex', disc.getAttribute('data-place') === id ? '0' : '-1');
    }
    /** @type {SVGElement | null} */ (discs.querySelector(`[data-place="${CSS.escape(id)}"]`))?.focus();
  }

  /** Brings all places into sight, as near as that allows, but not nearer than a country. */
  function fit() {
    const all = [...points.values()];
    if (all.length === 0 || width === 0) return draw();
    const room = 50 * scale;
    const [left, right] = [Math.min(...all.map(([x]) => x)), Math.max(...all.map(([x]) => x))];
    const [top, bottom] = [Math.min(...all.map(([, y]) => y)), Math.max(...all.map(([, y]) => y))];
    const k = Math.max(1, Math.min(kNearFit, (width - 2 * room) / Math.max(right - left, 1),
      (height - 2 * room) / Math.max(bottom - top, 1)));
    const transform = zoomIdentity.translate(width / 2, height / 2).scale(k)
      .translate(-(left + right) / 2, -(top + bottom) / 2);
    select(svg).call(/** @type {any} */ (zooming.transform), transform);
    draw();
  }

  svg.addEventListener('click', (event) => {
    const disc = /** @type {Element} */ (event.target).closest('.disc');
    if (disc) pick(disc.getAttribute('data-place') ?? '');
  });
  svg.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = places.findIndex(({id}) => id === active);
    const step = width / 5 / zoomTransform(svg).k;
    /** @param {number} x @param {number} y */
    const pan = (x, y) => select(svg).call(/** @type {any} */ (zooming.translateBy), x, y);
    /** @param {number} to */
    const go = (to) => focusOn(places[(to + places.length) % places.length]?.id ?? '');
    /** @type {Record<string, () => void>} */
    const keys = event.shiftKey ? {
      'ArrowRight': () => pan(-step, 0), 'ArrowLeft': () => pan(step, 0), 'ArrowDown': () => pan(0, -step),
      'ArrowUp': () => pan(0, step), '+': () => scaleBy(1.6),
    } : {
      'ArrowRight': () => go(at + 1), 'ArrowDown': () => go(at + 1), 'ArrowLeft': () => go(at - 1),
      'ArrowUp': () => go(at - 1), 'Home': () => go(0), 'End': () => go(places.length - 1),
      '+': () => scaleBy(1.6), '=': () => scaleBy(1.6), '-': () => scaleBy(1 / 1.6), '0': whole,
      'Enter': () => pick(active), ' ': () => pick(active),
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  select(svg).call(/** @type {any} */ (zooming)).on('dblclick.zoom', null);
  new ResizeObserver(() => {
    if (Math.floor(host.clientWidth) !== width) resize();
  }).observe(host);

  /** @param {number} by */
  function scaleBy(by) {
    select(svg).call(/** @type {any} */ (zooming.scaleBy), by);
  }
  /** The whole world. */
  function whole() {
    select(svg).call(/** @type {any} */ (zooming.transform), zoomIdentity);
  }

  return {
    element: svg,
    /** @param {MapPlace[]} next  most often named first @param {string} label */
    update(next, label) {
      places = next;
      svg.setAttribute('aria-label', label);
      resize();
    },
    /** @param {string} id */
    setCurrent(id) {
      if (id === current) return;
      current = id;
      if (width > 0) draw();
    },
    scaleBy, whole, fit,
  };
}
