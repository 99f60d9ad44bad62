// The article's half of the page: the text marked up, what is pointed at in it, and the layers of marks.
import {indexOf} from '../report_index.js';
import {selectionOfEntity, selectionOfEvent, selectionOfQuote} from '../selections.js';
import {strings} from '../strings.js';
import {afterShown} from '../views/after_frame.js';
import {renderArticle} from '../views/article.js';
import {make} from '../views/element.js';
import {renderLegend} from '../views/legend.js';
import {renderLocator} from '../views/locator.js';
import {renderPublished} from '../views/published.js';
import {renderWarnings} from '../views/warnings.js';
import {announce, articleElement, byId, calm, dateInput, desk, sheet, sideBySide, textArea} from './elements.js';
import {settleField, settleFieldIfShort} from './field.js';
import {startMarkCards} from './mark_cards.js';

/** @typedef {import('../state.js').Store} Store */
/** @typedef {import('../state.js').State} State */
/** @typedef {import('../state.js').Tab} Tab */
/** @typedef {import('../report_types.js').Selection} Selection */
/** @typedef {import('./actions.js').Actions} Actions */

const kPatience = 150;    // milliseconds until the text itself begins to be shown, where its report has not come
const kBeginning = 6000;  // characters of it
const kMaxTitle = 120;    // likewise, of the page's title

/**
 * @param {Store} store
 * @param {Actions} actions
 */
export function startArticlePane(store, actions) {
  /** @type {ReturnType<typeof renderArticle> | null} */
  let article = null;
  /** What the article element shows now. @type {State['report']} */
  let articleReport = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const cards = startMarkCards(store, {
    open: openEntry,
    mention(entity, index) {
      store.set({selection: selectionOfEntity(entity, index)});
      return articleElement.querySelector('mark.shown');
    },
  });

  /** A mark leads to its entry, or, where that is out of sight, to its card. @param {MouseEvent} event */
  function pickMark(event) {
    const mark = /** @type {HTMLElement} */ (event.target).closest('[data-key]');
    if (!mark || getSelection()?.isCollapsed === false) return;
    if (!sideBySide.matches) return cards.tap(mark);
    const key = mark.getAttribute('data-key') ?? '';
    const marks = [...articleElement.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)];
    openEntry(key, {index: marks.indexOf(mark), inSight: true});
  }

  /**
   * Shows the entry of an item, and marks its words.
   * @param {string} key @param {{index?: number, inSight?: boolean}} [options]  index: which mention
   */
  function openEntry(key, {index = 0, inSight = false} = {}) {
    const found = entryOf(key, index, store.get());
    if (!found) return;
    const {tab, selection} = found;
    store.set({selection: {...selection, inSight: inSight || !sideBySide.matches}, cameFrom: tab, tab});
    byId(`panel-${tab}`).querySelector(`[data-key="${selection.key}"]`)?.scrollIntoView({block: 'center'});
  }

  /** @param {State} state */
  function drawArticle(state) {
    if (state.mode !== 'read' || state.report === articleReport) return;
    article?.stop();
    articleReport = state.report;
    article = state.report ? renderArticle(articleElement, state.report, state.reportText) : null;
    cards.close();
    afterShown(() => {
      if (state.report !== articleReport) return;
      cards.restart();
      document.title = titleOf(state);
    });
  }

  /** A reader who waits for the report can begin with the text as it came. */
  function showBeginning() {
    const beginning = store.get().text.slice(0, kBeginning);
    articleElement.replaceChildren(make('div', {class: 'beginning', dir: 'auto'}, beginning));
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
    if (changed.has('mode') && state.mode === 'read') keepFocus();
    if (changed.has('text') || changed.has('report') || changed.has('mode') || changed.has('opening')) {
      clearTimeout(timer);
      if (!state.report) articleElement.replaceChildren();
      if (state.opening && !state.report) {
        // The page takes its shape while the report is on its way.
        shapeFor('read', true);
        timer = setTimeout(showBeginning, kPatience);
      } else {
        shape(state);
      }
      if (changed.has('opening') && !state.opening && state.mode === 'edit' && document.activeElement === sheet) {
        textArea.focus({preventScroll: true});
      }
    }
    if (changed.has('report') || changed.has('mode')) drawArticle(state);
    if (changed.has('report') || changed.has('text')) {
      renderPublished(dateInput, byId('date-why'), state.report, state.reportText, {
        show: actions.show, useArticleDate: () => actions.setDate(''), givenWhy: state.dateWhy,
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
    // A sheet over the page has the key for itself.
    if (event.key !== 'Escape' || document.querySelector('dialog[open]')) return;
    if (store.get().selection) store.set({selection: null});
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

/** The title of the page, the article's own where it has one. @param {State} state */
function titleOf({report, reportText}) {
  const headline = report?.blocks.find(({kind}) => kind === 'headline');
  const title = headline ? reportText.slice(headline.start, Math.min(headline.end, headline.start + kMaxTitle)) : '';
  return title ? `${title} · ${strings.page.name}` : strings.page.title;
}

/** What the page has room for: the field alone, or article and findings. @param {State} state */
function shape({report, mode}) {
  // Before the field is shown, or behind the frame that hides it.
  if (mode === 'edit') settleField();
  else afterShown(settleFieldIfShort);
  shapeFor(mode, report !== null);
}

/** @param {State['mode']} mode @param {boolean} hasArticle */
function shapeFor(mode, hasArticle) {
  const filled = String(hasArticle);
  // Styles are matched again only where something is another one.
  for (const element of [document.body, desk]) if (element.dataset.filled !== filled) element.dataset.filled = filled;
  if (desk.dataset.mode !== mode) desk.dataset.mode = mode;
}

/**
 * The entry of an item.
 * @param {string} key  of a name, a quote, a date or an event @param {number} index  which mention of a name
 * @param {State} state @returns {{tab: Tab, selection: Selection} | null}
 */
function entryOf(key, index, {report, reportText}) {
  if (!report) return null;
  const {entities, quotes, eventsAt} = indexOf(report);
  const entity = entities.get(key);
  if (entity) {
    const mention = Math.max(0, Math.min(index, entity.mentions.length - 1));
    return {tab: 'entities', selection: selectionOfEntity(entity, mention)};
  }
  const quote = quotes.get(key);
  if (quote) return {tab: 'quotes', selection: selectionOfQuote(quote, reportText)};
  const event = eventsAt.get(key)?.[0] ?? report.timeline.find(({id}) => id === key);
  return event ? {tab: 'timeline', selection: selectionOfEvent(report, event)} : null;
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

/**
 * Where what has the focus will be out of sight, the article gets it. Before it goes: a browser that has to find out by
 * itself lays the page out once more for it.
 */
function keepFocus() {
  const {activeElement: focused} = document;
  if (!focused || focused === document.body || focused.closest('#text, #read, .samples')) {
    sheet.focus({preventScroll: true});
  }
}
