// What every export is made of, and a few words that several of them say alike.
import {titleOf} from '../library/title_of.js';
import {speakerName} from '../selections.js';

/** @typedef {import('../report_types.js').Report} Report */
/** @typedef {import('../report_types.js').Quote} Quote */
/** @typedef {import('../report_types.js').Span} Span */

/**
 * @typedef {object} Taken
 * @property {Report} report
 * @property {string} text    what the report is of
 * @property {string} title
 * @property {string} source  an address or a file's name; "" where not known
 */

/** @param {Report} report @param {string} text @param {string} source @returns {Taken} */
export function taken(report, text, source) {
  const headline = report.blocks.find(({kind}) => kind === 'headline');
  return {report, text, source, title: titleOf(headline ? text.slice(headline.start, headline.end) : text)};
}

/** The words of a span, on one line. @param {string} text @param {Span} span */
export const wordsOf = (text, {start, end}) => text.slice(start, end).replace(/\s+/g, ' ').trim();

/** What was said, its pieces joined. @param {Quote} quote @param {string} text */
export const saidWords = (quote, text) =>
  (quote.parts.length > 0 ? quote.parts : [quote]).map((part) => wordsOf(text, part)).join(' … ');

/** Who said it, or "". @param {Quote} quote @param {string} text */
export const saidBy = (quote, text) => speakerName(quote, text).replace(/\s+/g, ' ');

/** Whether the source is an address on the web. @param {string} source */
export const isAddress = (source) => /^https?:\/\/\S+$/.test(source);
