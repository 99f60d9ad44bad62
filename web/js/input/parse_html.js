// Foreign HTML becomes a document here, and only here. A document made by DOMParser is inert: it belongs to no window,
// so no script in it runs, no handler is called, no picture or frame is fetched. Nothing of it ever goes into the page
// but its text.

const kMaxDepth = 400;  // open tags; browsers keep 512 and take quadratic time for the rest

/** Tags that need no closing, and so say nothing of depth. */
const kUnclosed = new Set([
  'p', 'li', 'dt', 'dd', 'tr', 'td', 'th', 'option', 'br', 'hr', 'img', 'input', 'link', 'meta', 'area', 'base', 'col',
  'embed', 'source', 'track', 'wbr', 'path',
]);

/**
 * Leaves out tags that are nested too deep, and renames what is not looked at here but for which the page's policy
 * would raise its voice: styles and handlers.
 * @param {string} html
 */
function tamed(html) {
  /** @type {string[]} */
  const kept = [];
  let depth = 0;
  let from = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', from)) {
    const closing = html[at + 1] === '/';
    const name = /^[a-z][a-z0-9]*/i.exec(html.slice(at + (closing ? 2 : 1), at + 32))?.[0].toLowerCase();
    const end = name ? html.indexOf('>', at) : at;
    if (end < 0) break;
    const counts = name !== undefined && !kUnclosed.has(name);
    if (counts && !closing) depth++;
    const tag = html.slice(at, end + 1);
    const keep = !counts || depth <= kMaxDepth;
    kept.push(html.slice(from, at), keep ? tag.replace(/(["'\s/])(style|on[a-z]+)(?=\s*=)/gi, '$1data-$2') : ' ');
    if (counts && closing && depth > 0) depth--;
    from = end + 1;
  }
  kept.push(html.slice(from));
  // Long stretches of spaces mean nothing, and patterns that look for their end take quadratic time.
  return kept.join('').replace(/\s{200,}/g, '\n');
}

/** @param {string} html @returns {Document} */
export function parseHtml(html) {
  // eslint-disable-next-line no-restricted-syntax -- the one place; see above
  return new DOMParser().parseFromString(tamed(html), 'text/html');
}
