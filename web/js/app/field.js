// The field for the text. An article that is about to be shown marked up is put into it behind the first frame
// with its report, or when the field is shown: a text that nobody sees there would only keep the reader waiting.
import {textArea} from './elements.js';

const kLong = 60_000;  // characters; browsers are slow to take in more

/** What the field will hold. @type {string | null} */
let waiting = null;
/** What came into the empty field, and can be undone once it is edited. @type {string | null} */
let undoable = null;

/** Puts what waits into the field. */
export function settleField() {
  if (waiting !== null && textArea.value !== waiting) textArea.value = waiting;
  waiting = null;
}

/** Puts what waits into the field if that is done in no time. */
export function settleFieldIfShort() {
  if (waiting !== null && waiting.length <= kLong) settleField();
}

/**
 * Puts a text into the field at the next settleField().
 * @param {string} text
 * @returns {string} the text as the field will have it, with "\n" between lines
 */
export function fillField(text) {
  const filled = text.replace(/\r\n?/g, '\n');
  waiting = filled;
  undoable = textArea.value === '' && filled.length <= kLong ? filled : null;
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
  textArea.value = '';
}

textArea.addEventListener('beforeinput', settleField);
// What was written over the text that waited is newer.
textArea.addEventListener('input', () => (waiting = null));
