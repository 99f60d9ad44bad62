// Making elements. Words go in as text nodes, never as HTML.

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | boolean | null | undefined>} [attributes]
 *     null, undefined and false: left out; true: there without a value
 * @param {...(Node | string | null | undefined)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) {
    if (child !== null && child !== undefined) element.append(child);
  }
  return element;
}

/** @param {string} className @param {...(Node | string | null | undefined)} children */
export const span = (className, ...children) => make('span', {class: className}, ...children);

/**
 * A button that does something when pressed.
 * @param {Record<string, string | number | boolean | null | undefined>} attributes
 * @param {() => void} press
 * @param {...(Node | string | null | undefined)} children
 */
export function button(attributes, press, ...children) {
  const element = make('button', {type: 'button', ...attributes}, ...children);
  element.addEventListener('click', press);
  return element;
}

/** A small drawing of the given path data, hidden from screen readers. @param {string} path @param {number} [size] */
export function icon(path, size = 16) {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  for (const [name, value] of Object.entries({
    'viewBox': '0 0 16 16', 'width': String(size), 'height': String(size), 'class': 'icon', 'aria-hidden': 'true',
    'focusable': 'false',
  })) svg.setAttribute(name, value);
  const drawn = document.createElementNS(space, 'path');
  drawn.setAttribute('d', path);
  svg.append(drawn);
  return svg;
}

export const kIcons = {
  previous: 'M10 3 5 8l5 5',
  next: 'm6 3 5 5-5 5',
  close: 'm4 4 8 8m0-8-8 8',
  back: 'M7 3 2 8l5 5M2 8h12',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  copy: 'M5.5 5.5v-3h8v8h-3m-8-5h8v8h-8z',
  done: 'm3 8.5 3.5 3.5L13 4.5',
  wide: 'M9.5 2.5h4v4m0-4-5 5m-2 6h-4v-4m0 4 5-5',
  narrow: 'M13 7H9V3m0 4 5-5M3 9h4v4m0-4-5 5',
};
