// Who said what: by speaker, those who say most first, or as the article has it. Words said as they stand in the text
// are in quotation marks; what the article tells in its own words is not.
import {partsOf, selectionOfQuote, speakerName} from '../selections.js';
import {strings} from '../strings.js';
import {button, make, span} from './element.js';
import {appendPaged} from './paged_list.js';

/** @typedef {import('../report_types.js').Report} Report */
/** @typedef {import('../report_types.js').Quote} Quote */
/** @typedef {import('../report_types.js').Show} Show */

/**
 * Quotes under their speaker, in the order in which the speakers come; those of nobody last.
 * @param {Quote[]} quotes @param {string} text
 */
function groupBySpeaker(quotes, text) {
  /** @type {Map<string, {name: string, quotes: Quote[]}>} */
  const groups = new Map();
  for (const quote of quotes) {
    const name = speakerName(quote, text);
    const key = quote.speaker?.entity ?? `"${name}"`;
    const group = groups.get(key);
    if (group) group.quotes.push(quote);
    else groups.set(key, {name, quotes: [quote]});
  }
  return [...groups.values()].sort((a, b) => Number(a.name === '') - Number(b.name === '') ||
    b.quotes.length - a.quotes.length);
}

/** The words of a quote, its pieces joined by an ellipsis. @param {Quote} quote @param {string} text */
function contentWords(quote, text) {
  /** @type {(Node | string)[]} */
  const words = [];
  partsOf(quote).forEach(({start, end}, i) => {
    if (i > 0) words.push(span('gap', quote.kind === 'direct' ? '” … “' : ' … '));
    words.push(text.slice(start, end));
  });
  return words;
}

/**
 * @param {HTMLElement} element
 * @param {Report} report
 * @param {string} text
 * @param {'speaker' | 'text'} order
 * @param {{show: Show, setOrder: (order: 'speaker' | 'text') => void}} actions
 */
export function renderQuotes(element, report, text, order, {show, setOrder}) {
  const words = strings.quotes;
  if (report.quotes.length === 0) {
    element.replaceChildren(make('p', {class: 'none'}, words.none));
    return;
  }

  /** @param {Quote} quote @param {boolean} withName */
  function quoteItem(quote, withName) {
    const name = speakerName(quote, text) || words.nobody;
    const saidAs = quote.speaker ? text.slice(quote.speaker.start, quote.speaker.end) : '';
    return make('li', {}, button({'class': 'item', 'data-key': quote.id}, () => show(selectionOfQuote(quote, text)),
      span(`words ${quote.kind}`, ...contentWords(quote, text)),
      span('how',
        withName ? span('by', name) : null,
        quote.cue ? span('cue', text.slice(quote.cue.start, quote.cue.end)) : null,
        span(`kind ${quote.kind}`, words.kind[quote.kind]),
        saidAs && !saidAs.includes(name) && !name.includes(saidAs) ? span('from', words.namedAs(saidAs)) : null)));
  }

  const list = make('div', {class: 'quotes'});
  const choice = make('div', {'class': 'choice', 'role': 'group', 'aria-label': words.orderLabel});
  for (const [value, label] of /** @type {const} */ ([['speaker', words.bySpeaker], ['text', words.inTextOrder]])) {
    choice.append(button({'aria-pressed': order === value ? 'true' : 'false'}, () => setOrder(value), label));
  }
  element.replaceChildren(choice, list);

  if (order === 'text') {
    const all = make('ol', {class: 'items'});
    list.append(all);
    appendPaged(all, report.quotes, (quote) => quoteItem(quote, true));
    return;
  }
  appendPaged(list, groupBySpeaker(report.quotes, text), ({name, quotes}) => {
    const said = make('ol', {class: 'items'});
    const group = make('section', {class: 'speaker'},
      make('h3', {}, name || words.nobody, span('count', words.count(quotes.length))), said);
    appendPaged(said, quotes, (quote) => quoteItem(quote, false), group);
    return group;
  });
}
