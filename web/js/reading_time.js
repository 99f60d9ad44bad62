// How long a text is, and how long it takes to read.

export const kWordsAMinute = 230;

/** Words as a reader counts them, between spaces. @param {string} text */
export function countWords(text) {
  let count = 0;
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isSpace = code <= 32 || code === 0xa0;
    if (!isSpace && !inWord) count++;
    inWord = !isSpace;
  }
  return count;
}
