// What an article is called where it is kept: its title where one is known, else its first line, not too long.

const kLongest = 140;  // characters

/** @param {string} text @param {string} [title] */
export function titleOf(text, title = '') {
  const line = (title || /\S.*/.exec(text)?.[0] || '').replace(/\s+/g, ' ').trim();
  if (line.length <= kLongest) return line;
  const cut = line.lastIndexOf(' ', kLongest);
  return `${line.slice(0, cut > kLongest / 2 ? cut : kLongest)}…`;
}
