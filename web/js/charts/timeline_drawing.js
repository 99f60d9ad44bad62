// A drawn timeline: events above an axis of time, zoomed and moved by mouse, touch and keys. A dot is a moment or a
// day, a bar all the days it may have been or did last, a bar that fades has no end in the article. Events too close to
// tell apart stand as one with their number; opening it zooms in, or, where that cannot part them, lists them.
import {axisBottom} from 'd3-axis';
import {scaleUtc} from 'd3-scale';
import {select} from 'd3-selection';
import {zoom, zoomIdentity, zoomTransform} from 'd3-zoom';
import {tickWords} from './axis_words.js';
import {kDay} from './event_items.js';
import {layOutEvents} from './event_rows.js';
import {letFingerScroll} from './finger_scroll.js';
import {textMeasure} from './text_measure.js';

/** @typedef {import('./event_items.js').TimelineItem} TimelineItem */
/** @typedef {import('./event_rows.js').Placed} Placed */

const kRow = 26;          // pixels, times the scale of the page's letters
const kAxis = 30;
const kTop = 22;
const kClosest = 2 * kDay;  // the shortest time that fills the drawing
let drawings = 0;

/**
 * @typedef {object} Content
 * @property {TimelineItem[]} items  by start
 * @property {number | null} published  milliseconds; a line is drawn there
 * @property {string} publishedWords
 * @property {(item: TimelineItem) => number} colour  which of the colours 0 to 6 an item has
 * @property {string} label  what the whole drawing is called
 */

/**
 * @param {HTMLElement} host
 * @param {object} actions
 * @param {(item: TimelineItem) => void} actions.pick  an event was chosen
 * @param {(items: TimelineItem[], anchor: Element) => void} actions.list  events that zooming cannot part
 * @param {(sight: {before: number, after: number, zoomed: boolean}) => void} actions.moved
 * @param {(placed: Placed) => string} actions.words  what a mark is called
 */
