// Taking an article away: the sheet of exports, loaded when it is first asked for.
import {byId} from '../app/elements.js';
import {keepCurrent} from '../library/keep_current.js';

/** @param {import('../state.js').Store} store */
export function startOutput(store) {
  async function open() {
    const state = store.get();
    if (!state.report) return;
    const {openTakeAway} = await import('./take_away_sheet.js');
    openTakeAway(state, {keep: () => keepCurrent(store)});
  }
  byId('take').addEventListener('click', open);
  return {open};
}
