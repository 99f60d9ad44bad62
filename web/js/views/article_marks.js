// Which pieces of the text carry which marks. Marks may overlap in any way (a name inside a quote, a date across its
// end): pieces are nested elements, and a mark that crosses the end of another is closed there and opened again behind
// it.

/** @typedef {import('../report_types.js').Report} Report */
/** @typedef {import('../report_types.js').Span} Span */

/**
 * @typedef {object} Mark
 * @property {number} start
 * @property {number} end
 * @property {string} className  "name person", "when", "said direct" …
 * @property {string} key        id of the item it belongs to
 */

/** The layer of names that an entity's type belongs to. @param {string} type */
export function layerOfType(type) {
  return type === 'person' || type === 'organization' || type === 'place' ? type : 'other';
}

/** All marks of a report, by start, longer ones first. @param {Report} report @returns {Mark[]} */
export function marksOf(report) {
  /** @type {Mark[]} */
  const marks = [];
  for (const quote of report.quotes) {
    const parts = quote.parts.length > 0 ? quote.parts : [quote];
    for (const {start, end} of parts) marks.push({start, end, className: `said ${quote.kind}`, key: quote.id});
  }
  for (const time of report.times) {
    marks.push({start: time.start, end: time.end, className: 'when', key: time.id});
  }
  for (const entity of report.entities) {
    const layer = layerOfType(entity.type);
    for (const {start, end, kind} of entity.mentions) {
      marks.push({start, end, className: `name ${layer} by-${kind}`, key: entity.id});
    }
  }
  return marks.filter((mark) => mark.end > mark.start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** More marks than this over one place are not nested any deeper; the text is there all the same. */
const kMaxDepth = 8;

/**
 * Appends the text of a range to an element, with the marks that touch it as nested spans. Cost: linear in the marks.
 * @param {Element} parent
 * @param {string} text
 * @param {Span} range
 * @param {Mark[]} marks       sorted as marksOf() gives them
 * @param {number} first       index of the first mark that may touch the range
 * @param {Mark[]} carried     marks that began before the range and reach into it
 * @returns {{next: number, carried: Mark[]}}  where the following range goes on
 */
export function appendMarked(parent, text, range, marks, first, carried) {
  /** @type {{mark: Mark, element: HTMLElement}[]} */
  const stack = [];
  let at = range.start;
  let next = first;

  const top = () => stack.length > 0 ? stack[stack.length - 1].element : parent;

  /** @param {number} to */
  function appendText(to) {
    if (to <= at) return;
    top().append(text.slice(at, to));
    at = to;
  }

  /** @param {Mark} mark */
  function open(mark) {
    if (stack.length >= kMaxDepth) return;
    const element = document.createElement('span');
    element.className = mark.className;
    element.setAttribute('data-key', mark.key);
    top().append(element);
    stack.push({mark, element});
  }

  /** Closes every open mark that ends at or before a position, and reopens what was nested in it but goes on. */
  function closeUntil(/** @type {number} */ position) {
    while (stack.length > 0) {
      let end = Infinity;
      for (const {mark} of stack) end = Math.min(end, mark.end);
      if (end > position) return;
      appendText(end);
      let lowest = stack.length;
      while (lowest > 0 && stack.slice(0, lowest).some(({mark}) => mark.end <= end)) lowest--;
      const reopened = stack.splice(lowest).filter(({mark}) => mark.end > end);
      for (const {mark} of reopened) open(mark);
    }
  }

  for (const mark of carried) if (mark.end > range.start) open(mark);
  for (; next < marks.length && marks[next].start < range.end; next++) {
    const mark = marks[next];
    if (mark.end <= range.start) continue;
    const start = Math.max(mark.start, range.start);
    closeUntil(start);
    appendText(start);
    open(mark);
  }
  closeUntil(range.end);
  appendText(range.end);
  return {next, carried: stack.map(({mark}) => mark).filter((mark) => mark.end > range.end)};
}
