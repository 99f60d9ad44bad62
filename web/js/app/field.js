// The field for the text. An article that is about to be shown marked up is put into it a moment later: laying out a
// text that nobody will see would only keep the reader waiting.
import {textArea} from './elements.js';

const kPatience = 150;  // milliseconds until the field shows a text whose report has not come
const kLong = 60_000;   // characters whose report takes longer than that

/** What the field will hold. @type {string | null} */
let waiting = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** Puts what waits into the field. */
export function settleField() {
  clearTimeout(timer);
  if (waiting !== null && textArea.value !== waiting) textArea.value = waiting;
  waiting = null;
}

/**
 * Puts a text into the field soon.
 * @param {string} text
 * @returns {string} the text as the field will have it, with "\n" between lines
 */
export function fillField(text) {
  const filled = text.replace(/\r\n?/g, '\n');
  waiting = filled;
  clearTimeout(timer);
  if (filled.length > kLong) settleField();
  else timer = setTimeout(settleField, kPatience);
  return filled;
}

/** Empties the field. */
export function emptyField() {
  waiting = null;
  clearTimeout(timer);
  textArea.value = '';
}

textArea.addEventListener('beforeinput', settleField);
// What was written over the text that waited is newer.
textArea.addEventListener('input', () => (waiting = null));
