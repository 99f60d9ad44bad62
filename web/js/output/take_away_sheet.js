// The sheet with everything that can be taken away: files, words for the clipboard, a link, a print.
import {announce} from '../app/elements.js';
import {openSheet} from '../app/sheet.js';
import {copyText} from '../clipboard.js';
import {strings} from '../strings.js';
import {button, make, span} from '../views/element.js';
import {reportAsAnnotations} from './annotations.js';
import {kLongLink, kLongestLink, linkOf} from './article_link.js';
import {timelineAsCalendar} from './calendar.js';
import {citation} from './citation.js';
import {reportAsMarkdown} from './markdown_report.js';
import {fileName, saveText} from './save_file.js';
import {savePng, saveSvg} from './save_picture.js';
import {tableAsCsv} from './tables.js';
import {taken} from './taken.js';

/** @typedef {import('../state.js').State} State */
/** @typedef {import('./tables.js').TableName} TableName */

/**
 * @param {State} state  with a report
 * @param {{keep: () => Promise<string>}} actions
 *     keep: puts the article into the library and says how that went
 */
export function openTakeAway(state, {keep}) {
  const {report, reportText, source, givenDate} = state;
  if (!report) return;
  const words = strings.output;
  const article = taken(report, reportText, source);
  const name = (/** @type {string} */ ending) => fileName(article.title, ending);
  const said = make('p', {class: 'over-said', role: 'status'});
  const tell = (/** @type {string} */ sentence) => (said.textContent = sentence);

  /** @param {string} label @param {string} note @param {() => unknown} act @param {string} key */
  const choice = (label, note, act, key) => make('li', {}, button({'class': 'item', 'data-act': key}, async () => {
    try {
      await act();
    } catch (error) {
      tell(words.failed(error instanceof Error ? error.message : String(error)));
    }
  }, span('title', label), span('how', note)));

  /** @param {string} text @param {string} done */
  const copy = async (text, done) => tell(await copyText(text) ? done : words.notCopied);

  const tables = /** @type {TableName[]} */ (['entities', 'timeline', 'quotes', 'figures']);
  const files = [
    choice(words.markdown, words.markdownNote, () =>
      saveText(reportAsMarkdown(article), 'text/markdown', name('.md')), 'markdown'),
    choice(words.calendar, words.calendarNote, () => {
      const {source: calendar, left} = timelineAsCalendar(article, new Date());
      saveText(calendar, 'text/calendar', name('.ics'));
      if (left > 0) tell(words.leftOut(left));
    }, 'calendar'),
    ...tables.map((table) => choice(words.table(strings.output.tables[table]), words.tableNote[table], () =>
      saveText(tableAsCsv(table, article), 'text/csv', name(`-${table}.csv`)), `csv-${table}`)),
    choice(words.json, words.jsonNote, () =>
      saveText(`${JSON.stringify({...report, text: reportText}, null, 2)}\n`, 'application/json', name('.json')), 'json'),
    choice(words.annotations, words.annotationsNote, () =>
      saveText(`${JSON.stringify(reportAsAnnotations(article, new Date()), null, 2)}\n`, 'application/ld+json',
        name('-annotations.jsonld')), 'annotations'),
  ];

  const pictures = drawings().flatMap(({kind, svg}) => [
    choice(words.picture(words.pictures[kind], 'SVG'), words.svgNote, () => saveSvg(svg, name(`-${kind}.svg`)),
      `${kind}-svg`),
    choice(words.picture(words.pictures[kind], 'PNG'), words.pngNote, () => savePng(svg, name(`-${kind}.png`)),
      `${kind}-png`),
  ]);

  const share = [
    choice(words.cite, citation(article), () => copy(citation(article), words.cited), 'cite'),
    ...location.protocol === 'file:' ? [] : [choice(words.link, words.linkNote, async () => {
      const link = await linkOf({text: reportText, givenDate, source}, location.href.replace(/[?#].*/, ''));
      if (link.length > kLongestLink) tell(words.linkTooLong);
      else await copy(link, link.length > kLongLink ? words.linkLong(link.length) : words.linkCopied(link.length));
    }, 'link')],
    choice(words.print, words.printNote, () => {
      sheet.close();
      window.print();
    }, 'print'),
    choice(words.keep, words.keepNote, async () => tell(await keep()), 'keep'),
  ];

  const group = (/** @type {string} */ title, /** @type {Node[]} */ choices) => make('section', {},
    make('h3', {}, title), make('ul', {class: 'over-choices'}, ...choices));
  const sheet = openSheet(words.title,
    group(words.share, share), group(words.files, files),
    pictures.length > 0 ? group(words.picturesTitle, pictures) :
      make('p', {class: 'none'}, words.noPictures), said);
  announce(words.title);
}

/** The drawings that are in the page now: those of views that were opened. */
function drawings() {
  /** @type {{kind: 'timeline' | 'map', svg: SVGSVGElement}[]} */
  const found = [];
  const timeline = document.querySelector('svg.timeline-drawing');
  const map = document.querySelector('svg[data-export=map]');
  if (timeline) found.push({kind: 'timeline', svg: /** @type {SVGSVGElement} */ (timeline)});
  if (map) found.push({kind: 'map', svg: /** @type {SVGSVGElement} */ (map)});
  return found;
}
