// Wiring: what a reader does changes the state, and each part of the page is drawn again when what it shows has
// changed.
import {createAnalysis} from './analysis.js';
import {samples} from './samples.js';
import {selectionOfEntity, selectionOfEvent, selectionOfQuote} from './selections.js';
import {loadSession, saveSession} from './session.js';
import {createStore, initialState} from './state.js';
import {strings} from './strings.js';
import {renderArticle} from './views/article.js';
import {button, make} from './views/element.js';
import {renderEntities} from './views/entities.js';
import {renderLegend} from './views/legend.js';
import {renderLocator} from './views/locator.js';
import {renderPublished} from './views/published.js';
import {renderQuotes} from './views/quotes.js';
import {renderSummary} from './views/summary.js';
import {renderTimeline} from './views/timeline.js';
import {renderWarnings} from './views/warnings.js';

/** @typedef {import('./report_types.js').Selection} Selection */
/** @typedef {import('./state.js').State} State */
/** @typedef {import('./state.js').Tab} Tab */

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const desk = byId('desk');
const sheet = byId('sheet');
const articleElement = byId('article');
const textArea = /** @type {HTMLTextAreaElement} */ (byId('text'));
const dateInput = /** @type {HTMLInputElement} */ (byId('date'));
const tabButtons = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[role=tab]')]);

const store = createStore(initialState());
const analysis = createAnalysis(store);
/** Article and findings side by side; the stylesheet says the same. */
const sideBySide = matchMedia('(min-width: 62rem)');
const calm = matchMedia('(prefers-reduced-motion: reduce)');

// --- What a reader does ----------------------------------------------------------------------------------------------

/** @param {string} text @param {{typing?: boolean, read?: boolean}} [options] */
function setText(text, options) {
  store.set({text});
  analysis.request(options);
}

/** Shows a text as an article: what a paste or a sample does. @param {string} text */
function openArticle(text) {
  if (textArea.value !== text) textArea.value = text;
  store.set({tab: sideBySide.matches ? store.get().tab : 'article', givenDate: ''});
  setText(textArea.value, {read: true});
  window.scrollTo(0, 0);
}

/** @param {Selection} selection */
function show(selection) {
  const {selection: shown, tab} = store.get();
  // Picking the same name again goes on to its next mention.
  const index = shown?.key === selection.key && !selection.together ? (shown.index + 1) % selection.spans.length :
    selection.index;
  cameFrom = tab;
  store.set({mode: 'read', tab: sideBySide.matches ? tab : 'article', selection: {...selection, index}});
}

/** @param {number} by */
function step(by) {
  const {selection} = store.get();
  if (!selection) return;
  const count = selection.spans.length;
  store.set({selection: {...selection, index: (selection.index + by + count) % count}});
}

function edit() {
  store.set({mode: 'edit', selection: null, tab: sideBySide.matches ? store.get().tab : 'article'});
  textArea.focus({preventScroll: true});
  announce(strings.article.editing);
}

function read() {
  if (store.get().phase !== 'ready' && store.get().phase !== 'working') return;
  store.set({mode: 'read'});
  sheet.focus({preventScroll: true});
  announce(strings.article.reading);
}

function clear() {
  store.set({putAside: store.get().text, givenDate: '', tab: 'summary'});
  textArea.value = '';
  setText('');
  store.set({notice: strings.notice.cleared});
  textArea.focus();
}

