// The field for the text: what is typed is edited, what is pasted over the whole is an article to read.
import {strings} from '../strings.js';
import {textArea} from '../app/elements.js';

/** @typedef {import('../state.js').Store} Store */
/** @typedef {import('../app/actions.js').Actions} Actions */

const kLongPaste = 50_000;  // characters

/**
 * @param {Store} store
 * @param {Actions} actions
 */
export function startTextField(store, actions) {
  let pasted = false;
  textArea.addEventListener('paste', (event) => {
    const words = event.clipboardData?.getData('text/plain') ?? '';
    if (!/\S/.test(words)) {
      event.preventDefault();
      store.set({notice: strings.notice.emptyPaste});
      return;
    }
    // Browsers take seconds to type in a very long text; there is nothing to undo to where the field is empty.
    if (textArea.value === '' && words.length > kLongPaste) {
      event.preventDefault();
      actions.openArticle(words);
      return;
    }
    // What replaces the whole text is an article to read; what goes into a text is part of editing it.
    pasted = textArea.selectionStart === 0 && textArea.selectionEnd === textArea.value.length;
  });
  textArea.addEventListener('input', () => {
    if (pasted) actions.openArticle(textArea.value);
    else actions.setText(textArea.value, {typing: true});
    pasted = false;
  });
  textArea.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) actions.read();
  });
}
