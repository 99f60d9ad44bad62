// From the pieces of text on the pages of a PDF to paragraphs. A PDF says where letters stand, not what a paragraph is:
// lines are pieces of one height, a paragraph ends where the gap to the next line is wider than within it, where the
// type changes size, or where a line ends well short of the others; what stands alike at the edge of most pages is
// furniture; a word divided at the end of a line is joined.

/**
 * A piece of text, in points, the origin at the lower left.
 * @typedef {{text: string, x: number, y: number, width: number, height: number}} Piece
 */
/** @typedef {{text: string, x: number, y: number, right: number, height: number}} Line */

const kSameLine = 0.5;      // of the height: pieces this near are on one line
const kWideGap = 1.45;      // times the usual distance of lines: a new paragraph
const kMaxLeading = 2.2;    // times the height: lines further apart are not of one paragraph
const kShortLine = 0.8;     // of the usual line's width: a line that ends before it ends its paragraph
const kIndent = 0.8;        // of the height: the first line of a paragraph
const kEdgeLines = 2;       // looked at, at the top and the bottom of a page, for furniture

/** @param {Piece[][]} pages @returns {string} paragraphs with an empty line between them */
export function textOfPages(pages) {
  const lines = withoutFurniture(pages.map(linesOf));
  /** @type {string[]} */
  const paragraphs = [];
  let carried = '';  // a paragraph that goes on behind the end of its page
  for (const page of lines) {
    const found = paragraphsOf(page);
    if (carried !== '' && found.length > 0) {
      found[0] = goesOn(carried, found[0]) ? join(carried, found[0]) : (paragraphs.push(carried), found[0]);
      carried = '';
    }
    carried = found.pop() ?? carried;
    paragraphs.push(...found);
  }
  if (carried !== '') paragraphs.push(carried);
  return paragraphs.join('\n\n');
}

/** Pieces in the order of the page, put together to lines. @param {Piece[]} pieces */
function linesOf(pieces) {
  /** @type {Line[]} */
  const lines = [];
  for (const {text, x, y, width, height} of pieces) {
    if (text.trim() === '') {
      const last = lines[lines.length - 1];
      if (last && Math.abs(last.y - y) < last.height * kSameLine && !last.text.endsWith(' ')) last.text += ' ';
      continue;
    }
    const last = lines[lines.length - 1];
    const near = last && Math.abs(last.y - y) < Math.max(last.height, height) * kSameLine &&
      x > last.x && x - last.right < height * 3;
    if (!near) {
      lines.push({text: text.trimStart(), x, y, right: x + width, height});
      continue;
    }
    const apart = x - last.right > height * 0.15 && !last.text.endsWith(' ') && !text.startsWith(' ');
    last.text += apart ? ` ${text}` : text;
    last.right = x + width;
    last.height = Math.max(last.height, height);
  }
  for (const line of lines) line.text = line.text.replace(/\s+/g, ' ').trim();
  return lines.filter(({text}) => text !== '');
}

/** Leaves out page numbers, and what stands at the edge of most pages in the same words. @param {Line[][]} pages */
function withoutFurniture(pages) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  const key = (/** @type {Line} */ line) => line.text.replace(/\d+/g, '#');
  const edge = (/** @type {Line[]} */ lines, /** @type {number} */ index) =>
    index < kEdgeLines || index >= lines.length - kEdgeLines;
  for (const lines of pages) {
    const keys = new Set(lines.filter((_, index) => edge(lines, index)).map(key));
    for (const each of keys) seen.set(each, (seen.get(each) ?? 0) + 1);
  }
  const most = Math.max(2, pages.length / 2);
  const heights = pages.flat().map(({height}) => height).sort((a, b) => a - b);
  const large = (heights[heights.length >> 1] ?? 0) * 1.2;
  return pages.map((lines, number) => lines.filter((line, index) => {
    // The title on the first page may be what the other pages have at their head.
    if (!edge(lines, index) || (number === 0 && line.height > large)) return true;
    if (/^(page )?\d{1,4}( ?(of|\/) ?\d{1,4})?$/i.test(line.text)) return pages.length === 1;
    return (seen.get(key(line)) ?? 0) < most || pages.length < 3;
  }));
}

/** @param {Line[]} lines */
function paragraphsOf(lines) {
  const gaps = lines.slice(1).map((line, i) => ({gap: lines[i].y - line.y, height: line.height}))
    .filter(({gap, height}) => gap > 0 && gap < height * kMaxLeading).map(({gap}) => gap).sort((a, b) => a - b);
  const usual = gaps.length > 0 ? gaps[gaps.length >> 1] : Infinity;
  const widths = lines.map(({x, right}) => right - x).sort((a, b) => a - b);
  const wide = widths[Math.floor(widths.length * 0.75)] ?? 0;
  /** @type {string[]} */
  const paragraphs = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (!before || begins(before, line, usual, wide)) paragraphs.push(line.text);
    else paragraphs.push(join(paragraphs.pop() ?? '', line.text));
  });
  return paragraphs;
}

/** @param {Line} before @param {Line} line @param {number} usual @param {number} wide */
function begins(before, line, usual, wide) {
  const gap = before.y - line.y;
  if (Math.abs(before.height - line.height) > Math.max(before.height, line.height) * 0.15) return true;
  if (gap < -line.height) return !goesOn(before.text, line.text);  // the next column
  if (gap > Math.min(usual * kWideGap, line.height * kMaxLeading)) return true;
  const ended = /[.!?:”"’)\]]$/.test(before.text);
  if (ended && line.x - before.x > line.height * kIndent) return true;
  return ended && before.right - before.x < wide * kShortLine;
}

/** Whether a paragraph plainly goes on in what comes next. @param {string} before @param {string} next */
const goesOn = (before, next) =>
  /\p{L}-$/u.test(before) || (!/[.!?:”"’)\]]$/.test(before) && /^[\p{Ll}\d“"(]/u.test(next));

/** @param {string} before @param {string} next */
function join(before, next) {
  // "govern-" and "ment" are one word; "Anglo-" and "French" keep their hyphen.
  if (/\p{Ll}[-\u00ad]$/u.test(before) && /^\p{Ll}/u.test(next)) return before.slice(0, -1) + next;
  if (/\p{L}-$/u.test(before)) return before + next;
  return `${before} ${next}`;
}
