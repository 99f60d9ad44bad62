// The field for the text: what is typed is edited, what is pasted over the whole is an article to read.
import {strings} from '../strings.js';
import {textArea} from '../app/elements.js';
import {pastedText} from './rich_paste.js';

/** @typedef {import('../state.js').Store} Store */
/** @typedef {import('../app/actions.js').Actions} Actions */

/**
 * @param {Store} store
 * @param {Actions} actions
 * @param {import('./receive_articles.js').Receiver} receiver
 */
export function startTextField(store, actions, receiver) {
  let pasted = false;
  let typing = false;
  // Where there is no field to paste into, what is pasted is the next article.
  document.addEventListener('paste', (event) => {
    // The field took it, and the focus has moved on to the article.
    if (event.defaultPrevented) return;
    // Not the event's target: that may be a field that is hidden by now, where the caret was last.
    const target = document.activeElement ?? document.body;
    if (target.closest('input, textarea, [contenteditable], dialog') || document.querySelector('dialog[open]')) return;
    if (document.body.dataset.comparing) return;
    const {files, words} = pastedThings(event.clipboardData);
    event.preventDefault();
    if (files.length > 0) receiver.receiveFiles(files);
    else if (!/\S/.test(words)) store.set({notice: strings.notice.emptyPaste});
    else receiver.receive({text: words, title: '', source: '', date: null, note: ''});
  });
  textArea.addEventListener('paste', (event) => {
    if (document.activeElement !== textArea) return;
    const {files, plain, words} = pastedThings(event.clipboardData);
    if (files.length > 0) {
      event.preventDefault();
      receiver.receiveFiles(files);
      return;
    }
    if (!/\S/.test(words)) {
      event.preventDefault();
      store.set({notice: strings.notice.emptyPaste});
      return;
    }
    // Typing the text in takes longer than reading it; that is left for when it is edited.
    if (textArea.value === '') {
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
    if (typing || (!pasted && textArea.value === store.get().text)) return;
    if (pasted) actions.openArticle(textArea.value);
    else actions.setText(textArea.value, {typing: true});
    pasted = false;
  }
  textArea.addEventListener('input', take);
  textArea.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) actions.read();
  });
}

/**
 * What the clipboard holds: files, where there are no words beside them, or words, the rich ones if they are better.
 * @param {DataTransfer | null} data
 */
function pastedThings(data) {
  const plain = data?.getData('text/plain') ?? '';
  const files = plain === '' ? [...(data?.files ?? [])].filter(({type}) => !type.startsWith('image/')) : [];
  return {files, plain, words: files.length > 0 ? '' : pastedText(data?.getData('text/html') ?? '', plain)};
}

/** Puts words where the selection is, so that they can be undone as typed ones can. @param {string} words */
function typeIn(words) {
  // The only way that keeps the field's undo; browsers without it replace the words all the same.
  if (document.execCommand('insertText', false, words)) return;
  textArea.setRangeText(words, textArea.selectionStart, textArea.selectionEnd, 'end');
}
