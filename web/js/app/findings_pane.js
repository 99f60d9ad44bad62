// The findings' half of the page: one view at a time, each drawn when it is first looked at and again when what it
// shows has changed. A new view is a line in kViews, a tab and a panel in index.html, and its name in state.js.
import {startEntities} from '../views/entities.js';
import {startOverview} from '../views/overview.js';
import {appendRests} from '../views/paged_list.js';
import {startQuotes} from '../views/quotes.js';
import {startTimeline} from '../views/timeline.js';
import {byId, desk, sideBySide} from './elements.js';

/** @typedef {import('../state.js').Store} Store */
/** @typedef {import('../state.js').State} State */
/** @typedef {import('../state.js').Tab} Tab */
/** @typedef {import('../views/view.js').View} View */
/** @typedef {import('./actions.js').Actions} Actions */
/** @typedef {{show: Actions['show'], openTab: (tab: Tab) => void}} ViewActions */

/** @type {Record<Exclude<Tab, 'article'>, (element: HTMLElement, actions: ViewActions) => View>} */
const kViews = {summary: startOverview, timeline: startTimeline, quotes: startQuotes, entities: startEntities};

const tabButtons = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[role=tab]')]);

/**
 * @param {Store} store
 * @param {Actions} actions
 */
export function startFindingsPane(store, actions) {
  /** Views that were looked at. @type {Map<Tab, View>} */
  const views = new Map();
  /** Those drawn from the report that is there now. @type {Set<Tab>} */
  const drawn = new Set();
  /** @type {ViewActions} */
  const viewActions = {show: actions.show, openTab: (tab) => store.set({tab})};
  /** Where the reader was in each view, on a narrow screen. @type {Map<Tab, number>} */
  const scrolls = new Map();
  let tabBefore = store.get().tab;

  /** @param {State} state */
  function draw(state) {
    const tab = shownTab(state);
    if (tab !== 'article') drawView(tab, state);
    drawTabs(tab);
    tabBefore = state.tab;
  }

  /** @param {Exclude<Tab, 'article'>} tab @param {State} state */
  function drawView(tab, state) {
    if (!state.report || drawn.has(tab)) return;
    drawn.add(tab);
    const view = viewOf(tab);
    // A drawing needs the size of its panel.
    byId(`panel-${tab}`).hidden = false;
    elementOf(tab).hidden = false;
    view.draw(state.report, state.reportText);
    view.point?.(state.selection?.key ?? '');
  }

  /** @param {Exclude<Tab, 'article'>} tab */
  function viewOf(tab) {
    const view = views.get(tab) ?? kViews[tab](elementOf(tab), viewActions);
    views.set(tab, view);
    return view;
  }

  /** On paper all views stand below one another. */
  function drawForPrint() {
    const state = store.get();
    if (!state.report) return;
    desk.dataset.pane = 'all';
    for (const tab of /** @type {Exclude<Tab, 'article'>[]} */ (Object.keys(kViews))) {
      byId(`panel-${tab}`).hidden = false;
      drawView(tab, state);
      viewOf(tab).finish?.();
      appendRests(elementOf(tab));
    }
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
    if (changed.has('report')) {
      // What was found in the article before is not of the one on its way.
      if (!state.report) for (const tab of drawn) elementOf(tab).hidden = true;
      drawn.clear();
    }
    if (changed.has('report') || changed.has('tab')) draw(state);
    if (changed.has('selection')) {
      for (const tab of drawn) views.get(tab)?.point?.(state.selection?.key ?? '');
    }
  });
  sideBySide.addEventListener('change', () => draw(store.get()));
  addEventListener('beforeprint', drawForPrint);
  addEventListener('afterprint', () => draw(store.get()));

  for (const item of tabButtons) {
    item.addEventListener('click', () => store.set({tab: /** @type {Tab} */ (item.dataset.tab)}));
    item.addEventListener('keydown', (event) => moveAlongTabs(item, event));
  }

  return {
    /** Makes the view that the first article will be seen with. */
    prepare: () => viewOf('summary'),
  };
}

/** Where a view stands in its panel, below the title. @param {Tab} tab */
const elementOf = (tab) => /** @type {HTMLElement} */ (byId(`panel-${tab}`).querySelector('.view'));

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
