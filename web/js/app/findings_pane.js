// The findings' half of the page: one view at a time, each drawn when it is first looked at and again when what it
// shows has changed. A new view is a line in kViews, a tab and a panel in index.html, and its name in state.js.
import {renderEntities} from '../views/entities.js';
import {renderQuotes} from '../views/quotes.js';
import {renderSummary} from '../views/summary.js';
import {renderTimeline} from '../views/timeline.js';
import {byId, desk, sideBySide} from './elements.js';

/** @typedef {import('../state.js').Store} Store */
/** @typedef {import('../state.js').State} State */
/** @typedef {import('../state.js').Tab} Tab */
/** @typedef {import('../report_types.js').Report} Report */
/** @typedef {import('./actions.js').Actions} Actions */
/** @typedef {{state: State, report: Report, text: string, store: Store, actions: Actions}} Drawing */

/**
 * redraw: keys of the state that the view shows, besides the report.
 * @type {Record<Exclude<Tab, 'article'>, {draw: (element: HTMLElement, drawing: Drawing) => void,
 *     redraw?: (keyof State)[]}>}
 */
const kViews = {
  summary: {draw: (element, {report, text, actions}) => renderSummary(element, report, text, actions.show)},
  timeline: {draw: (element, {report, text, actions}) => renderTimeline(element, report, text, actions.show)},
  quotes: {
    redraw: ['quoteOrder'],
    draw: (element, {report, text, state, store, actions}) =>
      renderQuotes(element, report, text, state.quoteOrder, {
        show: actions.show, setOrder: (quoteOrder) => store.set({quoteOrder}),
      }),
  },
  entities: {
    redraw: ['entityFilter'],
    draw: (element, {report, state, store, actions}) => renderEntities(element, report, state.entityFilter, {
      show: actions.show, setFilter: (entityFilter) => store.set({entityFilter}),
    }),
  },
};

const tabButtons = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[role=tab]')]);

/**
 * @param {Store} store
 * @param {Actions} actions
 */
export function startFindingsPane(store, actions) {
  /** Views drawn from the report that is there now. @type {Set<Tab>} */
  const drawn = new Set();
  /** Where the reader was in each view, on a narrow screen. @type {Map<Tab, number>} */
  const scrolls = new Map();
  let tabBefore = store.get().tab;

  /** @param {State} state */
  function draw(state) {
    const tab = shownTab(state);
    if (state.report && tab !== 'article' && !drawn.has(tab)) {
      drawn.add(tab);
      kViews[tab].draw(byId(`panel-${tab}`), {state, report: state.report, text: state.reportText, store, actions});
    }
    drawTabs(tab);
    tabBefore = state.tab;
  }

  /** @param {Tab} tab */
  function drawTabs(tab) {
    const moved = !sideBySide.matches && tabBefore !== tab;
    if (moved) scrolls.set(tabBefore, window.scrollY);
    desk.dataset.pane = tab === 'article' ? 'article' : 'findings';
    for (const item of tabButtons) {
      const chosen = item.dataset.tab === tab;
      item.setAttribute('aria-selected', String(chosen));
      item.tabIndex = chosen ? 0 : -1;
      const panel = document.getElementById(`panel-${item.dataset.tab}`);
      if (panel) panel.hidden = !chosen;
    }
    if (moved) window.scrollTo(0, scrolls.get(tab) ?? 0);
  }

  store.subscribe((state, changed) => {
    if (changed.has('report')) drawn.clear();
    let redraw = changed.has('report') || changed.has('tab');
    for (const [tab, {redraw: keys = []}] of Object.entries(kViews)) {
      if (!keys.some((key) => changed.has(key))) continue;
      drawn.delete(/** @type {Tab} */ (tab));
      redraw = true;
    }
    if (redraw) draw(state);
  });
  sideBySide.addEventListener('change', () => draw(store.get()));

  for (const item of tabButtons) {
    item.addEventListener('click', () => store.set({tab: /** @type {Tab} */ (item.dataset.tab)}));
    item.addEventListener('keydown', (event) => moveAlongTabs(item, event));
  }
}

/** Where both are in sight, the article's tab means the view last used. @param {State} state */
function shownTab({tab, cameFrom}) {
  if (!sideBySide.matches || tab !== 'article') return tab;
  return cameFrom === 'article' ? 'summary' : cameFrom;
}

/** @param {HTMLElement} item @param {KeyboardEvent} event */
function moveAlongTabs(item, event) {
  const inSight = tabButtons.filter((other) => other.offsetParent !== null);
  const at = inSight.indexOf(item);
  const to = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: inSight.length - 1}[event.key];
  if (to === undefined) return;
  event.preventDefault();
  const next = inSight[(to + inSight.length) % inSight.length];
  next.click();
  next.focus();
}
