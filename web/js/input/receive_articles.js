// One door for every article that comes from outside the field: a file, a link, another tab, the share menu. It is
// shown as an article, with its publication date as found and why; of several the first is shown and all are kept.
import {strings} from '../strings.js';
import {InputError} from './incoming.js';

/** @typedef {import('../state.js').Store} Store */
/** @typedef {import('../app/actions.js').Actions} Actions */
/** @typedef {import('./incoming.js').Incoming} Incoming */

/**
 * @param {Store} store
 * @param {Actions} actions
 */
export function createReceiver(store, actions) {
  /** @param {Incoming} article */
  function receive({text, date, note, source}) {
    const {text: before} = store.get();
    actions.openArticle(text, {
      givenDate: date?.date ?? '', dateWhy: date ? strings.input.dateWhy(date.place) : '', source,
    });
    const replaced = before !== '' && before !== text;
    if (replaced) store.set({putAside: before});
    if (note || replaced) store.set({notice: note || strings.notice.replaced});
  }

  /** @param {File[]} files */
  async function receiveFiles(files) {
    const {articleOfFile} = await import('./file_article.js');
    store.set({notice: strings.input.readingFile(files[0].name)});
    /** @type {Incoming[]} */
    const articles = [];
    /** @type {string[]} */
    const problems = [];
    for (const file of files) {
      try {
        articles.push(await articleOfFile(file));
      } catch (error) {
        problems.push(error instanceof InputError ? error.message : strings.input.problems.reader_failed);
      }
    }
    if (articles.length > 0) receive(articles[0]);
    if (articles.length > 1) problems.unshift(await keepAll(articles));
    if (problems.length > 0) store.set({notice: problems.join(' ')});
    else if (store.get().notice === strings.input.readingFile(files[0].name)) store.set({notice: ''});
  }

  return {receive, receiveFiles};
}

/** @typedef {ReturnType<typeof createReceiver>} Receiver */

/** @param {Incoming[]} articles @returns {Promise<string>} what came of it, in words */
async function keepAll(articles) {
  const {keepArticles, LibraryError} = await import('../library/kept_articles.js');
  const {titleOf} = await import('../library/title_of.js');
  try {
    await keepArticles(articles.map(({title, text, date, source}) => ({
      title: titleOf(text, title), text, source, givenDate: date?.date ?? '',
    })));
    return strings.input.severalKept(articles.length);
  } catch (error) {
    if (error instanceof LibraryError) return `${strings.input.firstOf(articles.length)} ${error.message}`;
    throw error;
  }
}
