// What is marked in the text for an item of the report, and how it is called.
import {whenWords} from './date_words.js';
import {strings} from './strings.js';

/** @typedef {import('./report_types.js').Report} Report */
/** @typedef {import('./report_types.js').Entity} Entity */
/** @typedef {import('./report_types.js').Quote} Quote */
/** @typedef {import('./report_types.js').Figure} Figure */
/** @typedef {import('./report_types.js').TimelineEvent} TimelineEvent */
/** @typedef {import('./report_types.js').Span} Span */
/** @typedef {import('./report_types.js').Selection} Selection */

/** @param {Entity} entity @param {number} [index] @returns {Selection} */
export function selectionOfEntity(entity, index = 0) {
  return {
    key: entity.id, kind: 'name', label: entity.description ? `${entity.name}, ${entity.description}` : entity.name,
    spans: entity.mentions, index,
  };
}

/**
 * The clause that tells an event, and beside it the words of its date.
 * @param {Report} report @param {TimelineEvent} event
 */
export function selectionOfEvent(report, event) {
  const time = event.time ? report.times.find(({id}) => id === event.time) : undefined;
  /** @type {Selection} */
  const selection = {
    key: event.id, kind: 'event', label: `${whenWords(event, time)}: ${event.title}`,
    spans: [{start: event.start, end: event.end}], index: 0, together: true, beside: time ? [time] : [],
  };
  return selection;
}

/**
 * The name of whoever said a quote; where it is not known whom the article means, its words in quotation marks; ""
 * where nobody is named.
 * @param {Quote} quote @param {string} text
 */
export function speakerName(quote, text) {
  if (!quote.speaker) return '';
  return quote.speaker.name ?? `“${text.slice(quote.speaker.start, quote.speaker.end)}”`;
}

/** The pieces of a quote; itself where it has none. @param {Quote} quote @returns {Span[]} */
export function partsOf(quote) {
  return quote.parts.length > 0 ? quote.parts : [{start: quote.start, end: quote.end}];
}

const kOpening = '“‘"«„';
const kClosing = '”’"»“';

/**
 * The words of a quote, a string a part. Where one opens quotation marks that close right behind it, they close here
 * too: the report's span ends with the words.
 * @param {Quote} quote @param {string} text
 */
export function wordsOfQuote(quote, text) {
  return partsOf(quote).map(({start, end}) => {
    const words = text.slice(start, end);
    if (quote.kind !== 'mixed') return words;
    const behind = /[.,]/.test(text[end] ?? '') ? text[end + 1] : text[end];
    const mark = kClosing.indexOf(behind ?? ' ');
    if (mark < 0) return words;
    const opened = countOf(words, kOpening[mark]);
    const isOpen = kOpening[mark] === kClosing[mark] ? opened % 2 === 1 : opened > countOf(words, kClosing[mark]);
    return isOpen ? words + behind : words;
  });
}

/** @param {string} text @param {string} mark */
function countOf(text, mark) {
  return text.split(mark).length - 1;
}

/**
 * What was said, and beside it the cue and the speaker.
 * @param {Quote} quote @param {string} text @returns {Selection}
 */
export function selectionOfQuote(quote, text) {
  const name = speakerName(quote, text) || strings.quotes.nobody;
  /** @type {Span[]} */
  const beside = [];
  if (quote.cue) beside.push(quote.cue);
  if (quote.speaker) beside.push(quote.speaker);
  return {
    key: quote.id, kind: 'quote', label: `${name}, ${strings.quotes.kind[quote.kind]}`,
    spans: partsOf(quote), index: 0, together: true, beside,
  };
}

/** @param {Figure} figure @param {string} text @returns {Selection} */
export function selectionOfFigure(figure, text) {
  const words = text.slice(figure.start, figure.end);
  return {
    key: figure.id, kind: 'figure', label: figure.what ? `${words}: ${figure.what}` : words,
    spans: [{start: figure.start, end: figure.end}], index: 0,
  };
}
