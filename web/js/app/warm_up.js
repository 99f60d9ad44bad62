// The first article would find everything cold: functions not compiled, fonts not loaded, styles not matched, which
// doubles the time to its first paint. So when the page has nothing else to do, it draws a small article of its own out
// of sight, a few times, and throws it away. The last time it is painted too, behind a cover that looks like the page's
// ground: letters are drawn once for each type and size. Then the memory for new objects is emptied, for otherwise the
// browser would do that, more often than not, while it draws the first article.
import {samples} from '../input/samples.js';
import {startOverview} from '../views/overview.js';
import {renderArticle} from '../views/article.js';
import {afterShown} from '../views/after_frame.js';
import {make} from '../views/element.js';
import {desk} from './elements.js';

/** @typedef {import('../report_types.js').Report} Report */

const kTurns = 20;
const kGarbage = 600;  // objects of 16 kB, more than browsers let lie
const kLetters = 700;  // of the sample, in each turn but the last, which has all
/** Each has a type of its own, whose first letters are the slowest: the browser looks for the font then. */
const kKinds = /** @type {const} */ ([
  'headline', 'byline', 'dateline', 'paragraph', 'subheading', 'list', 'headline', 'caption', 'credit',
]);
/** Each letter is measured when it is first seen, in every type by itself. */
const kCharacters = `${String.fromCharCode(...Array.from({length: 94}, (_, i) => 33 + i))}“”‘’–—…•€£`;

/**
 * A report such as an analysis gives, without one: words with a capital are names, the first words of a line a quote.
 * @param {string} text @param {number} turn  other kinds of blocks in each @returns {Report}
 */
function madeUpReport(text, turn) {
  const lines = [...text.matchAll(/[^\n]+/g)].map(({index, 0: line}) => ({start: index, end: index + line.length}));
  const mentions = [...text.matchAll(/\p{Lu}\p{L}+/gu)].map(({index, 0: word}) =>
    ({start: index, end: index + word.length, kind: /** @type {const} */ ('name')}));
  const entities = /** @type {const} */ (['person', 'organization', 'place', 'other']).map((type, i) => ({
    id: `e${i}`, type, name: type, aliases: [], description: null, salience: 0,
    mentions: mentions.filter((_, at) => at % 4 === i),
  }));
  return {
    version: 1, offsets: 'utf16', length: text.length, reference_date: null, reference_date_source: 'none',
    reference_date_span: null,
    blocks: lines.map((line, i) => ({...line, kind: kKinds[(i + 4 * turn) % kKinds.length]})),
    sentences: lines.map((line, block) => ({...line, block})),
    entities,
    times: lines.map(({start}, i) => ({
      id: `t${i}`, start, end: start + 4, type: 'DATE', value: '', mod: null, begin: null, end_date: null,
    })),
    timeline: [],
    quotes: lines.map(({start, end}, i) => ({
      id: `q${i}`, kind: i % 2 === 0 ? 'direct' : 'indirect', start, end: (start + end) >> 1,
      parts: [{start, end: (start + end) >> 1}], cue: null, speaker: null,
    })),
    figures: lines.map(({start}, i) => ({
      id: `f${i}`, start, end: start + 4, kind: 'count', value: i, modifier: null, unit: null, what: 'lines',
      time: null, source: null,
    })),
    keyphrases: lines.map(({start}) => ({text: 'words', score: 0, mentions: [{start, end: start + 4}]})),
    summary: lines.map((_, sentence) => ({sentence, score: 0})),
    warnings: [],
  };
}

/** Makes so much garbage that the browser takes it away, and with it all that was there before. */
function emptyMemory() {
  for (let i = 0; i < kGarbage; i++) new Array(2000).fill(i);
}

/**
 * To be called when the page is ready; works only while it is idle.
 * @param {() => void} prepare  what else can be done by then
 */
export function warmUp(prepare) {
  const idle = window.requestIdleCallback?.bind(window) ?? ((/** @type {() => void} */ act) => setTimeout(act, 200));
  let turn = 0;
  function next() {
    // A real article came first, and has drawn it all.
    if (desk.dataset.filled === 'true') return prepare();
    const isLast = turn === kTurns - 1;
    const {text: whole} = samples[turn % samples.length];
    const text = whole.slice(0, isLast ? whole.length : kLetters).replace(/.$/gm, (end) => `${end} ${kCharacters}`);
    const report = madeUpReport(text, turn);
    // A copy of the page as it is with an article. It is gone before anybody could look for an id in it.
    const copy = /** @type {HTMLElement} */ (desk.cloneNode(true));
    Object.assign(copy.dataset, {filled: 'true', mode: 'read'});
    const article = /** @type {HTMLElement} */ (copy.querySelector('article'));
    const panel = /** @type {HTMLElement} */ (copy.querySelector('#panel-summary > .view'));
    const stage = make('div', {'class': 'warm-up', 'aria-hidden': 'true', 'inert': true}, copy);
    document.body.append(stage);
    renderArticle(article, report, text).stop();
    startOverview(panel, {show: () => {}, openTab: () => {}}).draw(report, text);
    stage.getBoundingClientRect();
    turn++;
    const end = () => {
      stage.remove();
      if (isLast) {
        prepare();
        idle(emptyMemory);
      } else {
        idle(next);
      }
    };
    if (!isLast) return end();
    stage.classList.add('painted');
    afterShown(end);
  }
  idle(next);
}
