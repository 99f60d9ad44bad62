// What is marked in the text right now, with a way to its other places and back to where the reader came from.
import {strings} from '../strings.js';
import {button, icon, kIcons, make, span} from './element.js';

/** @typedef {import('../report_types.js').Selection} Selection */

/**
 * @param {HTMLElement} element
 * @param {Selection | null} selection
 * @param {string} backTo  name of the view the reader came from, where that is out of sight; else ""
 * @param {{step: (by: number) => void, close: () => void, back: () => void}} actions
 */
export function renderLocator(element, selection, backTo, {step, close, back}) {
  element.hidden = selection === null;
  if (!selection) {
    element.replaceChildren();
    return;
  }
  const words = strings.locator;
  const many = !selection.together && selection.spans.length > 1;
  const focused = element.contains(document.activeElement) ? document.activeElement?.getAttribute('data-act') : null;
  /** @param {string} act @param {string} label @param {() => void} press @param {string} path */
  const round = (act, label, press, path) =>
    button({'class': 'round', 'data-act': act, 'aria-label': label, 'title': label}, press, icon(path));
  element.classList.toggle('with-back', backTo !== '');
  element.replaceChildren(
    backTo ? round('back', words.back(backTo), back, kIcons.back) : '',
    make('p', {}, span('kind', words.kinds[selection.kind]), ' ', span('label', selection.label)),
    many ? make('div', {class: 'steps'},
      round('previous', words.previous, () => step(-1), kIcons.previous),
      span('position', words.position(selection.index + 1, selection.spans.length)),
      round('next', words.next, () => step(1), kIcons.next)) : '',
    round('close', words.close, close, kIcons.close));
  if (focused) /** @type {HTMLElement | null} */ (element.querySelector(`[data-act="${focused}"]`))?.focus();
}
