// The service worker: the page and its module are kept when the page is first visited, readers for files when they are
// first used, or at once where the page is installed as an app. It also takes what other apps share with this one.
import {clientsClaim} from 'workbox-core';
import {cleanupOutdatedCaches, precacheAndRoute} from 'workbox-precaching';

/** The build writes them here: what is kept at once, and the larger files that wait until they are used. */
const kKept = /** @type {{url: string, revision: string | null}[]} */ (__KEPT_FILES__);
const kLater = /** @type {string[]} */ (__LATER_FILES__);

const kLaterCache = 'dateline-later';
const kSharedCache = 'dateline-shared';
const scope = /** @type {any} */ (self);
const address = (/** @type {string} */ path) => new URL(path, scope.registration.scope).href;

scope.addEventListener('fetch', (/** @type {any} */ event) => {
  const {request} = event;
  if (request.method === 'POST' && request.url === address('share-target')) event.respondWith(takeShared(request));
});

cleanupOutdatedCaches();
// "?shared" and the like are the same page.
precacheAndRoute(kKept, {ignoreURLParametersMatching: [/./]});
clientsClaim();

scope.addEventListener('fetch', (/** @type {any} */ event) => {
  const {request} = event;
  if (request.method === 'GET' && kLater.some((path) => request.url === address(path))) {
    event.respondWith(fromLater(request));
  }
});

/** @param {Request} request */
async function fromLater(request) {
  const cache = await caches.open(kLaterCache);
  const kept = await cache.match(request.url);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request.url, response.clone());
  return response;
}

/** Leaves out what an older version kept. */
async function tidyLater() {
  const cache = await caches.open(kLaterCache);
  const wanted = new Set(kLater.map(address));
  for (const {url} of await cache.keys()) if (!wanted.has(url)) await cache.delete(url);
}
scope.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(tidyLater()));

scope.addEventListener('message', (/** @type {any} */ event) => {
  if (event.data?.type === 'SKIP_WAITING') scope.skipWaiting();
  if (event.data?.type === 'KEEP_ALL') {
    event.waitUntil(Promise.allSettled(kLater.map((path) => fromLater(new Request(address(path))))));
  }
});

/** Puts what was shared where the page finds it, and opens the page. @param {Request} request */
async function takeShared(request) {
  try {
    const form = await request.formData();
    const cache = await caches.open(kSharedCache);
    const files = form.getAll('files').filter((part) => typeof part !== 'string');
    const words = Object.fromEntries(['title', 'text', 'url'].map((name) => [name, form.get(name) ?? '']));
    await Promise.all(files.map((file, i) => cache.put(address(`shared/${i}`), new Response(file, {
      headers: {'Content-Type': file.type || 'application/octet-stream', 'X-Name': encodeURIComponent(file.name)},
    }))));
    await cache.put(address('shared/words'), Response.json({...words, files: files.length}));
  } catch {
    // The page opens all the same, and says that nothing came.
  }
  return Response.redirect(address('?shared'), 303);
}
