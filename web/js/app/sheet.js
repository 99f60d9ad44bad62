// A sheet over the page: a modal dialog with a title and a button that closes it; Escape and a press beside it close it
// too, and the focus goes back to where it was.
import {strings} from '../strings.js';
import {button, icon, kIcons, make} from '../views/element.js';

/**
 * @param {string} title
 * @param {...(Node | string)} content
 * @returns {{element: HTMLDialogElement, body: HTMLElement, close: () => void}} open already
 */
export function openSheet(title, ...content) {
  for (const other of document.querySelectorAll('dialog.over')) /** @type {HTMLDialogElement} */ (other).close();
  const owner = /** @type {HTMLElement | null} */ (document.activeElement);
  const body = make('div', {class: 'over-body'}, ...content);
  const close = () => element.close();
  const element = make('dialog', {'class': 'over', 'aria-labelledby': 'over-title'},
    make('div', {class: 'over-head'}, make('h2', {id: 'over-title'}, title),
      button({'class': 'round', 'aria-label': strings.notice.close, 'data-act': 'close'}, close, icon(kIcons.close))),
    body);
  element.addEventListener('click', (event) => {
    if (event.target === element) close();
  });
  element.addEventListener('close', () => {
    element.remove();
    if (owner?.isConnected && document.activeElement === document.body) owner.focus();
  });
  document.body.append(element);
  element.showModal();
  return {element, body, close};
}