/** A mark in the article leads to its entry. @param {MouseEvent} event */
function pickMark(event) {
  const {report, reportText} = store.get();
  const mark = /** @type {HTMLElement} */ (event.target).closest('[data-key]');
  if (!report || !mark || getSelection()?.isCollapsed === false) return;
  const key = mark.getAttribute('data-key') ?? '';
  const entity = report.entities.find(({id}) => id === key);
  const quote = report.quotes.find(({id}) => id === key);
  const dated = report.timeline.find(({time}) => time === key);
  /** @type {Tab} */
  let tab;
  /** @type {Selection} */
  let selection;
  if (entity) {
    tab = 'entities';
    const marks = [...articleElement.querySelectorAll(`[data-key="${key}"]`)];
    selection = selectionOfEntity(entity, Math.min(marks.indexOf(mark), entity.mentions.length - 1));
  } else if (quote) {
    tab = 'quotes';
    selection = selectionOfQuote(quote, reportText);
  } else if (dated) {
    tab = 'timeline';
    selection = selectionOfEvent(report, dated);
  } else {
    return;
  }
  cameFrom = tab;
  stayPut = true;
  store.set({selection, entityFilter: 'all', tab: sideBySide.matches ? tab : 'article'});
  stayPut = false;
  const item = byId(`panel-${tab}`).querySelector(`[data-key="${selection.key}"]`);
  if (sideBySide.matches) item?.scrollIntoView({block: 'center'});
}

// --- What the page shows ---------------------------------------------------------------------------------------------

/** @type {ReturnType<typeof renderArticle> | null} */
let article = null;
/** What the article element shows now. @type {State['report']} */
let articleReport = null;
/** The view whose item was picked last. @type {Tab} */
let cameFrom = 'summary';
/** The mark was picked in the article itself, which then need not move. */
let stayPut = false;
/** Views drawn from the report that is there now. @type {Set<Tab>} */
const drawn = new Set();
/** Where the reader was in each view, on a narrow screen. @type {Map<Tab, number>} */
const scrolls = new Map();

/** @param {string} words */
function announce(words) {
  const element = byId('announce');
  // The same words twice are two announcements.
  element.textContent = element.textContent === words ? `${words}\u00a0` : words;
}

/** The view of findings to show where both are in sight. @param {State} state */
const findingsTab = (state) => state.tab === 'article' ? cameFrom === 'article' ? 'summary' : cameFrom : state.tab;

/** @param {State} state */
function drawFindings(state) {
  const {report, reportText} = state;
  const tab = sideBySide.matches ? findingsTab(state) : state.tab;
  if (!report || tab === 'article' || drawn.has(tab)) return;
  drawn.add(tab);
  const element = byId(`panel-${tab}`);
  if (tab === 'summary') renderSummary(element, report, reportText, show);
  if (tab === 'timeline') renderTimeline(element, report, reportText, show);
  if (tab === 'quotes') {
    renderQuotes(element, report, reportText, state.quoteOrder, {
      show, setOrder: (quoteOrder) => store.set({quoteOrder}),
    });
  }
  if (tab === 'entities') {
    renderEntities(element, report, state.entityFilter, {show, setFilter: (entityFilter) => store.set({entityFilter})});
  }
}

/** @param {State} state @param {State['tab']} before */
function drawTabs(state, before) {
  const tab = sideBySide.matches ? findingsTab(state) : state.tab;
  if (!sideBySide.matches && before !== tab) scrolls.set(before, window.scrollY);
  desk.dataset.pane = tab === 'article' ? 'article' : 'findings';
  for (const item of tabButtons) {
    const chosen = item.dataset.tab === tab;
    item.setAttribute('aria-selected', String(chosen));
    item.tabIndex = chosen ? 0 : -1;
    const panel = document.getElementById(`panel-${item.dataset.tab}`);
    if (panel) panel.hidden = !chosen;
  }
  if (!sideBySide.matches && before !== tab) window.scrollTo(0, scrolls.get(tab) ?? 0);
}

/** @param {State} state */
function drawArticle(state) {
  if (state.mode !== 'read' || state.report === articleReport) return;
  article?.stop();
  articleReport = state.report;
  article = state.report ? renderArticle(articleElement, state.report, state.reportText) : null;
  const headline = state.report?.blocks.find(({kind}) => kind === 'headline');
  const title = headline ? state.reportText.slice(headline.start, Math.min(headline.end, headline.start + 120)) : '';
  document.title = title ? `${title} · ${strings.page.name}` : strings.page.title;
}

