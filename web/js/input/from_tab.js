// An article that another tab sends, by the bookmark "Send to Dateline". That tab opened this page and is told that it
// is ready; what it sends is shown with the origin that the browser vouches for, and read only when the reader says so.
import {openSheet} from '../app/sheet.js';
import {strings} from '../strings.js';
import {button, make} from '../views/element.js';

/** The page's address in a bookmark ends with this. */
export const kFromTab = '#from-tab';
export const kReady = 'dateline:ready';
const kMaxHtml = 20_000_000;  // characters
const kAskEvery = 200;        // milliseconds
const kPatience = 8_000;

/**
 * The address of the bookmark: a script that runs in the article's tab.
 * @param {string} page  this page's address, without a fragment
 */
export function bookmarklet(page) {
  const script = `(()=>{const p=${JSON.stringify(page)},o=new URL(p).origin,w=open(p+${JSON.stringify(kFromTab)});` +
    `if(!w)return;addEventListener('message',function f(e){` +
    `if(e.source!==w||e.origin!==o||e.data!==${JSON.stringify(kReady)})return;` +
    `removeEventListener('message',f);` +
    `w.postMessage({dateline:'article',address:location.href,title:document.title,` +
    `html:document.documentElement.outerHTML},o)})})()`;
  return `javascript:${encodeURIComponent(script)}`;
}

/**
 * @param {import('../state.js').Store} store
 * @param {import('./receive_articles.js').Receiver} receiver
 */
export function startFromTab(store, receiver) {
  if (location.hash !== kFromTab) return;
  history.replaceState(null, '', location.pathname + location.search);
  const opener = /** @type {Window | null} */ (window.opener);
  if (!opener) {
    store.set({notice: strings.input.noTab});
    return;
  }
  // The other tab's origin is not known yet, and "ready" is no secret.
  const asking = setInterval(() => opener.postMessage(kReady, '*'), kAskEvery);
  const giveUp = setTimeout(() => {
    end();
    store.set({notice: strings.input.noTab});
  }, kPatience);
  function end() {
    clearInterval(asking);
    clearTimeout(giveUp);
    removeEventListener('message', receive);
  }

  /** @param {MessageEvent} event */
  function receive({source, origin, data}) {
    if (source !== opener || data?.dateline !== 'article' || typeof data.html !== 'string') return;
    end();
    if (data.html.length > kMaxHtml) store.set({notice: strings.input.problems.too_long});
    else ask(origin, data, receiver);
  }
  addEventListener('message', receive);
}

/**
 * @param {string} origin @param {{html: string, title?: unknown, address?: unknown}} sent
 * @param {import('./receive_articles.js').Receiver} receiver
 */
function ask(origin, {html, title, address}, receiver) {
  const words = strings.input;
  const named = typeof title === 'string' ? title.slice(0, 200) : '';
  // What the sender says of itself counts only where the browser says the same.
  const from = typeof address === 'string' && originOf(address) === origin ? address : '';
  const sheet = openSheet(words.tabTitle,
    make('p', {class: 'sender'}, make('strong', {}, origin), ' ', words.tabSends),
    named ? make('p', {class: 'sent-title'}, named) : '',
    make('p', {class: 'how'}, words.tabSafe),
    make('div', {class: 'over-tools'},
      button({'class': 'primary', 'data-act': 'accept'}, async () => {
        sheet.close();
        const {articleOfPage} = await import('./article_of_page.js');
        const {whole, ...article} = articleOfPage(html);
        receiver.receive({...article, source: from, note: whole ? words.wholePage : ''});
      }, words.tabRead),
      button({'class': 'quiet', 'data-act': 'refuse'}, () => sheet.close(), words.tabRefuse)));
  /** @type {HTMLElement | null} */ (sheet.element.querySelector('[data-act=accept]'))?.focus();
}

/** The origin of an address; "" where it is none. @param {string} address */
function originOf(address) {
  try {
    return new URL(address).origin;
  } catch {
    return '';
  }
}
