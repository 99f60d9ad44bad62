// Who said what: by speaker, those who say most first, or as the article has it; all of it, or one kind. Words said as
// they stand in the text are in quotation marks; what the article tells in its own words is not. Each can be copied
// with who said it and where.
import {announce} from '../app/elements.js';
import {copyText} from '../clipboard.js';
import {dayWords} from '../date_words.js';
import {indexOf} from '../report_index.js';
import {selectionOfQuote, speakerName, wordsOfQuote} from '../selections.js';
import {strings} from '../strings.js';
import {createChoice} from './choice.js';
import {button, icon, kIcons, make, span} from './element.js';
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
  wordsOfQuote(quote, text).forEach((part, i) => {
    if (i > 0) words.push(span('gap', quote.kind === 'direct' ? '” … “' : ' … '));
    words.push(part);
  });
  return words;
}

/**
 * A quote to be pasted elsewhere: its words, who said them, and the article they stand in.
 * @param {Quote} quote @param {Report} report @param {string} text
 */
export function quoteWithSource(quote, report, text) {
  const said = wordsOfQuote(quote, text).map((part) => part.replace(/\s+/g, ' ').trim());
  const words = quote.kind === 'direct' ? `“${said.join('” … “')}”` : said.join(' … ');
  const entity = quote.speaker?.entity ? indexOf(report).entities.get(quote.speaker.entity) : undefined;
  const name = speakerName(quote, text) || strings.quotes.nobody;
  const who = entity?.description ? `${name}, ${entity.description}` : name;
  const headline = report.blocks.find(({kind}) => kind === 'headline');
  const title = headline ? text.slice(headline.start, headline.end).replace(/\s+/g, ' ').trim() : '';
  const date = report.reference_date ? dayWords(report.reference_date) : '';
  const source = [title === '' ? '' : `“${title}”`, date].filter((part) => part !== '').join(', ');
  return `${words}\n— ${who}${source === '' ? '' : `. ${strings.quotes.inArticle(source)}`}`;
}

const kOfOne = 6;      // quotes of one speaker that are shown at once
const kSpeakers = 12;  // likewise
const kKinds = /** @type {const} */ (['direct', 'mixed', 'indirect']);

/**
 * @param {HTMLElement} element
 * @param {{show: Show}} actions
 * @returns {import('./view.js').View}
 */
export function startQuotes(element, {show}) {
  const words = strings.quotes;
  let order = 'speaker';
  let kind = 'all';
  /** @type {Report | null} */
  let report = null;
  let text = '';
  const orders = createChoice(words.orderLabel, (value) => {
    order = value;
    draw();
  });
  orders.element.classList.add('segments');
  const kinds = createChoice(words.kindLabel, (value) => {
    kind = value;
    draw();
  });
  const head = make('div', {class: 'choices'}, orders.element, kinds.element);
  const list = make('div', {class: 'quotes'});
  const none = make('p', {class: 'none'}, words.none);

  /** @param {Quote} quote @param {boolean} withName */
  function quoteItem(quote, withName) {
    const name = speakerName(quote, text) || words.nobody;
    const saidAs = quote.speaker ? text.slice(quote.speaker.start, quote.speaker.end) : '';
    const item = button({'class': 'item', 'data-key': quote.id}, () => show(selectionOfQuote(quote, text)),
      make('span', {class: `words ${quote.kind}`, dir: 'auto'}, ...contentWords(quote, text)),
      span('how',
        withName ? span('by', name) : null,
        quote.cue ? span('cue', text.slice(quote.cue.start, quote.cue.end)) : null,
        span(`kind ${quote.kind}`, words.kind[quote.kind]),
        saidAs && !saidAs.includes(name) && !name.includes(saidAs) ? span('from', words.namedAs(saidAs)) : null));
    return make('li', {class: 'with-copy'}, item, copyButton(quote));
  }

  /** @param {Quote} quote */
  function copyButton(quote) {
    const copy = button({'class': 'round copy', 'aria-label': words.copy, 'title': words.copy}, async () => {
      const copied = report !== null && await copyText(quoteWithSource(quote, report, text));
      announce(copied ? words.copied : words.notCopied);
      copy.replaceChildren(icon(copied ? kIcons.done : kIcons.close));
      setTimeout(() => copy.replaceChildren(icon(kIcons.copy)), 1500);
    }, icon(kIcons.copy));
    return copy;
  }

  function draw() {
    if (!report) return;
    const all = report.quotes;
    if (all.length === 0) return element.replaceChildren(none);
    const of = (/** @type {string} */ value) => all.filter((quote) => value === 'all' || quote.kind === value);
    orders.update([{value: 'speaker', label: words.bySpeaker}, {value: 'text', label: words.inTextOrder}], order);
    const there = kKinds.filter((value) => of(value).length > 0 || value === kind);
    kinds.update([{value: 'all', label: words.all, count: all.length},
      ...there.map((value) => ({value, label: words.kind[value], count: of(value).length}))], kind);
    kinds.element.hidden = there.length < 2;
    const quotes = of(kind);
    list.replaceChildren();
    if (!head.isConnected) element.replaceChildren(head, list);
    if (quotes.length === 0) return list.append(make('p', {class: 'none'}, words.noneOfKind));
    if (order === 'text') {
      const items = make('ol', {class: 'items'});
      list.append(items);
      appendPaged(items, quotes, (quote) => quoteItem(quote, true));
      return;
    }
    appendPaged(list, groupBySpeaker(quotes, text), ({name, quotes: said}) => {
      const items = make('ol', {class: 'items'});
      const group = make('section', {class: 'speaker'},
        make('h3', {}, make('bdi', {}, name || words.nobody), span('count', words.count(said.length))), items);
      appendPaged(items, said, (quote) => quoteItem(quote, false), group, kOfOne);
      return group;
    }, undefined, kSpeakers);
  }

  return {
    draw(next, nextText) {
      report = next;
      text = nextText;
      draw();
    },
    point(key) {
      const quote = report?.quotes.find(({id}) => id === key);
      if (!quote || kind === 'all' || quote.kind === kind) return;
      kind = 'all';
      draw();
    },
  };
}