/** @param {State} state */
function drawSelection(state) {
  const {selection} = state;
  for (const item of document.querySelectorAll('[data-key][aria-current]')) item.removeAttribute('aria-current');
  const backTo = sideBySide.matches || !selection || cameFrom === 'article' ? '' :
    strings.page[/** @type {'tabSummary'} */ (`tab${cameFrom[0].toUpperCase()}${cameFrom.slice(1)}`)];
  renderLocator(byId('locator'), selection, backTo, {
    step, close: () => store.set({selection: null}), back: () => store.set({tab: cameFrom}),
  });
  if (!selection) {
    article?.clear();
    return;
  }
  markCurrent();
  const mark = article?.reveal(selection);
  if (!mark) return;
  if (!stayPut) scrollToMark(mark);
  if (!sideBySide.matches && !stayPut) mark.focus({preventScroll: true});
  const words = [...articleElement.querySelectorAll('mark.shown')].map((part) => part.textContent).join(' … ');
  const position = selection.together || selection.spans.length < 2 ? '' :
    strings.locator.position(selection.index + 1, selection.spans.length);
  announce(strings.locator.announce(selection.label, words.slice(0, 300), position));
}

function markCurrent() {
  const key = store.get().selection?.key;
  if (!key) return;
  for (const item of document.querySelectorAll(`button[data-key="${CSS.escape(key)}"]`)) {
    item.setAttribute('aria-current', 'true');
  }
}

/**
 * Near places are scrolled to, far ones jumped to; the sizes of what was never laid out are guesses, so it is looked at
 * twice.
 * @param {HTMLElement} mark
 */
function scrollToMark(mark) {
  const far = Math.abs(mark.getBoundingClientRect().top) > 3 * innerHeight;
  mark.scrollIntoView({block: 'center', behavior: far || calm.matches ? 'auto' : 'smooth'});
  if (far) requestAnimationFrame(() => mark.scrollIntoView({block: 'center'}));
}

/** @param {State} state */
function drawStatus(state) {
  const element = byId('status');
  element.dataset.phase = state.phase;
  if (state.phase === 'ready' && state.report) {
    const words = countWords(state.reportText);
    element.replaceChildren(
      make('span', {class: 'words-count'}, strings.status.words(words)),
      make('span', {class: 'minutes'}, strings.status.minutes(Math.max(1, Math.round(words / 230)))),
      strings.status.time(state.milliseconds));
  } else {
    element.textContent = state.phase === 'working' ? strings.status.working : '';
  }
}

/** @param {string} text */
function countWords(text) {
  let count = 0;
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isSpace = code <= 32 || code === 0xa0;
    if (!isSpace && !inWord) count++;
    inWord = !isSpace;
  }
  return count;
}

/** @param {State} state */
function drawNotice(state) {
  const element = byId('notice');
  if (state.notice === '') return element.replaceChildren();
  const bringBack = state.notice === strings.notice.cleared && state.putAside !== '' ?
    button({class: 'link'}, () => openArticle(state.putAside), strings.notice.bringBack) : '';
  element.replaceChildren(make('p', {}, state.notice, ' ', bringBack));
}

let tabBefore = store.get().tab;

store.subscribe((state, changed) => {
  const hasReport = state.report !== null;
  if (changed.has('text') || changed.has('report') || changed.has('mode')) {
    document.body.dataset.filled = desk.dataset.filled = String(hasReport);
    desk.dataset.mode = state.mode;
    if (!hasReport) articleElement.replaceChildren();
  }
  if (changed.has('mode') && state.mode === 'read') keepFocus();
  if (changed.has('report')) drawn.clear();
  if (changed.has('quoteOrder')) drawn.delete('quotes');
  if (changed.has('entityFilter')) drawn.delete('entities');
  if (changed.has('report') || changed.has('mode')) drawArticle(state);
  if (changed.has('report') || changed.has('tab') || changed.has('quoteOrder') || changed.has('entityFilter')) {
    drawFindings(state);
    drawTabs(state, tabBefore);
    tabBefore = state.tab;
    markCurrent();
  }
  if (changed.has('report') || changed.has('text')) {
    renderPublished(dateInput, byId('date-why'), state.report, state.reportText, {
      show,
      useArticleDate() {
        store.set({givenDate: ''});
        analysis.request();
      },
    });
  }
  if (changed.has('report')) {
    renderWarnings(byId('warnings'), state.report, show);
    if (state.report) {
      announce(strings.status.announce({
        names: state.report.entities.length, events: state.report.timeline.length, quotes: state.report.quotes.length,
      }));
    }
  }
  if (changed.has('phase') || changed.has('report')) drawStatus(state);
  if (changed.has('notice')) drawNotice(state);
  if (changed.has('layers')) drawLayers(state);
  if (changed.has('selection') || (changed.has('mode') && state.selection)) drawSelection(state);
  if (changed.has('text') || changed.has('givenDate') || changed.has('mode')) saveSoon();
});

