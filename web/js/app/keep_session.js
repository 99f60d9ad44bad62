// What is in the page is kept for a reload of the tab, and brought back after it.
import {loadSession, saveSession} from '../session.js';
import {textArea} from './elements.js';
import {fillField} from './field.js';

/** @typedef {import('../state.js').Store} Store */
/** @typedef {import('./actions.js').Actions} Actions */

const kRest = 600;  // milliseconds without a change before it is kept

/** @param {Store} store */
export function startKeepingSession(store) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  function saveNow() {
    clearTimeout(timer);
    const {text, givenDate, dateWhy, source, mode} = store.get();
    saveSession({text, givenDate, dateWhy, source, mode});
  }
  store.subscribe((_, changed) => {
    if (!changed.has('text') && !changed.has('givenDate') && !changed.has('mode')) return;
    clearTimeout(timer);
    timer = setTimeout(saveNow, kRest);
  });
  window.addEventListener('pagehide', saveNow);
}

/** @param {Store} store @param {Actions} actions */
export function bringBackSession(store, actions) {
  const session = loadSession();
  if (session) {
    const text = fillField(session.text);
    store.set({givenDate: session.givenDate, dateWhy: session.dateWhy, source: session.source});
    actions.setText(text, {read: session.mode === 'read'});
  } else if (textArea.value !== '') {
    actions.setText(textArea.value);  // typed while the page was loading, or kept by the browser
  }
}
