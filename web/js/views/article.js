// The article as a reader sees it: its blocks in order, names, dates and quotes marked, and one place pointed at. A
// long article is built in slices, so that the page answers in between; the part a reader jumps to is built first.
import {afterFrame, afterShown} from './after_frame.js';
import {appendMarked, marksOf} from './article_marks.js';
import {make} from './element.js';

/** @typedef {import('../report_types.js').Report} Report */
/** @typedef {import('../report_types.js').Block} Block */
/** @typedef {import('../report_types.js').Span} Span */
/** @typedef {import('../report_types.js').Selection} Selection */

/**
 * A stretch of text shown as one element: a block, or a part of one too long for one.
 * @typedef {{start: number, end: number, kind: Block['kind'], continued: boolean, element: HTMLElement | null}} Piece
 */

const kMaxPiece = 8000;    // characters; browsers slow down on longer paragraphs
const kFirstSlice = 2;     // milliseconds of building before the first frame, beyond what is in sight
const kSlice = 8;          // and between two others
const kLong = 4000;        // characters; from here on, what is off screen is not laid out
const kStretch = 40;       // lines that are laid out, or not, together: browsers watch each such stretch
const kLetterWidth = 8;    // pixels of a letter, about
const kLineWidth = 656;    // pixels of a line where there is room
const kMargins = 32;       // pixels beside a line where there is not
const kWithEachFrame = 3;  // stretches that are made ready to be seen
const kLineHeight = 30;    // pixels, about
const kAbove = 190;        // pixels above the article, about
const kBetween = 0.55;     // lines between two blocks
const kSmall = 0.72;       // of its height, where a block is set smaller
const kLarge = 1.3;        // likewise, larger
const kSpare = 4;          // lines more than fill the screen, as all these are guesses
const kMaxSoft = 500;      // other mentions shown along with the marked one

/**
 * Cuts a block that is too long for one element, at a space where there is one.
 * @param {string} text @param {Block} block
 */
function piecesOf(text, block) {
  /** @type {Piece[]} */
  const pieces = [];
  let start = block.start;
  while (start < block.end) {
    let end = Math.min(block.end, start + kMaxPiece);
    if (end < block.end) {
      const space = text.lastIndexOf(' ', end - 1);
      if (space > start + kMaxPiece / 2) end = space + 1;
      else if ((text.charCodeAt(end - 1) & 0xfc00) === 0xd800) end--;
    }
    pieces.push({start, end, kind: block.kind, continued: start > block.start, element: null});
    start = end;
  }
  return pieces;
}

/**
 * The height of a piece in lines, as far as it can be told before it is laid out.
 * @param {Piece} piece @param {number} lineLength  letters of a line
 */
function linesOf({start, end, kind}, lineLength) {
  const isFull = kind === 'paragraph' || kind === 'subheading' || kind === 'list';
  const size = isFull ? 1 : kind === 'headline' ? kLarge : kSmall;
  return Math.ceil((end - start) * size / lineLength) * size + kBetween;
}

/** @param {Block['kind']} kind @param {boolean} hasTitle  whether a headline stands above it */
function tagOf(kind, hasTitle) {
  if (kind === 'headline') return hasTitle ? 'h3' : 'h2';
  if (kind === 'subheading') return hasTitle ? 'h3' : 'h2';
  return 'p';
}

/**
 * Shows a report's text in an element, in place of what was there.
 * @param {HTMLElement} element
 * @param {Report} report
 * @param {string} text  what the report is of
 * @returns {{reveal: (selection: Pick<Selection, 'spans' | 'index' | 'together' | 'beside'>) => HTMLElement | null,
 *     clear: () => void, stop: () => void}}
 *     reveal: marks the words of a selection, and softly those beside it; gives the first marked element, null where
 *     there is none; clear: takes the marks away; stop: builds no further
 */
