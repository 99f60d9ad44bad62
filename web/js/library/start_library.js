// The library of kept articles: its sheet is loaded when it is first opened.
import {byId} from '../app/elements.js';
import {keepCurrent} from './keep_current.js';

/**
 * @param {import('../state.js').Store} store
 * @param {import('../app/actions.js').Actions} actions
 */
export function startLibrary(store, actions) {
  async function open() {
    const {openLibrary} = await import('./library_sheet.js');
    await openLibrary({
      open: ({text, givenDate, source}) => actions.openArticle(text, {givenDate, source}),
      keepCurrent: store.get().report ? () => keepCurrent(store) : null,
    });
  }
  async function keep() {
    if (!store.get().report) return;
    store.set({notice: await keepCurrent(store)});
  }
  byId('library').addEventListener('click', open);
  return {open, keep};
}
