// The article as a line to be cited: who wrote it, what it is called, when it came out, where. What is not known is left
// out, nothing is made up.
import {dayWords} from '../date_words.js';
import {isAddress, wordsOf} from './taken.js';

/** @param {import('./taken.js').Taken} article @returns {string} */
export function citation({report, text, title, source}) {
  const byline = report.blocks.find(({kind}) => kind === 'byline');
  const author = byline ? /^by\s+(.{2,100})$/i.exec(wordsOf(text, byline))?.[1].replace(/[.,;]+$/, '') : undefined;
  const date = report.reference_date ? dayWords(report.reference_date) : '';
  const parts = [author, `“${title.replace(/[“”"]/g, '’')}”`, date, isAddress(source) ? source : ''];
  return `${parts.filter(Boolean).join(', ')}.`;
}
