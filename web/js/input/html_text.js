// The text of a document as a reader would see it: paragraphs, headings and list items apart, what is never shown left
// out. Walks without recursion, so that tags nested a hundred thousand deep do no harm.

/** Line breaks before and after an element: 1 begins a line, 2 leaves an empty one. */
const kBreaks = new Map([
  ...['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'BLOCKQUOTE', 'FIGURE', 'FIGCAPTION', 'TABLE', 'UL', 'OL', 'DL', 'PRE',
    'SECTION', 'ARTICLE', 'HEADER', 'FOOTER', 'ASIDE', 'NAV', 'MAIN', 'HR', 'ADDRESS', 'FIELDSET', 'TITLE',
  ].map((name) => /** @type {[string, number]} */ ([name, 2])),
  ...['DIV', 'LI', 'TR', 'DT', 'DD', 'CAPTION', 'SUMMARY', 'DETAILS', 'FORM', 'LEGEND', 'OPTION',
  ].map((name) => /** @type {[string, number]} */ ([name, 1])),
]);

/** Elements whose content is not text of the document. */
const kNotShown = new Set([
  'SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'IFRAME', 'OBJECT', 'EMBED', 'SVG', 'MATH', 'CANVAS', 'AUDIO', 'VIDEO',
  'SELECT', 'BUTTON', 'INPUT', 'TEXTAREA', 'DIALOG', 'HEAD', 'RP', 'MAP', 'DATALIST', 'PROGRESS', 'METER',
]);

const kSpaces = /[ \t\n\r\f]+/g;

/**
 * @param {Node} root   its text is wanted
 * @param {{skip?: (element: Element) => boolean}} [options]  skip: elements to leave out besides what is never shown
 * @returns {string} paragraphs with an empty line between them, list items and table rows one a line
 */
export function htmlText(root, {skip = () => false} = {}) {
  /** @type {string[]} */
  const out = [];
  let breaks = 0;          // wanted before the next words
  let space = false;       // a space is due before the next words
  let preformatted = 0;    // how many <pre> we are in

  /** @param {string} words */
  function write(words) {
    if (words === '') return;
    if (breaks > 0 && out.length > 0) out.push('\n'.repeat(breaks));
    else if (space && out.length > 0) out.push(' ');
    breaks = 0;
    space = false;
    out.push(words);
  }
  /** @param {number} count */
  function breakLine(count) {
    if (count === 0) return;
    breaks = Math.max(breaks, count);
    space = false;
  }
  /** @param {string} data */
  function text(data) {
    if (preformatted > 0) {
      data.split(/\r?\n/).forEach((line, index) => {
        if (index > 0) breakLine(breaks === 0 ? 1 : 2);
        if (/\S/.test(line)) write(line);
      });
      return;
    }
    const words = data.replace(kSpaces, ' ');
    if (words.startsWith(' ') && breaks === 0) space = true;
    // A paragraph of nothing but no-break spaces is an empty line in what Word copies.
    const trimmed = words.replace(/^ | $/g, '');
    if (!/[^\s\u00a0]/.test(trimmed)) {
      if (trimmed !== '') space = true;
      return;
    }
    write(trimmed);
    if (words.endsWith(' ')) space = true;
  }

  /** @param {Node} node @returns {boolean} whether to go into it */
  function enter(node) {
    if (node.nodeType === Node.TEXT_NODE) {
      text(/** @type {Text} */ (node).data);
      return false;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return node.nodeType === Node.DOCUMENT_NODE || node === root;
    const element = /** @type {Element} */ (node);
    const name = element.tagName.toUpperCase();
    if (name === 'BR') {
      if (breaks < 2) breaks++;
      space = false;
      return false;
    }
    if (element !== root && (kNotShown.has(name) || isHidden(element) || skip(element))) return false;
    if (name === 'TD' || name === 'TH') space = true;
    if (name === 'LI') {
      breakLine(1);
      write('•');
      space = true;
      return true;
    }
    breakLine(kBreaks.get(name) ?? 0);
    if (name === 'PRE') preformatted++;
    return true;
  }
  /** @param {Node} node */
  function leave(node) {
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const name = /** @type {Element} */ (node).tagName.toUpperCase();
    if (name === 'PRE') preformatted--;
    breakLine(kBreaks.get(name) ?? 0);
  }

  /** @type {Node | null} */
  let node = root;
  while (node) {
    if (enter(node) && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      leave(node);
      node = node.parentNode;
    }
    if (!node || node === root) break;
    leave(node);
    node = node.nextSibling;
  }
  return out.join('').replace(/(^|\n)• ?(?=\n|$)/g, '$1').replace(/\n{3,}/g, '\n\n').trim();
}

/** Hidden by the page's own mark-up; what style sheets hide cannot be known here. @param {Element} element */
function isHidden(element) {
  if (element.hasAttribute('hidden')) return true;
  const style = element.getAttribute('data-style') ?? element.getAttribute('style');
  return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style.slice(0, 500));
}
