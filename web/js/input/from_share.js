// What another app shared with the installed one: the service worker put it aside and opened the page with "?shared".
// Files that the system opens with the app come here too.
import {strings} from '../strings.js';

const kSharedCache = 'dateline-shared';

/**
 * @param {import('../state.js').Store} store
 * @param {import('./receive_articles.js').Receiver} receiver
 */
export function startFromShare(store, receiver) {
  /** @type {any} */ (window).launchQueue?.setConsumer(async (/** @type {any} */ {files}) => {
    if (!files?.length) return;
    receiver.receiveFiles(await Promise.all(files.map((/** @type {any} */ file) => file.getFile())));
  });
  if (!new URLSearchParams(location.search).has('shared')) return;
  history.replaceState(null, '', location.pathname);
  take(store, receiver).catch(() => store.set({notice: strings.input.nothingShared}));
}

/**
 * @param {import('../state.js').Store} store
 * @param {import('./receive_articles.js').Receiver} receiver
 */
async function take(store, receiver) {
  const cache = await caches.open(kSharedCache);
  const address = (/** @type {string} */ name) => new URL(`shared/${name}`, location.href).href;
  const kept = await cache.match(address('words'));
  if (!kept) throw new Error('nothing');
  const {title, text, url, files} = await kept.json();
  /** @type {File[]} */
  const shared = [];
  for (let i = 0; i < files; i++) {
    const response = await cache.match(address(String(i)));
    if (!response) continue;
    const name = decodeURIComponent(response.headers.get('X-Name') ?? '') || strings.input.sharedFile;
    shared.push(new File([await response.blob()], name, {type: response.headers.get('Content-Type') ?? ''}));
  }
  await caches.delete(kSharedCache);
  if (shared.length > 0) return receiver.receiveFiles(shared);

  const source = [url, text].map((words) => /^\s*(https?:\/\/\S+)\s*$/.exec(words)?.[1]).find(Boolean) ?? '';
  const words = text.trim() === source ? '' : text;
  if (!/\S/.test(words)) {
    store.set({notice: source ? strings.input.onlyAddress : strings.input.nothingShared});
    return;
  }
  const whole = title && !words.includes(title) ? `${title}\n\n${words}` : words;
  receiver.receive({text: whole, title: '', date: null, note: '', source});
}
