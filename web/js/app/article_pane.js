// The article's half of the page: the text marked up, what is pointed at in it, and the layers of marks.
import {selectionOfEntity, selectionOfEvent, selectionOfQuote} from '../selections.js';
import {strings} from '../strings.js';
import {renderArticle} from '../views/article.js';
import {renderLegend} from '../views/legend.js';
import {renderLocator} from '../views/locator.js';
import {renderPublished} from '../views/published.js';
import {renderWarnings} from '../views/warnings.js';
import {announce, articleElement, byId, calm, dateInput, desk, sheet, sideBySide} from './elements.js';

/** @typedef {import('../state.js').Store} Store */
/** @typedef {import('../state.js').State} State */
/** @typedef {import('../state.js').Tab} Tab */
/** @typedef {import('../report_types.js').Selection} Selection */
/** @typedef {import('./actions.js').Actions} Actions */

/**
 * @param {Store} store
 * @param {Actions} actions
 */
export function startArticlePane(store, actions) {
  /** @type {ReturnType<typeof renderArticle> | null} */
  let article = null;
  /** What the article element shows now. @type {State['report']} */
  let articleReport = null;

  /** A mark in the article leads to its entry. @param {MouseEvent} event */
  function pickMark(event) {
    const {report} = store.get();
    const mark = /** @type {HTMLElement} */ (event.target).closest('[data-key]');
    if (!report || !mark || getSelection()?.isCollapsed === false) return;
    const found = entryOf(mark, store.get());
    if (!found) return;
    const {tab, selection} = found;
    store.set({
      selection: {...selection, inSight: true}, entityFilter: 'all', cameFrom: tab,
      tab: sideBySide.matches ? tab : 'article',
    });
    const item = byId(`panel-${tab}`).querySelector(`[data-key="${selection.key}"]`);
    if (sideBySide.matches) item?.scrollIntoView({block: 'center'});
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
    const {selection, cameFrom} = state;
    for (const item of document.querySelectorAll('[data-key][aria-current]')) item.removeAttribute('aria-current');
    const backTo = sideBySide.matches || !selection || cameFrom === 'article' ? '' :
      strings.page[/** @type {'tabSummary'} */ (`tab${cameFrom[0].toUpperCase()}${cameFrom.slice(1)}`)];
    renderLocator(byId('locator'), selection, backTo, {
      step: actions.step, close: () => store.set({selection: null}), back: () => store.set({tab: cameFrom}),
    });
    if (!selection) {
      article?.clear();
      return;
    }
    markCurrent(selection);
    const mark = article?.reveal(selection);
    if (!mark) return;
    if (!selection.inSight) scrollToMark(mark);
    if (!sideBySide.matches && !selection.inSight) mark.focus({preventScroll: true});
    const words = [...articleElement.querySelectorAll('mark.shown')].map((part) => part.textContent).join(' … ');
    const position = selection.together || selection.spans.length < 2 ? '' :
      strings.locator.position(selection.index + 1, selection.spans.length);
    announce(strings.locator.announce(selection.label, words.slice(0, 300), position));
  }

  /** @param {State} state */
  function drawLayers(state) {
    renderLegend(byId('legend'), state.layers, (layer) => {
      const {layers} = store.get();
      store.set({layers: {...layers, [layer]: !layers[layer]}});
    });
    for (const [layer, on] of Object.entries(state.layers)) articleElement.classList.toggle(`without-${layer}`, !on);
  }

  store.subscribe((state, changed) => {
    if (changed.has('text') || changed.has('report') || changed.has('mode')) {
      document.body.dataset.filled = desk.dataset.filled = String(state.report !== null);
      desk.dataset.mode = state.mode;
      if (!state.report) articleElement.replaceChildren();
    }
    if (changed.has('mode') && state.mode === 'read') keepFocus();
    if (changed.has('report') || changed.has('mode')) drawArticle(state);
    if (changed.has('report') || changed.has('text')) {
      renderPublished(dateInput, byId('date-why'), state.report, state.reportText, {
        show: actions.show, useArticleDate: () => actions.setDate(''),
      });
    }
    if (changed.has('report')) renderWarnings(byId('warnings'), state.report, actions.show);
    if (changed.has('layers')) drawLayers(state);
  });

  byId('edit').addEventListener('click', actions.edit);
  byId('read').addEventListener('click', actions.read);
  byId('clear').addEventListener('click', actions.clear);
  articleElement.addEventListener('click', pickMark);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && store.get().selection) store.set({selection: null});
  });
  dateInput.addEventListener('input', () => {
    if (dateInput.validity.valid) actions.setDate(dateInput.value, {typing: true});
  });
  drawLayers(store.get());

  return {
    /** Draws what is pointed at; to be subscribed behind the findings, whose items it marks as current. */
    startSelection() {
      store.subscribe((state, changed) => {
        if (changed.has('selection') || (changed.has('mode') && state.selection)) drawSelection(state);
        else if (state.selection) markCurrent(state.selection);
      });
      sideBySide.addEventListener('change', () => drawSelection(store.get()));
    },
  };
}

/**
 * The entry that a mark of the article belongs to.
 * @param {Element} mark @param {State} state @returns {{tab: Tab, selection: Selection} | null}
 */
function entryOf(mark, {report, reportText}) {
  if (!report) return null;
  const key = mark.getAttribute('data-key') ?? '';
  const entity = report.entities.find(({id}) => id === key);
  if (entity) {
    const marks = [...articleElement.querySelectorAll(`[data-key="${key}"]`)];
    const index = Math.min(marks.indexOf(mark), entity.mentions.length - 1);
    return {tab: 'entities', selection: selectionOfEntity(entity, index)};
  }
  const quote = report.quotes.find(({id}) => id === key);
  if (quote) return {tab: 'quotes', selection: selectionOfQuote(quote, reportText)};
  const dated = report.timeline.find(({time}) => time === key);
  return dated ? {tab: 'timeline', selection: selectionOfEvent(report, dated)} : null;
}

/** The items of the findings that are pointed at. @param {Selection} selection */
function markCurrent({key}) {
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

/** Where what had the focus is out of sight now, the article has it. */
function keepFocus() {
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  if (!focused || focused === document.body || focused.offsetParent === null) sheet.focus({preventScroll: true});
}
