// A row of buttons of which one is chosen.
import {numberWords} from '../strings.js';
import {button, make, span} from './element.js';

/**
 * @param {string} label  what is chosen here, for screen readers
 * @param {(value: string) => void} choose
 */
export function createChoice(label, choose) {
  const element = make('div', {'class': 'choice', 'role': 'group', 'aria-label': label});
  return {
    element,
    /**
     * @param {{value: string, label: string, count?: number}[]} options
     * @param {string} chosen
     */
    update(options, chosen) {
      const focused = element.contains(document.activeElement) ?
        document.activeElement?.getAttribute('data-value') : undefined;
      element.replaceChildren(...options.map(({value, label: words, count}) =>
        button({'data-value': value, 'aria-pressed': String(value === chosen)}, () => choose(value),
          words, ...(count === undefined ? [] : [' ', span('count', numberWords(count))]))));
      if (focused === undefined) return;
      /** @type {HTMLElement | null} */ (element.querySelector(`[data-value="${focused}"]`))?.focus();
    },
  };
}
