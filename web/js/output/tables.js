// The findings as tables (CSV, RFC 4180), for spreadsheets and scripts. Offsets count UTF-16 units of the text.
import Papa from 'papaparse';
import {figureSources} from '../figure_sources.js';
import {saidBy, saidWords, wordsOf} from './taken.js';

/** @typedef {import('./taken.js').Taken} Taken */
/** @typedef {'entities' | 'timeline' | 'quotes' | 'figures'} TableName */
/** @typedef {Record<string, unknown>} Row  columns beyond those named are left out */

/** @type {Record<TableName, (taken: Taken) => {columns: string[], rows: Row[]}>} */
const kTables = {
  entities: ({report}) => ({
    columns: ['id', 'type', 'name', 'aliases', 'description', 'salience', 'mentions', 'first_mention', 'latitude',
      'longitude', 'country'],
    rows: report.entities.map((entity) => ({
      ...entity, ...entity.place, type: entity.type, aliases: entity.aliases.join('; '), place: undefined,
      mentions: entity.mentions.length, first_mention: entity.mentions[0]?.start,
    })),
  }),
  timeline: ({report, text}) => {
    const times = new Map(report.times.map((time) => [time.id, time]));
    const names = new Map(report.entities.map(({id, name}) => [id, name]));
    return {
      columns: ['id', 'begin', 'end', 'precision', 'basis', 'planned', 'title', 'date_words', 'participants', 'clause',
        'start', 'end_offset'],
      rows: report.timeline.map((event) => {
        const time = times.get(event.time ?? '');
        return {
          ...event, end: event.end_date, date_words: time ? wordsOf(text, time) : '', clause: wordsOf(text, event),
          participants: event.entities.map((id) => names.get(id)).join('; '), end_offset: event.end,
        };
      }),
    };
  },
  quotes: ({report, text}) => ({
    columns: ['id', 'kind', 'speaker', 'words', 'cue', 'start', 'end'],
    rows: report.quotes.map((quote) => ({
      ...quote, speaker: saidBy(quote, text), words: saidWords(quote, text),
      cue: quote.cue ? wordsOf(text, quote.cue) : '',
    })),
  }),
  figures: ({report, text}) => {
    const times = new Map(report.times.map((time) => [time.id, time]));
    const sourceOf = figureSources(report, text);
    return {
      columns: ['id', 'kind', 'value', 'value_to', 'modifier', 'unit', 'what', 'time', 'source', 'words', 'start', 'end'],
      rows: report.figures.map((figure) => ({
        ...figure, words: wordsOf(text, figure), time: times.get(figure.time ?? '')?.value,
        source: sourceOf(figure)?.words,
      })),
    };
  },
};

/**
 * One table as CSV, with a byte order mark, without which spreadsheets take UTF-8 for something else. What begins like a
 * formula is escaped: the words are the article's, and nobody knows who wrote it.
 * @param {TableName} name @param {Taken} article @returns {string}
 */
export function tableAsCsv(name, article) {
  const {columns, rows} = kTables[name](article);
  const csv = Papa.unparse({fields: columns, data: rows.map((row) => columns.map((column) => row[column] ?? ''))},
    {escapeFormulae: true, newline: '\r\n'});
  return `\ufeff${csv}\r\n`;
}
