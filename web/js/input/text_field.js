// The field for the text: what is typed is edited, what is pasted over the whole is an article to read.
import {strings} from '../strings.js';
import {textArea} from '../app/elements.js';
import {pastedText} from './rich_paste.js';

/** @typedef {import('../state.js').Store} Store */
/** @typedef {import('../app/actions.js').Actions} Actions */

const kLongPaste = 50_000;  // characters

/**
 * @param {Store} store
 * @param {Actions} actions
 * @param {import('./receive_articles.js').Receiver} receiver
 */
export function startTextField(store, actions, receiver) {
  let pasted = false;
  let typing = false;
  textArea.addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])].filter(({type}) => !type.startsWith('image/'));
    const plain = event.clipboardData?.getData('text/plain') ?? '';
    if (files.length > 0 && plain === '') {
      event.preventDefault();
      receiver.receiveFiles(files);
      return;
    }
    const words = pastedText(event.clipboardData?.getData('text/html') ?? '', plain);
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
    if (words === plain) return;
    event.preventDefault();
    // Browsers tell of each line by itself.
    typing = true;
    typeIn(words);
    typing = false;
    take();
  });
  function take() {
    if (typing) return;
    if (pasted) actions.openArticle(textArea.value);
    else actions.setText(textArea.value, {typing: true});
    pasted = false;
  }
  textArea.addEventListener('input', take);
  textArea.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) actions.read();
  });
}

/** Puts words where the selection is, so that they can be undone as typed ones can. @param {string} words */
function typeIn(words) {
  // The only way that keeps the field's undo; browsers without it replace the words all the same.
  if (document.execCommand('insertText', false, words)) return;
  textArea.setRangeText(words, textArea.selectionStart, textArea.selectionEnd, 'end');
}