export function renderArticle(element, report, text) {
  const pieces = report.blocks.flatMap((block) => piecesOf(text, block));
  const marks = marksOf(report);
  let built = 0;
  let nextMark = 0;
  /** @type {import('./article_marks.js').Mark[]} */
  let carried = [];
  let hasTitle = false;
  let stopped = false;
  /** Holds blocks that share a line. @type {HTMLElement | null} */
  let line = null;
  /** @type {HTMLElement[]} */
  let shown = [];

  const isLong = text.length > kLong;
  /** Where blocks go: the article itself, or, in a long one, a stretch of it. @type {HTMLElement} */
  let stretch = element;
  let stretchLines = Infinity;
  /** How many lines it may get: the first one fills the screen. */
  let stretchRoom = Math.max(innerHeight - kAbove, 300) / kLineHeight + kSpare;
  const lineLength = Math.max(1, Math.min(kLineWidth, innerWidth - kMargins) / kLetterWidth);
  /** Stretches that wait for the first frame. @type {HTMLElement[] | null} */
  let later = [];

  element.replaceChildren();

  /** @param {Piece} piece */
  function build(piece) {
    const tag = piece.continued ? 'p' : tagOf(piece.kind, hasTitle);
    if (tag === 'h2') hasTitle = true;
    const block = make(tag, {class: `block ${piece.kind}${piece.continued ? ' continued' : ''}`, dir: 'auto'});
    ({next: nextMark, carried} = appendMarked(block, text, piece, marks, nextMark, carried));
    piece.element = block;
    return block;
  }

  /** @param {(index: number) => boolean} goOn */
  function buildWhile(goOn) {
    let fragment = document.createDocumentFragment();
    while (built < pieces.length && goOn(built)) {
      if (isLong && !line && stretchLines > stretchRoom) {
        stretch.append(fragment);
        guessHeight();
        fragment = document.createDocumentFragment();
        startStretch();
      }
      const piece = pieces[built];
      const block = build(piece);
      const goesOn = nextOnLine(built);
      if (!line && goesOn) {
        line = make('div', {class: 'line'});
        fragment.append(line);
      }
      if (line) line.append(block, goesOn ? ' ' : '');
      else fragment.append(block);
      if (!goesOn) line = null;
      built++;
      stretchLines += linesOf(piece, lineLength);
    }
    stretch.append(fragment);
    guessHeight();
  }

  function startStretch() {
    if (stretch !== element) stretchRoom = kStretch;
    stretch = make('div', {class: stretch === element ? 'stretch in-sight' : later ? 'stretch later' : 'stretch'});
    if (stretch.classList.contains('later')) later?.push(stretch);
    element.append(stretch);
    stretchLines = 0;
  }

  /** The first frame has only what is in sight; what waits for it follows, a few stretches with each frame. */
  function showLater(count = kWithEachFrame) {
    for (const one of later?.splice(0, count) ?? []) one.classList.remove('later');
    if (later && later.length > 0) afterFrame(() => showLater());
    else later = null;
  }

  function guessHeight() {
    if (stretch === element) return;
    stretch.style.setProperty('contain-intrinsic-block-size', `auto ${Math.round(stretchLines * 1.65)}em`);
  }

  /** Whether the next block stands on the same line, as a paragraph behind its dateline does. @param {number} index */
  function nextOnLine(index) {
    const piece = pieces[index];
    const next = pieces[index + 1];
    return next !== undefined && !next.continued && !text.slice(piece.end, next.start).includes('\n');
  }

  function buildSlice() {
    if (stopped) return;
    const until = performance.now() + kSlice;
    buildWhile(() => performance.now() < until);
    if (built < pieces.length) setTimeout(buildSlice, 0);
  }

  /** Wraps the words of a span. @param {Span} span @param {string} tag @param {string} className */
  function wrap(span, tag, className) {
    /** @type {HTMLElement[]} */
    const wrapped = [];
    for (let i = firstPieceBehind(span.start); i < pieces.length && pieces[i].start < span.end; i++) {
      const piece = pieces[i];
      if (!piece.element) continue;
      wrapped.push(...wrapWords(piece.element, span.start - piece.start, span.end - piece.start, tag, className));
    }
    return wrapped;
  }

  /** Index of the first piece that ends behind a position. @param {number} position */
  function firstPieceBehind(position) {
    let low = 0;
    let high = pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pieces[middle].end > position) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  function clear() {
    for (const mark of shown) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent?.normalize();
    }
    shown = [];
  }

  const until = performance.now() + kFirstSlice;
  const inSight = () => later?.length === 0 && (stretch === element || stretchLines <= stretchRoom);
  buildWhile(() => !isLong || inSight() || performance.now() < until);
  if (built < pieces.length) afterFrame(buildSlice);
  afterShown(() => showLater());

  return {
    reveal({spans, index, together, beside = []}) {
      clear();
      showLater(Infinity);
      const marked = together ? spans : spans.slice(index, index + 1);
      const soft = together ? beside : [...spans.slice(0, kMaxSoft).filter((_, i) => i !== index), ...beside];
      if (marked.length === 0) return null;
      const last = Math.max(...marked.map(({end}) => end));
      buildWhile((i) => pieces[i].start < last);
      const words = marked.flatMap((span) => wrap(span, 'mark', 'shown'));
      if (words.length === 0) return null;
      words[0].tabIndex = -1;
      shown.push(...words, ...soft.flatMap((span) => wrap(span, 'span', 'also-shown')));
      return words[0];
    },
    clear,
    stop() {
      stopped = true;
    },
  };
}

/**
 * Wraps the characters [start, end) of an element's text, counted over all its text nodes.
 * @param {HTMLElement} root @param {number} start @param {number} end @param {string} tag @param {string} className
 */
function wrapWords(root, start, end, tag, className) {
  /** @type {{node: Text, from: number, to: number}[]} */
  const found = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let at = 0;
  while (at < end && walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    const from = Math.max(0, start - at);
    const to = Math.min(node.length, end - at);
    if (from < to) found.push({node, from, to});
    at += node.length;
  }
  return found.map(({node, from, to}) => {
    if (to < node.length) node.splitText(to);
    const words = from > 0 ? node.splitText(from) : node;
    const wrapper = document.createElement(tag);
    wrapper.className = className;
    words.replaceWith(wrapper);
    wrapper.append(words);
    return wrapper;
  });
}
