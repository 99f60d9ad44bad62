// The field for the text. An article that is about to be shown marked up is put into it a moment later: laying out a
// text that nobody will see would only keep the reader waiting.
import {textArea} from './elements.js';

const kPatience = 150;  // milliseconds until the field shows a text whose report has not come
const kLong = 60_000;   // characters whose report takes longer than that

/** What the field will hold. @type {string | null} */
let waiting = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
/** What came into the empty field, and can be undone once it is edited. @type {string | null} */
let undoable = null;

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
  undoable = textArea.value === '' && filled.length <= kLong ? filled : null;
  clearTimeout(timer);
  if (filled.length > kLong) settleField();
  else timer = setTimeout(settleField, kPatience);
  return filled;
}

/** Goes into the field to edit what is in it. */
export function focusField() {
  settleField();
  textArea.focus({preventScroll: true});
  const text = undoable;
  undoable = null;
  if (text === null || textArea.value !== text) return;
  // Typed in once more, because only what was typed can be undone.
  textArea.value = '';
  if (!document.execCommand('insertText', false, text) || textArea.value !== text) textArea.value = text;
  textArea.setSelectionRange(0, 0);
  textArea.scrollTop = 0;
}

/** Empties the field. */
export function emptyField() {
  waiting = undoable = null;
  clearTimeout(timer);
  textArea.value = '';
}

textArea.addEventListener('beforeinput', settleField);
// What was written over the text that waited is newer.
textArea.addEventListener('input', () => (waiting = null));
