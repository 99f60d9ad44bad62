// Who gives the figures of a report: the entity that the report names, or, for a figure that was said by somebody the
// report has no entity for, the words that name the speaker.
import {indexOf} from './report_index.js';
import {selectionOfEntity} from './selections.js';
import {strings} from './strings.js';

/** @typedef {import('./report_types.js').Report} Report */
/** @typedef {import('./report_types.js').Figure} Figure */
/** @typedef {import('./report_types.js').Quote} Quote */
/** @typedef {import('./report_types.js').Selection} Selection */
/** @typedef {{words: string, selection: Selection}} Source  what it is called, and where that stands in the text */

/**
 * The innermost quote around each figure that has one. Cost: linear in figures and quotes, times how deep quotes nest.
 * @param {Report} report @returns {Map<string, Quote>} by the figure's id
 */
function quotesAround({figures, quotes}) {
  const byStart = [...quotes].sort((a, b) => a.start - b.start || b.end - a.end);
  /** @type {Map<string, Quote>} */
  const around = new Map();
  /** Quotes that have begun and not ended, inner ones last. @type {Quote[]} */
  let open = [];
  let next = 0;
  for (const figure of [...figures].sort((a, b) => a.start - b.start)) {
    while (next < byStart.length && byStart[next].start <= figure.start) open.push(byStart[next++]);
    open = open.filter(({end}) => end > figure.start);
    const inner = open.filter(({end}) => end >= figure.end).pop();
    if (inner) around.set(figure.id, inner);
  }
  return around;
}

/**
 * @param {Report} report @param {string} text
 * @returns {(figure: Figure) => Source | null} null where the article does not say who gives the figure
 */
export function figureSources(report, text) {
  const {entities} = indexOf(report);
  const around = quotesAround(report);
  return (figure) => {
    const entity = figure.source ? entities.get(figure.source) : undefined;
    if (entity) return {words: entity.name, selection: selectionOfEntity(entity)};
    const quote = around.get(figure.id);
    if (!quote?.speaker) return null;
    const {start, end} = quote.speaker;
    const words = text.slice(start, end).replace(/\s+/g, ' ').trim();
    return {words, selection: {
      key: `by-${figure.id}`, kind: 'name', label: strings.figures.by(words), spans: [{start, end}], index: 0,
    }};
  };
}