/** Where what had the focus is out of sight now, the article has it. */
function keepFocus() {
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  if (!focused || focused === document.body || focused.offsetParent === null) sheet.focus({preventScroll: true});
}

/** @param {State} state */
function drawLayers(state) {
  renderLegend(byId('legend'), state.layers, (layer) => {
    const {layers} = store.get();
    store.set({layers: {...layers, [layer]: !layers[layer]}});
  });
  for (const [layer, on] of Object.entries(state.layers)) articleElement.classList.toggle(`without-${layer}`, !on);
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let saveTimer;
function saveNow() {
  clearTimeout(saveTimer);
  const {text, givenDate, mode} = store.get();
  saveSession({text, givenDate, mode});
}
function saveSoon() {
  clearTimeout(saveTimer);
  saveTimer = setTimeout(saveNow, 600);
}

// --- Listening -------------------------------------------------------------------------------------------------------

const kLongPaste = 50_000;  // characters
let pasted = false;
textArea.addEventListener('paste', (event) => {
  const words = event.clipboardData?.getData('text/plain') ?? '';
  if (!/\S/.test(words)) {
    event.preventDefault();
    store.set({notice: strings.notice.emptyPaste});
    return;
  }
  // Browsers take seconds to type in a very long text; there is nothing to undo to where the field is empty.
  if (textArea.value === '' && words.length > kLongPaste) {
    event.preventDefault();
    openArticle(words);
    return;
  }
  // What replaces the whole text is an article to read; what goes into a text is part of editing it.
  pasted = textArea.selectionStart === 0 && textArea.selectionEnd === textArea.value.length;
});
textArea.addEventListener('input', () => {
  if (pasted) openArticle(textArea.value);
  else setText(textArea.value, {typing: true});
  pasted = false;
});
textArea.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) read();
});

dateInput.addEventListener('input', () => {
  if (!dateInput.validity.valid) return;
  store.set({givenDate: dateInput.value});
  if (store.get().text !== '') analysis.request({typing: true});
});

byId('edit').addEventListener('click', edit);
byId('read').addEventListener('click', read);
byId('clear').addEventListener('click', clear);
articleElement.addEventListener('click', pickMark);

for (const item of tabButtons) {
  item.addEventListener('click', () => store.set({tab: /** @type {Tab} */ (item.dataset.tab)}));
  item.addEventListener('keydown', (event) => {
    const inSight = tabButtons.filter((other) => other.offsetParent !== null);
    const at = inSight.indexOf(item);
    const to = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: inSight.length - 1}[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = inSight[(to + inSight.length) % inSight.length];
    next.click();
    next.focus();
  });
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && store.get().selection) store.set({selection: null});
});
sideBySide.addEventListener('change', () => {
  drawFindings(store.get());
  drawTabs(store.get(), tabBefore);
  drawSelection(store.get());
});
window.addEventListener('pagehide', saveNow);

byId('samples').append(...samples.map(({title, text}) =>
  make('li', {}, button({class: 'sample'}, () => openArticle(text), title))));
drawLayers(store.get());
analysis.prepare();

const session = loadSession();
if (session) {
  textArea.value = session.text;
  store.set({givenDate: session.givenDate});
  setText(textArea.value, {read: session.mode === 'read'});
} else if (textArea.value !== '') {
  setText(textArea.value);  // typed while the page was loading, or kept by the browser
}
