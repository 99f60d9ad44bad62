// The article at a glance: how much of what is in it, the sentences to read first, as many as the reader likes, its key
// phrases and its figures.
import {kWordsAMinute, countWords} from '../reading_time.js';
import {numberWords, strings} from '../strings.js';
import {afterFrame, afterShown} from './after_frame.js';
import {button, make, span} from './element.js';
import {renderFigures} from './figures.js';
import {layerOfType} from './article_marks.js';

/** @typedef {import('../report_types.js').Report} Report */
/** @typedef {import('../report_types.js').Show} Show */
/** @typedef {import('../state.js').Tab} Tab */

const kMaxPhrases = 12;
const kMaxSentences = 15;

const kBullet = /^[•‣◦▪●*–—-]\s+/u;  // of a list item, which stands alone here

/** How many sentences say enough of an article of so many: about one in six, two to five. @param {number} sentences */
export function summaryLength(sentences) {
  return Math.min(sentences, Math.max(2, Math.min(5, Math.round(sentences / 6))));
}

/**
 * @param {HTMLElement} element
 * @param {{show: Show, openTab: (tab: Tab) => void}} actions
 * @returns {import('./view.js').View}
 */
export function startOverview(element, {show, openTab}) {
  const words = strings.summary;
  /** What the reader asked for; 0: nothing yet. */
  let wanted = 0;
  /** @type {Report | null} */
  let report = null;
  let text = '';

  const counts = make('ul', {'class': 'counts', 'aria-label': words.counts});
  const slider = make('input', {type: 'range', id: 'summary-length', min: 1, step: 1});
  const said = make('output', {for: 'summary-length', class: 'slider-words'});
  const sliderRow = make('div', {class: 'slider-row'},
    make('label', {for: 'summary-length'}, words.length), slider, said);
  const list = make('ol', {class: 'items sentences'});
  const noSentences = make('p', {class: 'none'}, words.none);
  const phrases = make('ul', {class: 'phrases'});
  const phrasesPart = make('section', {}, make('h3', {}, words.keyphrases), phrases);
  const figures = make('div', {class: 'figures'});
  const head = make('div', {class: 'section-head'}, make('h3', {}, words.first), sliderRow);
  element.replaceChildren(counts,
    make('section', {}, head, list, noSentences),
    phrasesPart,
    make('section', {}, make('h3', {}, words.figures), figures));
  slider.addEventListener('input', () => {
    wanted = Number(slider.value);
    drawSentences();
  });

  function drawCounts() {
    if (!report) return;
    /** @param {string} layer */
    const names = (layer) => report?.entities.filter(({type}) => layerOfType(type) === layer).length ?? 0;
    /** @type {[count: number, label: (count: number) => string, tab: Tab][]} */
    const facts = [
      [names('person'), words.people, 'entities'], [names('organization'), words.organizations, 'entities'],
      [names('place'), words.places, 'entities'], [report.timeline.length, words.events, 'timeline'],
      [report.quotes.length, words.quotes, 'quotes'],
    ];
    counts.replaceChildren(...facts.map(([count, label, tab]) => make('li', {},
      button({'data-open-tab': tab}, () => openTab(tab), span('number', numberWords(count)), ' ',
        span('of', label(count))))));
  }

  /**
   * Whom the "He" means that a sentence opens with, behind a quotation mark perhaps.
   * @param {number[]} indices @returns {Map<number, HTMLElement>} by index
   */
  function openers(indices) {
    /** @type {Map<number, HTMLElement>} */
    const found = new Map();
    const starts = new Map(indices.map((index) => [report?.sentences[index]?.start ?? -1, index]));
    for (const {name, mentions} of report?.entities ?? []) {
      for (const {start, end, kind} of mentions) {
        const index = kind === 'pronoun' ? starts.get(start) ?? starts.get(start - 1) : undefined;
        if (index !== undefined) found.set(index, span('source', words.means(text.slice(start, end), name)));
      }
    }
    return found;
  }

  function drawSentences() {
    if (!report) return;
    const most = Math.min(kMaxSentences, report.summary.length);
    const length = Math.min(most, wanted || summaryLength(report.sentences.length));
    slider.max = String(Math.max(1, most));
    slider.value = String(length);
    sliderRow.hidden = most < 2;
    list.hidden = most === 0;
    noSentences.hidden = most > 0;
    const best = report.summary.slice(0, length).map(({sentence}) => sentence).sort((a, b) => a - b);
    const meant = openers(best);
    let wordCount = 0;
    list.replaceChildren(...best.flatMap((index) => {
      const sentence = report?.sentences[index];
      if (!sentence) return [];
      const sentenceText = text.slice(sentence.start, sentence.end);
      wordCount += countWords(sentenceText);
      return [make('li', {}, button({'class': 'item sentence', 'data-key': `s${index}`, 'dir': 'auto'}, () => show({
        key: `s${index}`, kind: 'sentence', label: words.picked,
        spans: [{start: sentence.start, end: sentence.end}], index: 0,
      }), sentenceText.replace(kBullet, '')), meant.get(index) ?? null)];
    }));
    const seconds = Math.max(5, Math.round(wordCount / kWordsAMinute * 12) * 5);
    said.textContent = words.lengthWords(length, report.sentences.length, seconds);
    slider.setAttribute('aria-valuetext', said.textContent);
  }

  function drawPhrases() {
    if (!report) return;
    const shown = report.keyphrases.slice(0, kMaxPhrases);
    phrasesPart.hidden = shown.length === 0;
    phrases.replaceChildren(...shown.flatMap((phrase, index) => phrase.mentions.length === 0 ? [] : [
      make('li', {}, button({'class': 'phrase', 'data-key': `k${index}`, 'dir': 'auto'}, () => show({
        key: `k${index}`, kind: 'phrase', label: phrase.text, spans: phrase.mentions, index: 0,
      }), phrase.text, phrase.mentions.length > 1 ? span('count', words.times(phrase.mentions.length)) : null)),
    ]));
  }

  /** The report whose figures are not drawn yet. @type {Report | null} */
  let due = null;

  function drawFigures() {
    if (due) renderFigures(figures, due, text, show);
    due = null;
  }

  return {
    draw(next, nextText) {
      report = next;
      text = nextText;
      drawCounts();
      drawSentences();
      drawPhrases();
      // They stand below the others, and what is nearer to be seen has the frame after the first.
      figures.replaceChildren();
      due = next;
      afterShown(() => afterFrame(() => due === next && drawFigures()));
    },
    finish: drawFigures,
  };
}
