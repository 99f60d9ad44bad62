// What to read first: the best sentences as they stand in the article, in its order; its key phrases; its figures.
import {strings} from '../strings.js';
import {button, make, span} from './element.js';
import {renderFigures} from './figures.js';

/** @typedef {import('../report_types.js').Report} Report */
/** @typedef {import('../report_types.js').Show} Show */

const kMaxPhrases = 12;

/** How many sentences say enough of an article of so many: about one in six, two to five. @param {number} sentences */
export function summaryLength(sentences) {
  return Math.min(sentences, Math.max(2, Math.min(5, Math.round(sentences / 6))));
}

/**
 * @param {HTMLElement} element
 * @param {Report} report
 * @param {string} text
 * @param {Show} show
 */
export function renderSummary(element, report, text, show) {
  const words = strings.summary;
  /** @type {HTMLElement[]} */
  const parts = [];

  const best = report.summary.slice(0, summaryLength(report.sentences.length))
    .map(({sentence}) => sentence).sort((a, b) => a - b);
  const list = make('ol', {class: 'items sentences'});
  for (const index of best) {
    const sentence = report.sentences[index];
    if (!sentence) continue;
    const said = text.slice(sentence.start, sentence.end);
    list.append(make('li', {}, button({'class': 'item sentence', 'data-key': `s${index}`}, () => show({
      key: `s${index}`, kind: 'sentence', label: words.picked,
      spans: [{start: sentence.start, end: sentence.end}], index: 0,
    }), said)));
  }
  parts.push(make('section', {}, make('h3', {}, words.first),
    best.length > 0 ? list : make('p', {class: 'none'}, words.none)));

  if (report.keyphrases.length > 0) {
    const phrases = make('ul', {class: 'phrases'});
    report.keyphrases.slice(0, kMaxPhrases).forEach((phrase, index) => {
      if (phrase.mentions.length === 0) return;
      phrases.append(make('li', {}, button({'class': 'phrase', 'data-key': `k${index}`}, () => show({
        key: `k${index}`, kind: 'phrase', label: phrase.text, spans: phrase.mentions, index: 0,
      }), phrase.text, phrase.mentions.length > 1 ? span('count', words.times(phrase.mentions.length)) : null)));
    });
    parts.push(make('section', {}, make('h3', {}, words.keyphrases), phrases));
  }

  const figures = make('section', {}, make('h3', {}, words.figures));
  const table = make('div', {class: 'figures'});
  figures.append(table);
  renderFigures(table, report, text, show);
  parts.push(figures);

  element.replaceChildren(...parts);
}
