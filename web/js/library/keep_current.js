// Puts the article that is in the page into the library.
import {strings} from '../strings.js';
import {titleOf} from './title_of.js';

/** @param {import('../state.js').Store} store @returns {Promise<string>} how it went, in words */
export async function keepCurrent(store) {
  const {report, reportText, givenDate, source} = store.get();
  if (!report) return '';
  const {keepArticles, LibraryError} = await import('./kept_articles.js');
  const headline = report.blocks.find(({kind}) => kind === 'headline');
  const title = titleOf(headline ? reportText.slice(headline.start, headline.end) : reportText);
  try {
    await keepArticles([{title, text: reportText, givenDate, source}]);
    navigator.storage?.persist?.().catch(() => {});
    return strings.library.kept;
  } catch (error) {
    if (error instanceof LibraryError) return error.message;
    throw error;
  }
}
