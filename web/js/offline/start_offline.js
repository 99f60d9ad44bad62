// Keeps the page for use without a network, and says when a newer version of it is ready.
import {byId} from '../app/elements.js';
import {strings} from '../strings.js';
import {button, make} from '../views/element.js';

/** Whether this page is the one that is a single file, with everything in it. */
const isOneFile = () => document.getElementById('worker-analysis') !== null;

export function startOffline() {
  if (!import.meta.env.PROD || isOneFile() || !('serviceWorker' in navigator)) return;
  // After everything that the reader waits for.
  if (document.readyState === 'complete') register();
  else addEventListener('load', () => register(), {once: true});
}

async function register() {
  const {Workbox} = await import('workbox-window');
  const workbox = new Workbox('./service_worker.js', {updateViaCache: 'none'});
  workbox.addEventListener('waiting', () => announceUpdate(() => {
    workbox.addEventListener('controlling', () => location.reload());
    workbox.messageSkipWaiting();
  }));
  try {
    await workbox.register();
  } catch {
    return;  // The browser forbids it: the page works, but not without a network.
  }
  const keepAll = () => workbox.messageSW({type: 'KEEP_ALL'}).catch(() => {});
  if (matchMedia('(display-mode: standalone)').matches) keepAll();
  addEventListener('appinstalled', keepAll);
  // A page that stays open for days hears of a newer version too.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') workbox.update().catch(() => {});
  });
}

/** @param {() => void} use */
function announceUpdate(use) {
  const words = strings.offline;
  const line = byId('update');
  line.replaceChildren(make('p', {}, words.update, ' ', button({'class': 'link', 'data-act': 'update'}, use, words.use),
    ' ', button({class: 'link'}, () => line.replaceChildren(), words.later)));
}
