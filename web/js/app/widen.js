// More room for the findings: a drawing across most of a wide screen. The browser tab remembers it.
import {icon, kIcons} from '../views/element.js';
import {byId, desk} from './elements.js';

const kKey = 'dateline.wide';

export function startWiden() {
  const button = byId('widen');
  /** @param {boolean} wide */
  function set(wide) {
    desk.dataset.wide = String(wide);
    button.setAttribute('aria-pressed', String(wide));
    button.replaceChildren(icon(wide ? kIcons.narrow : kIcons.wide));
  }
  let wide = false;
  try {
    wide = sessionStorage.getItem(kKey) === 'true';
  } catch {
    // Storage is forbidden: it is only not remembered.
  }
  set(wide);
  button.addEventListener('click', () => {
    wide = !wide;
    set(wide);
    try {
      sessionStorage.setItem(kKey, String(wide));
    } catch {
      // As above.
    }
  });
}
