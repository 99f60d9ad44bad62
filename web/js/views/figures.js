// The numbers that count or measure something, in the article's words, with when they held and who gives them.
import {figureSources} from '../figure_sources.js';
import {indexOf} from '../report_index.js';
import {selectionOfFigure} from '../selections.js';
import {strings} from '../strings.js';
import {button, make, span} from './element.js';
import {appendPaged} from './paged_list.js';
import {shortened} from './shortened.js';

/** @typedef {import('../report_types.js').Report} Report */
/** @typedef {import('../report_types.js').Figure} Figure */
/** @typedef {import('../report_types.js').Show} Show */

const kAtOnce = 12;     // rows
const kMostWords = 80;  // characters of a figure; junk may have one without end

/**
 * @param {HTMLElement} element
 * @param {Report} report
 * @param {string} text
 * @param {Show} show
 */
export function renderFigures(element, report, text, show) {
  const words = strings.figures;
  if (report.figures.length === 0) {
    element.replaceChildren(make('p', {class: 'none'}, strings.summary.noFigures));
    return;
  }
  const {times} = indexOf(report);
  const sourceOf = figureSources(report, text);

  /** @param {Figure} figure */
  function row(figure) {
    const said = text.slice(figure.start, figure.end);
    const source = sourceOf(figure);
    const time = figure.time ? times.get(figure.time) : undefined;
    return make('tr', {},
      make('th', {scope: 'row'}, button({'class': 'item figure', 'data-key': figure.id, 'dir': 'auto'},
        () => show(selectionOfFigure(figure, text)), shortened(said, kMostWords))),
      make('td', {dir: 'auto'}, figure.what,
        time || source ? span('source',
          time ? span('when-words', text.slice(time.start, time.end)) : null,
          time && source ? ' · ' : null,
          source ? button({'class': 'link by', 'data-key': source.selection.key}, () => show(source.selection),
            words.by(shortened(source.words, kMostWords))) : null) : null));
  }

  const body = make('tbody');
  element.replaceChildren(make('table', {},
    make('caption', {class: 'visually-hidden'}, words.caption),
    make('thead', {class: 'visually-hidden'}, make('tr', {},
      make('th', {scope: 'col'}, words.figure), make('th', {scope: 'col'}, words.what))),
    body));
  appendPaged(body, report.figures, row, element, kAtOnce);
}
