// What the page tells a reader about its work: how long the text is, how long the analysis took, what went wrong.
import {kWordsAMinute} from '../reading_time.js';
import {strings} from '../strings.js';
import {afterShown} from '../views/after_frame.js';
import {button, make} from '../views/element.js';
import {announce, byId, sheet} from './elements.js';

/** @typedef {import('../state.js').Store} Store */
/** @typedef {import('../state.js').State} State */
/** @typedef {import('./actions.js').Actions} Actions */

const kPatience = 300;  // milliseconds of work until it is spoken of

/**
 * @param {Store} store
 * @param {Actions} actions
 */
export function startStatusLine(store, actions) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {State} state */
  function drawStatus(state) {
    clearTimeout(timer);
    if (state.phase !== 'working') return showStatus(state);
    timer = setTimeout(showStatus, kPatience, state);
    // What is there is of another article.
    if (state.opening) byId('status').replaceChildren();
  }

  /** @param {State} state */
  function showStatus(state) {
    const element = byId('status');
    element.dataset.phase = state.phase;
    if (state.phase === 'ready' && state.report) {
      element.replaceChildren(
        make('span', {class: 'words-count'}, strings.status.words(state.words)),
        make('span', {class: 'minutes'}, strings.status.minutes(Math.max(1, Math.round(state.words / kWordsAMinute)))),
        strings.status.time(state.milliseconds));
    } else {
      element.textContent = state.phase === 'working' ? strings.status.working : '';
    }
  }

  /** @param {State} state */
  function drawNotice(state) {
    const element = byId('notice');
    if (state.notice === '') return element.replaceChildren();
    const aside = state.notice === strings.notice.cleared || state.notice === strings.notice.replaced;
    const bringBack = aside && state.putAside !== '' ?
      button({class: 'link'}, () => {
        actions.openArticle(state.putAside);
        sheet.focus({preventScroll: true});  // the button goes
      }, strings.notice.bringBack) : '';
    element.replaceChildren(make('p', {}, state.notice, ' ', bringBack));
  }

  store.subscribe((state, changed) => {
    if (changed.has('report') && state.report) {
      const {entities, timeline, quotes} = state.report;
      afterShown(() => announce(strings.status.announce(
        {names: entities.length, events: timeline.length, quotes: quotes.length})));
    }
    if (changed.has('phase') || changed.has('report')) drawStatus(state);
    if (changed.has('notice')) drawNotice(state);
  });
}
