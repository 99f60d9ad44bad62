// The report as a Markdown document (CommonMark with tables): what to read first, when, who said what, who and what,
// figures; each in the words of the article.
import {dayWords, whenWords} from '../date_words.js';
import {figureSources} from '../figure_sources.js';
import {strings} from '../strings.js';
import {isAddress, saidBy, saidWords, wordsOf} from './taken.js';

/** @typedef {import('./taken.js').Taken} Taken */

const kSentences = 5;

/** Words that Markdown must not read as its own signs. @param {string} words */
const plain = (words) => words.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/\s+/g, ' ')
  .replace(/^(\d+)([.)])/, '$1\\$2').replace(/^([-+])/, '\\$1');

/** @param {Taken} article @returns {string} */
export function reportAsMarkdown({report, text, title, source}) {
  const words = strings.output;
  const page = strings.page;
  const times = new Map(report.times.map((time) => [time.id, time]));
  const sourceOf = figureSources(report, text);
  /** @type {string[]} */
  const out = [`# ${plain(title)}`];
  if (report.reference_date) out.push(`${page.dateLabel}: ${dayWords(report.reference_date)}`);
  if (source !== '') out.push(isAddress(source) ? `<${source}>` : plain(source));

  const first = report.summary.slice(0, kSentences).map(({sentence}) => sentence).sort((a, b) => a - b);
  section(out, strings.summary.first, first.map((index) => `> ${plain(wordsOf(text, report.sentences[index]))}`), '\n>\n');

  section(out, page.tabTimeline, report.timeline.map((event) => {
    const when = whenWords(event, times.get(event.time ?? ''));
    const how = [strings.timeline.basis[event.basis], event.planned ? strings.timeline.planned : ''];
    return `- **${plain(when)}** ${plain(event.title)} (${how.filter((part) => part !== '').join(', ')})`;
  }));

  section(out, page.tabQuotes, report.quotes.map((quote) => {
    const said = plain(saidWords(quote, text));
    const who = saidBy(quote, text) || strings.quotes.nobody;
    return `- **${plain(who)}** ${quote.kind === 'direct' ? `“${said}”` : said} (${strings.quotes.kind[quote.kind]})`;
  }));

  section(out, page.tabEntities, table(
    [words.columns.name, words.columns.kind, words.columns.description, words.columns.mentions],
    report.entities.map(({name, type, description, mentions}) =>
      [name, strings.entityTypes[type], description ?? '', String(mentions.length)])));

  section(out, strings.summary.figures, table([strings.figures.figure, strings.figures.what, words.columns.source],
    report.figures.map((figure) =>
      [wordsOf(text, figure), figure.what ?? '', sourceOf(figure)?.words ?? ''])));

  out.push('---', plain(words.madeBy));
  return `${out.join('\n\n')}\n`;
}

/** @param {string[]} out @param {string} heading @param {string[]} lines @param {string} [between] */
function section(out, heading, lines, between = '\n') {
  if (lines.length > 0) out.push(`## ${heading}`, lines.join(between));
}

/** @param {string[]} head @param {string[][]} rows */
function table(head, rows) {
  if (rows.length === 0) return [];
  const line = (/** @type {string[]} */ cells) => `| ${cells.map(plain).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)];
}
