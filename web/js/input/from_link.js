// An article that came in the page's own address: packed behind the "#", where no server sees it.
import {strings} from '../strings.js';

/**
 * Takes over the article that the address carries, now and whenever the address changes, and frees the address of it.
 * @param {import('../state.js').Store} store
 * @param {import('./receive_articles.js').Receiver} receiver
 * @returns {boolean} whether there is one now
 */
export function startFromLink(store, receiver) {
  const carries = () => location.hash.startsWith('#article=');

  async function take() {
    const fragment = location.hash;
    history.replaceState(null, '', location.pathname + location.search);
    const {articleOfLink} = await import('../output/article_link.js');
    const article = await articleOfLink(fragment);
    if (!article || !/\S/.test(article.text)) {
      store.set({notice: strings.input.brokenLink});
      return;
    }
    const {text, givenDate, source} = article;
    receiver.receive({
      text, source, title: '', note: strings.input.fromLink,
      date: givenDate ? {date: givenDate, place: strings.input.inLink} : null,
    });
  }

  window.addEventListener('hashchange', () => {
    if (carries()) take();
  });
  if (!carries()) return false;
  take();
  return true;
}
