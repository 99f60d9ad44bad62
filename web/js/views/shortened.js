// Entries of lists stay entries, whatever is in the text.

/**
 * Words, or, where there are too many for an entry of a list, the first of them.
 * @param {string} words @param {number} most  characters
 */
export const shortened = (words, most) =>
  words.length > most ? `${words.slice(0, most).replace(/\s+\S*$/, '')}…` : words;
