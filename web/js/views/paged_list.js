// A list that shows its first items and the rest on demand, so that a very long article does not make thousands of rows
// at once.
import {strings} from '../strings.js';
import {button, make} from './element.js';

const kPage = 50;

/**
 * @template Item
 * @param {HTMLElement} element  an ol, ul or tbody; items are appended to it
 * @param {Item[]} items
 * @param {(item: Item, index: number) => HTMLElement} build
 * @param {HTMLElement} [foot]   where the "more" button goes; default: after `element`, which then must have a parent
 * @param {number} [page]        how many items at a time
 */
export function appendPaged(element, items, build, foot, page = kPage) {
  let shown = 0;
  const more = button({class: 'more'}, () => showPage(true));
  const row = make('p', {class: 'more-row'}, more);

  /** @param {boolean} moveFocus  to the first new item, where the reader was going */
  function showPage(moveFocus) {
    const fragment = document.createDocumentFragment();
    const first = shown;
    for (; shown < items.length && shown < first + page; shown++) fragment.append(build(items[shown], shown));
    const target = /** @type {HTMLElement | null} */ (fragment.querySelector('button, a'));
    element.append(fragment);
    if (shown < items.length) {
      more.textContent = strings.list.more(Math.min(page, items.length - shown));
      if (foot) foot.append(row);
      else element.after(row);
    } else {
      row.remove();
    }
    if (moveFocus) target?.focus();
  }

  showPage(false);
}
