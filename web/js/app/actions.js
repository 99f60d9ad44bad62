// What a reader does, as changes of the state: opening an article, reading, editing, walking through what is marked.
import {strings} from '../strings.js';
import {announce, sheet, sideBySide, textArea} from './elements.js';
import {emptyField, fillField, focusField} from './field.js';

/** @typedef {import('../report_types.js').Selection} Selection */
/** @typedef {import('../state.js').Store} Store */
/** @typedef {import('../state.js').Tab} Tab */
/** @typedef {ReturnType<typeof import('../analysis.js')['createAnalysis']>} Analysis */

/**
 * @param {Store} store
 * @param {Analysis} analysis
 */
export function createActions(store, analysis) {
  /** Where the article is what has to be seen, the view of findings stays only beside it. */
  const tabBesideArticle = () => sideBySide.matches ? store.get().tab : /** @type {Tab} */ ('article');

  return {
    /** The text is another one, typed or taken over; typing, read: as analysis.request() has them. */
    setText: analysis.request,

    /**
     * Shows a text as an article: what a paste, a file or a sample does.
     * @param {string} text
     * @param {{givenDate?: string, dateWhy?: string, source?: string}} [options]
     *     givenDate: publication date known from elsewhere, "YYYY-MM-DD"; dateWhy: from where, in words; source: an
     *     address or a file's name
     */
    openArticle(text, {givenDate = '', dateWhy = '', source = ''} = {}) {
      store.set({tab: tabBesideArticle(), givenDate, dateWhy, source});
      analysis.request(fillField(text), {read: true});
      window.scrollTo(0, 0);
      const fromField = document.activeElement === textArea;
      if (fromField && store.get().opening) sheet.focus({preventScroll: true});
    },

    /** Marks the words of an item; the same name again goes on to its next mention. @param {Selection} selection */
    show(selection) {
      const {selection: shown, tab} = store.get();
      const index = shown?.key === selection.key && !selection.together ? (shown.index + 1) % selection.spans.length :
        selection.index;
      store.set({
        mode: 'read', cameFrom: tab, tab: sideBySide.matches ? tab : 'article', selection: {...selection, index},
      });
    },

    /** Goes on to another mention. @param {number} by */
    step(by) {
      const {selection} = store.get();
      if (!selection) return;
      const count = selection.spans.length;
      store.set({selection: {...selection, index: (selection.index + by + count) % count, inSight: false}});
    },

    edit() {
      store.set({mode: 'edit', opening: false, selection: null, tab: tabBesideArticle()});
      focusField();
      announce(strings.article.editing);
    },

    read() {
      if (store.get().phase !== 'ready' && store.get().phase !== 'working') return;
      store.set({mode: 'read'});
      sheet.focus({preventScroll: true});
      announce(strings.article.reading);
    },

    /** Puts the article aside. */
    clear() {
      store.set({putAside: store.get().text, givenDate: '', dateWhy: '', source: '', tab: 'summary'});
      emptyField();
      analysis.request('');
      store.set({notice: strings.notice.cleared});
      textArea.focus();
    },

    /** @param {string} givenDate  "YYYY-MM-DD"; "" to take the article's own @param {{typing?: boolean}} [options] */
    setDate(givenDate, options) {
      store.set({givenDate, dateWhy: ''});
      const {text} = store.get();
      if (text !== '') analysis.request(text, options);
    },
  };
}

/** @typedef {ReturnType<typeof createActions>} Actions */
