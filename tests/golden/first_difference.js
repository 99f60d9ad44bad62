// Where two reports differ first, in words: a whole report is too long to print.

/** The path of the first difference in key order, with both values and the words they stand for; null where none. */
export function firstDifference(stored, now, text) {
  return differ(stored, now, '', {stored: '', now: ''}, text);
}

function differ(stored, now, path, words, text) {
  if (!isNode(stored) || !isNode(now) || Array.isArray(stored) !== Array.isArray(now)) {
    return stored === now ? null : told(stored, now, path, {
      stored: wordsOf(stored, text) || words.stored,
      now: wordsOf(now, text) || words.now,
    });
  }
  const inner = {stored: wordsOf(stored, text) || words.stored, now: wordsOf(now, text) || words.now};
  for (const key of new Set([...Object.keys(stored), ...Object.keys(now)])) {
    const step = Array.isArray(stored) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    const found = differ(stored[key], now[key], step, inner, text);
    if (found !== null) return found;
  }
  return null;
}

const isNode = (value) => value !== null && typeof value === 'object';

/** What a span covers; empty for all else. */
function wordsOf(value, text) {
  return isNode(value) && typeof value.start === 'number' ? text.slice(value.start, value.end) : '';
}

function told(stored, now, path, words) {
  const shown = (value) => (value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 200));
  const quoted = [];
  if (words.stored) quoted.push(`${JSON.stringify(words.stored.slice(0, 80))} is stored`);
  if (words.now) quoted.push(`${JSON.stringify(words.now.slice(0, 80))} came`);
  return `${path}: ${shown(stored)} is stored, ${shown(now)} came` + (quoted.length ? `  (${quoted.join(', ')})` : '');
}
