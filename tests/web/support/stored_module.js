// Stands in for the analysis in view tests: the same interface, a stored report for the sample article, hardly anything
// for other texts, and a run that takes very long where a text asks for one.
import {kSecondTelling, secondReport} from './second_telling.js';
import {storedReport} from './stored_report.js';

const kLongRun = 30_000;  // milliseconds; only ending the worker ends it sooner

function plainReport(text, date) {
  const blocks = [];
  for (const match of text.matchAll(/[^\n]*\S[^\n]*/g)) {
    const kind = blocks.length === 0 ? 'headline' : 'paragraph';
    blocks.push({kind, start: match.index, end: match.index + match[0].length});
  }
  return {
    version: 1, offsets: 'utf16', length: text.length,
    reference_date: date, reference_date_source: date ? 'given' : 'none', reference_date_span: null,
    blocks, sentences: blocks.map(({start, end}, block) => ({start, end, block})),
    entities: [], times: [], timeline: [], quotes: [], figures: [], keyphrases: [], summary: [], warnings: [],
  };
}

/** A name on every tenth word, so that a long text has as many marks as a real one. */
function markedReport(text, date) {
  const report = plainReport(text, date);
  const mentions = [];
  let count = 0;
  for (const match of text.matchAll(/\S+/g)) {
    if (count++ % 10 === 0) mentions.push({start: match.index, end: match.index + match[0].length, kind: 'name'});
  }
  report.entities = [{id: 'e1', type: 'person', name: 'Tenth', aliases: [], description: null, salience: 1, mentions}];
  return report;
}

/** Blocks; the number of turns is given back so that no build takes the loop for idle. */
function spin(milliseconds) {
  const end = Date.now() + milliseconds;
  let turns = 0;
  while (Date.now() < end) turns++;
  return turns;
}

/** Forty events on one day, each told by the first word, and one a year before. */
function crowdedReport(text) {
  const report = plainReport(text, '2024-03-15');
  const word = {start: 0, end: text.indexOf(' ')};
  report.timeline = Array.from({length: 41}, (_, i) => {
    const day = i === 0 ? '2023-03-01' : '2024-03-14';
    return {
      id: `v${i}`, begin: day, end_date: day, precision: 'day', basis: 'explicit', time: null, sentence: 0, ...word,
      trigger: word, title: `Event number ${i} happens`, planned: false, entities: [],
    };
  });
  return report;
}

export class DatelineError extends Error {}

export async function load() {
  return {
    version: '0',
    maxLength: 1e8,
    analyzeToJson(text, options) {
      return JSON.stringify(this.analyze(text, options));
    },
    analyze(text, {date = null} = {}) {
      if (text.includes('takes very long')) this.turns = spin(kLongRun);
      if (text.startsWith('Forty events')) return crowdedReport(text);
      if (text === kSecondTelling) return secondReport();
      if (text.startsWith('Marenia agrees')) return storedReport(text, date);
      return text.startsWith('Every tenth') ? markedReport(text, date) : plainReport(text, date);
    },
  };
}
