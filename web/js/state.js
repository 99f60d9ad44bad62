// The one place of state. Views read it, wiring changes it, and everybody who subscribed hears which keys changed.

/** @typedef {import('./report_types.js').Report} Report */
/** @typedef {import('./report_types.js').Selection} Selection */
/** @typedef {'person' | 'organization' | 'place' | 'other' | 'time' | 'quote'} Layer */
/** @typedef {'article' | 'summary' | 'timeline' | 'quotes' | 'entities'} Tab */

/**
 * @typedef {object} State
 * @property {string} text              as typed or pasted, line ends as "\n"
 * @property {string} givenDate         publication date set by the reader, "YYYY-MM-DD"; "" where not set
 * @property {string} dateWhy           where `givenDate` was found, in words; "" where the reader set it
 * @property {string} source            where the text came from: an address or a file's name; "" where not known
 * @property {'edit' | 'read'} mode
 * @property {Tab} tab                  'article' counts only where article and findings do not fit side by side
 * @property {Tab} cameFrom            the view whose item was picked last
 * @property {boolean} opening          an article came and is to be shown marked up as soon as its report is there
 * @property {'empty' | 'working' | 'ready' | 'too_long' | 'failed'} phase
 * @property {Report | null} report     of `reportText`, which may be older than `text` while a run is under way
 * @property {string} reportText
 * @property {number} milliseconds      what the last analysis took
 * @property {number} words             of `reportText`
 * @property {string} notice            something to tell the reader, or ""
 * @property {string} putAside          text cleared by "New article", so that it can be brought back
 * @property {Selection | null} selection
 * @property {Record<Layer, boolean>} layers
 */

/** @returns {State} */
export function initialState() {
  return {
    text: '',
    givenDate: '',
    dateWhy: '',
    source: '',
    mode: 'edit',
    tab: 'summary',
    cameFrom: 'summary',
    opening: false,
    phase: 'empty',
    report: null,
    reportText: '',
    milliseconds: 0,
    words: 0,
    notice: '',
    putAside: '',
    selection: null,
    layers: {person: true, organization: true, place: true, other: true, time: true, quote: true},
  };
}

/**
 * @param {State} initial
 */
export function createStore(initial) {
  let state = initial;
  /** @type {Set<(state: State, changed: Set<keyof State>) => void>} */
  const listeners = new Set();

  return {
    /** The state as it is now; never changed in place. */
    get: () => state,

    /** Replaces the given keys; listeners hear of those whose value is another one. @param {Partial<State>} patch */
    set(patch) {
      const keys = /** @type {(keyof State)[]} */ (Object.keys(patch));
      const changed = new Set(keys.filter((key) => !Object.is(state[key], patch[key])));
      if (changed.size === 0) return;
      state = {...state, ...patch};
      for (const listener of [...listeners]) listener(state, changed);
    },

    /** @param {(state: State, changed: Set<keyof State>) => void} listener */
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** @typedef {ReturnType<typeof createStore>} Store */
