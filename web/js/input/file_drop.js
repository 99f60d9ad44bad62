// Files: dropped anywhere on the page, or chosen with the button below the field.
import {byId, sheet} from '../app/elements.js';
import {strings} from '../strings.js';
import {make} from '../views/element.js';
import {kAccepted} from './file_kinds.js';
import {pastedText} from './rich_paste.js';

/** @typedef {import('./receive_articles.js').Receiver} Receiver */

/** @param {Receiver} receiver */
export function startFileDrop(receiver) {
  const input = make('input', {type: 'file', accept: kAccepted, multiple: true, hidden: true, id: 'file'});
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])];
    input.value = '';
    if (files.length > 0) receiver.receiveFiles(files);
  });
  sheet.append(input);
  byId('open-file').addEventListener('click', () => input.click());

  const hint = make('div', {'class': 'drop-hint', 'aria-hidden': 'true'}, make('p', {}, strings.input.dropHere));
  let depth = 0;
  const hide = () => {
    depth = 0;
    hint.remove();
  };
  document.addEventListener('dragenter', (event) => {
    if (!holdsArticle(event)) return;
    if (depth++ === 0) document.body.append(hint);
  });
  document.addEventListener('dragleave', () => {
    if (depth > 0 && --depth === 0) hide();
  });
  document.addEventListener('dragover', (event) => {
    // Without this the browser would leave the page and open the file.
    if (holdsArticle(event)) event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    hide();
    if (!holdsArticle(event) || !event.dataTransfer) return;
    event.preventDefault();
    const files = [...event.dataTransfer.files];
    if (files.length > 0) {
      receiver.receiveFiles(files);
      return;
    }
    const html = event.dataTransfer.getData('text/html');
    const plain = event.dataTransfer.getData('text/plain');
    const text = pastedText(html, plain);
    if (/\S/.test(text)) receiver.receive({text, title: '', date: null, note: '', source: ''});
  });
}

/**
 * Files, or words that were dragged from elsewhere; words dropped into the field are the browser's business.
 * @param {DragEvent} event
 */
function holdsArticle(event) {
  const types = event.dataTransfer?.types ?? [];
  if (types.includes('Files')) return true;
  return types.includes('text/plain') && !(event.target instanceof HTMLTextAreaElement) && !draggedFromHere;
}

let draggedFromHere = false;
document.addEventListener('dragstart', () => (draggedFromHere = true));
document.addEventListener('dragend', () => (draggedFromHere = false));