export function createTimelineDrawing(host, {pick, list, moved, words}) {
  const fade = `timeline-fade-${++drawings}`;
  const svg = select(host).append('svg').attr('class', 'timeline-drawing').attr('role', 'group')
    .attr('data-export', 'timeline');
  const mask = svg.append('defs');
  const gradient = mask.append('linearGradient').attr('id', `${fade}-g`);
  gradient.append('stop').attr('offset', '0.55').attr('stop-color', '#fff');
  gradient.append('stop').attr('offset', '1').attr('stop-color', '#000');
  mask.append('mask').attr('id', fade).attr('maskContentUnits', 'objectBoundingBox')
    .attr('x', '-0.1').attr('y', '-0.3').attr('width', '1.2').attr('height', '1.6')
    .append('rect').attr('x', -0.1).attr('y', -0.3).attr('width', 1.2).attr('height', 1.6)
    .attr('fill', `url(#${fade}-g)`);
  const ground = svg.append('rect').attr('class', 'ground').attr('fill', 'transparent');
  const axisElement = svg.append('g').attr('class', 'axis').attr('aria-hidden', 'true');
  const publishedElement = svg.append('g').attr('class', 'published-line').attr('aria-hidden', 'true');
  publishedElement.append('line');
  publishedElement.append('text');
  const marks = svg.append('g').attr('class', 'marks');

  /** @type {Content | null} */
  let content = null;
  let width = 0;
  let height = 0;
  let scale = 1;
  let rows = 3;
  let base = scaleUtc();
  let current = '';
  /** The mark that the Tab key reaches. */
  let active = '';
  let measure = textMeasure('12px sans-serif');
  let frame = 0;

  letFingerScroll(host);
  const zooming = zoom()
    .filter((event) => (event.type !== 'wheel' || event.ctrlKey || event.metaKey) && !event.button)
    .on('start', () => svg.classed('moving', true))
    .on('end', () => svg.classed('moving', false))
    .on('zoom', () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(draw);
    });

  function resize() {
    if (!content) return;
    const style = getComputedStyle(host);
    width = Math.floor(host.clientWidth);
    if (width === 0) return;
    scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
    measure = textMeasure(`${12 * scale}px ${style.fontFamily}`);
    const [first, last] = extentOf(content);
    const room = Math.max((last - first) * 0.04, kDay);
    base = scaleUtc([first - room, last + room], [0, width]);
    rows = rowsFor(content.items.length, width / scale);
    const fitted = layOutEvents(content.items, (time) => base(time), width, {rows, scale, measure});
    rows = Math.max(3, 1 + fitted.placed.reduce((most, {row}) => Math.max(most, row), 0));
    height = Math.ceil((kTop + rows * kRow + kAxis) * scale);
    svg.attr('width', width).attr('height', height).attr('viewBox', `0 0 ${width} ${height}`);
    ground.attr('width', width).attr('height', height);
    const whole = last - first + 2 * room;
    zooming.scaleExtent([1, Math.max(1, whole / kClosest)]).extent([[0, 0], [width, height]])
      .translateExtent([[0, 0], [width, height]]);
    draw();
  }

  function draw() {
    if (!content || width === 0) return;
    const transform = zoomTransform(/** @type {Element} */ (svg.node()));
    const x = transform.rescaleX(base);
    const axisY = height - kAxis * scale;
    const axis = axisBottom(x).ticks(Math.max(2, width / (88 * scale))).tickSizeOuter(0).tickSizeInner(5 * scale)
      .tickPadding(6 * scale).tickFormat((time) => tickWords(/** @type {Date} */ (time)));
    axisElement.attr('transform', `translate(0 ${axisY})`).call(/** @type {any} */ (axis));
    axisElement.attr('font-size', null).attr('font-family', null);
    // A date that the edge would cut is left out.
    axisElement.selectAll('.tick text').attr('display', (time) => {
      const at = x(/** @type {Date} */ (time));
      return at < 20 * scale || at > width - 20 * scale ? 'none' : null;
    });
    drawPublished(x, axisY);

    const {placed, before, after} = layOutEvents(content.items, (time) => x(time), width, {rows, scale, measure});
    if (!placed.some(({key}) => key === active)) active = placed[0]?.key ?? '';
    const mark = marks.selectAll('g.mark').data(placed, (one) => /** @type {Placed} */ (one).key)
      .join((enter) => {
        const made = enter.append('g').attr('role', 'button');
        made.append('rect').attr('class', 'halo');
        made.append('rect').attr('class', 'shape');
        made.append('text').attr('class', 'how-many');
        made.append('text').attr('class', 'label');
        return made;
      })
      .attr('class', ({items: [item], items, round}) => `mark colour-${colourOf(items)} ` +
        (items.length > 1 ? `many ${round ? 'several-dot' : 'several-bar'}` : `${item.kind} ${item.basis}`))
      .attr('data-event', ({key}) => key)
      .attr('aria-label', words)
      .attr('aria-current', ({items}) => items.some(({key}) => key === current) ? 'true' : null)
      .attr('tabindex', ({key}) => key === active ? 0 : -1)
      .attr('transform', ({row}) => `translate(0 ${axisY - (row + 0.5) * kRow * scale - 4 * scale})`)
      .order();
    mark.each(function(one) {
      drawMark(this, one);
    });
    moved({before, after, zoomed: transform.k > 1.001});
  }

  /** The colour that most of some events have. @param {TimelineItem[]} items */
  function colourOf(items) {
    const counts = new Array(7).fill(0);
    for (const item of items) counts[content?.colour(item) ?? 0]++;
    const best = counts.indexOf(Math.max(...counts));
    return counts[best] * 2 > items.length ? best : 0;
  }

  /** @param {import('d3-selection').BaseType} element @param {Placed} placed */
  function drawMark(element, {items, left, right, round, label}) {
    const tall = round ? right - left : 16 * scale;
    // What reaches far out of sight is cut, so that no coordinate grows without bound.
    const from = Math.max(left, -40);
    const to = Math.min(right, width + 40);
    const mark = select(/** @type {Element} */ (element));
    mark.select('.shape').attr('x', from).attr('y', -tall / 2).attr('width', Math.max(2, to - from))
      .attr('height', tall).attr('rx', round ? tall / 2 : 4 * scale)
      .attr('mask', items.length === 1 && items[0].kind === 'open' ? `url(#${fade})` : null);
    const edge = 5 * scale;
    mark.select('.halo').attr('x', from - edge).attr('y', -12 * scale)
      .attr('width', to - from + 2 * edge).attr('height', 24 * scale).attr('rx', 7 * scale);
    const middle = (Math.max(0, from) + Math.min(width, to)) / 2;
    mark.select('.how-many').text(items.length > 1 && (round || !label) ? `${items.length} ` : '')
      .attr('x', middle).attr('dy', '0.36em').attr('text-anchor', 'middle').attr('font-size', 10 * scale);
    mark.select('.label').classed('inside', !!label && label.x > left && label.x < right)
      .text(label?.text ?? '').attr('x', label?.x ?? 0).attr('dy', '0.35em')
      .attr('text-anchor', label?.anchor ?? 'start').attr('font-size', 12 * scale);
  }

  /** @param {import('d3-scale').ScaleTime<number, number>} x @param {number} axisY */
  function drawPublished(x, axisY) {
    const at = content?.published === null || !content ? NaN : x(content.published);
    const inSight = at >= 0 && at <= width;
    publishedElement.attr('display', inSight ? null : 'none');
    if (!inSight || !content) return;
    const before = at > width / 2;
    publishedElement.select('line').attr('x1', at).attr('x2', at).attr('y1', 0).attr('y2', axisY);
    publishedElement.select('text').text(content.publishedWords).attr('x', at + (before ? -5 : 5) * scale)
      .attr('y', 12 * scale).attr('text-anchor', before ? 'end' : 'start').attr('font-size', 11 * scale);
  }

  /** Shows a stretch of time, or, if none is given, everything. @param {[number, number]} [stretch] */
  function show(stretch) {
    if (!stretch || width === 0) {
      svg.call(/** @type {any} */ (zooming.transform), zoomIdentity);
      return;
    }
    const [from, to] = [base(stretch[0]), base(stretch[1])];
    const [, most] = zooming.scaleExtent();
    const k = Math.max(1, Math.min(most, width / Math.max(to - from, 1e-9)));
    const middle = (from + to) / 2;
    const transform = zoomIdentity.translate(width / 2, 0).scale(k).translate(-middle, 0);
    svg.call(/** @type {any} */ (zooming.transform), transform);
  }

  /** @param {Placed} placed @param {Element} element */
  function open({items}, element) {
    if (items.length === 1) return pick(items[0]);
    const from = Math.min(...items.slice(0, 5000).map((item) => item.from));
    const to = items.reduce((most, item) => Math.max(most, item.to), -Infinity);
    const [first, last] = zoomTransform(/** @type {Element} */ (svg.node())).rescaleX(base).domain();
    const apart = items.some((item) => Math.abs(item.from - items[0].from) > (to - from) * 0.05);
    const room = Math.max((to - from) * 0.15, kDay / 2);
    if (apart && to - from + 2 * room < (last.getTime() - first.getTime()) * 0.8) show([from - room, to + room]);
    else list(items, element);
  }

  /** @param {number} by */
  function scaleBy(by) {
    svg.call(/** @type {any} */ (zooming.scaleBy), by);
  }

  /** @param {number} by  of the width */
  function panBy(by) {
    const {k} = zoomTransform(/** @type {Element} */ (svg.node()));
    svg.call(/** @type {any} */ (zooming.translateBy), -by * width / k, 0);
  }

  /** @param {number} to  index of a mark in order of time */
  function moveTo(to) {
    const nodes = /** @type {SVGElement[]} */ (marks.selectAll('g.mark').nodes());
    const target = nodes[Math.max(0, Math.min(nodes.length - 1, to))];
    if (!target) return;
    active = target.getAttribute('data-event') ?? '';
    for (const node of nodes) node.setAttribute('tabindex', node === target ? '0' : '-1');
    target.focus();
  }

  const element = /** @type {SVGSVGElement} */ (svg.node());
  element.addEventListener('click', (event) => {
    const mark = /** @type {Element} */ (event.target).closest('g.mark');
    if (mark) open(/** @type {Placed} */ (select(mark).datum()), mark);
  });
  element.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const mark = /** @type {Element} */ (event.target).closest('g.mark');
    const at = mark ? marks.selectAll('g.mark').nodes().indexOf(mark) : -1;
    const count = marks.selectAll('g.mark').size();
    /** @type {Record<string, () => void>} */
    const keys = {
      'ArrowRight': () => event.shiftKey ? panBy(0.25) : moveTo(at + 1),
      'ArrowLeft': () => event.shiftKey ? panBy(-0.25) : moveTo(at - 1),
      'ArrowDown': () => moveTo(at + 1),
      'ArrowUp': () => moveTo(at - 1),
      'Home': () => moveTo(0),
      'End': () => moveTo(count - 1),
      '+': () => scaleBy(1.6), '=': () => scaleBy(1.6), '-': () => scaleBy(1 / 1.6), '0': () => show(),
      'Enter': () => mark && open(/** @type {Placed} */ (select(mark).datum()), mark),
      ' ': () => mark && open(/** @type {Placed} */ (select(mark).datum()), mark),
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  svg.call(/** @type {any} */ (zooming)).on('dblclick.zoom', null);
  ground.on('dblclick', () => scaleBy(1.6));
  const watch = new ResizeObserver(() => {
    if (Math.floor(host.clientWidth) === width || host.clientWidth === 0) return;
    const node = /** @type {Element} */ (svg.node());
    const {k} = zoomTransform(node);
    const [from, to] = zoomTransform(node).rescaleX(base).domain().map((time) => time.getTime());
    resize();
    show(k > 1 ? [from, to] : undefined);
  });
  watch.observe(host);

  return {
    element,
    /** Shows other events, all of them. @param {Content} next */
    update(next) {
      content = next;
      svg.attr('aria-label', next.label);
      width = 0;
      resize();
      show();
    },
    /** Colours may be others: draws the same again. @param {Content['colour']} colour */
    recolour(colour) {
      if (!content) return;
      content = {...content, colour};
      draw();
    },
    /** Marks one event as the one that is looked at. @param {string} key */
    setCurrent(key) {
      if (key === current) return;
      current = key;
      draw();
    },
    scaleBy, panBy, show,
    destroy() {
      watch.disconnect();
      cancelAnimationFrame(frame);
      svg.remove();
    },
  };
}

/** From the first to the last, the publication counted in. @param {Content} content @returns {[number, number]} */
function extentOf({items, published}) {
  let first = published ?? Infinity;
  let last = published === null ? -Infinity : published + kDay;
  for (const {from, to} of items) {
    first = Math.min(first, from);
    last = Math.max(last, to);
  }
  return first <= last ? [first, last] : [0, kDay];
}

/** How many rows are worth their height. @param {number} count @param {number} width  in pixels of a usual screen */
const rowsFor = (count, width) => Math.max(3, Math.min(width > 640 ? 14 : 9, Math.ceil(count * 0.75)));
