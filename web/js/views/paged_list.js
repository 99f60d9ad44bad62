// A list that shows its first items and the rest on demand, so that a very long article does not make thousands of rows
// at once.
import {strings} from '../strings.js';
import {button, make} from './element.js';

const kPage = 50;

/** What appends all that is left of a list, by the row with its button. @type {WeakMap<Element, () => void>} */
const rests = new WeakMap();

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

  /**
   * @param {boolean} moveFocus  to the first new item, where the reader was going
   * @param {number} [count]
   */
  function showPage(moveFocus, count = page) {
    const fragment = document.createDocumentFragment();
    const first = shown;
    for (; shown < items.length && shown < first + count; shown++) fragment.append(build(items[shown], shown));
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

  rests.set(row, () => showPage(false, items.length));
  showPage(false);
}

/**
 * All lists below an element as a whole, those in their new rows too: on paper nothing comes on demand.
 * @param {Element} root
 */
export function appendRests(root) {
  for (let rows = root.querySelectorAll('.more-row'); rows.length > 0; rows = root.querySelectorAll('.more-row')) {
    for (const row of rows) {
      rests.get(row)?.();
      row.remove();
    }
  }
}
