// Several kept articles side by side, in place of the desk. Each is analysed here, one after the other, by a worker of
// its own, which ends when that is done.
import {createAnalysisClient} from '../analysis_client.js';
import {indexOf} from '../report_index.js';
import {selectionOfEntity, selectionOfEvent, selectionOfFigure} from '../selections.js';
import {strings} from '../strings.js';
import {button, make} from '../views/element.js';
import {connectWorker} from '../worker_connection.js';
import {announce, byId} from './elements.js';

/** @typedef {import('../state.js').Store} Store */
/** @typedef {import('./actions.js').Actions} Actions */
/** @typedef {import('../compare/article_set.js').SetArticle} SetArticle */
/** @typedef {{id: string, title: string, text: string, givenDate: string}} Chosen */

const kMost = 24;  // articles

/**
 * Listens on the document for "comparearticles", whose detail are the articles to show together, two or more: whoever
 * lists articles need not know this pane.
 * @param {Store} store
 * @param {Actions} actions
 */
export function startComparePane(store, actions) {
  const pane = byId('compare');
  /** What had the focus before. @type {HTMLElement | null} */
  let owner = null;
  let turn = 0;

  function close() {
    turn++;
    pane.hidden = true;
    pane.replaceChildren();
    delete document.body.dataset.comparing;
    if (owner?.isConnected && owner.offsetParent !== null) owner.focus();
    else byId('sheet').focus({preventScroll: true});
  }

  /** Opens an article of the set, and marks an item in it. @param {SetArticle} article @param {string} key */
  function openItem(article, key) {
    close();
    const stop = store.subscribe(({report, reportText}, changed) => {
      if (!changed.has('report') || !report || reportText !== article.text) return;
      stop();
      const {entities} = indexOf(report);
      const event = report.timeline.find(({id}) => id === key);
      const figure = report.figures.find(({id}) => id === key);
      const entity = entities.get(key);
      const selection = event ? selectionOfEvent(report, event) : figure ? selectionOfFigure(figure, article.text) :
        entity ? selectionOfEntity(entity) : null;
      if (selection) actions.show(selection);
    });
    const givenDate = article.report.reference_date_source === 'given' ? article.date : '';
    actions.openArticle(article.text, {givenDate});
  }

  /** @param {Chosen[]} chosen */
  async function compare(chosen) {
    const mine = ++turn;
    owner = /** @type {HTMLElement | null} */ (document.activeElement);
    const words = strings.compare;
    const status = make('p', {class: 'none', role: 'status'});
    const content = make('div', {class: 'compare-content'});
    const title = make('h1', {tabindex: '-1'}, words.title(Math.min(chosen.length, kMost)));
    pane.replaceChildren(make('div', {class: 'compare-head'}, title,
      button({'class': 'quiet', 'data-act': 'close-compare'}, close, words.close)), status, content);
    document.body.dataset.comparing = 'true';
    pane.hidden = false;
    window.scrollTo(0, 0);
    title.focus({preventScroll: true});

    const client = createAnalysisClient(connectWorker);
    try {
      /** @type {SetArticle[]} */
      const articles = [];
      for (const [i, {id, title: name, text, givenDate}] of chosen.slice(0, kMost).entries()) {
        status.textContent = words.progress(i + 1, Math.min(chosen.length, kMost));
        const {report} = await client.analyze(text, givenDate || null);
        if (mine !== turn) return;
        articles.push({id, title: name, text, date: report.reference_date ?? '', report});
      }
      articles.sort((a, b) => a.date.localeCompare(b.date));
      const {renderCompare} = await import('../views/compare.js');
      if (mine !== turn) return;
      status.remove();
      renderCompare(content, articles, {open: openItem});
      announce(words.ready(articles.length));
    } catch (error) {
      if (mine === turn) status.textContent = words.failed(error instanceof Error ? error.message : String(error));
    } finally {
      client.end();
    }
  }

  pane.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  });
  document.addEventListener('comparearticles', (event) => {
    compare(/** @type {CustomEvent<Chosen[]>} */ (event).detail);
  });
}
