// Articles kept in this browser (IndexedDB). Every function fails with a LibraryError, whose message can be shown.
import {openDB} from 'idb';
import {strings} from '../strings.js';
import {textId} from './text_id.js';

const kDatabase = 'dateline';
const kVersion = 1;
const kStore = 'articles';

/**
 * @typedef {object} KeptArticle
 * @property {string} id         of the text, see textId()
 * @property {string} title      its headline, or its first words
 * @property {string} text       line ends as "\n"
 * @property {string} givenDate  publication date set by the reader, "YYYY-MM-DD"; "" to take the article's own
 * @property {string} source     where it came from: an address or a file's name; "" where not known
 * @property {string} savedAt    ISO 8601, UTC
 */

/** @typedef {'no_storage' | 'full' | 'newer' | 'failed'} LibraryErrorCode */

/** What went wrong with the browser's storage, in words. */
export class LibraryError extends Error {
  /** @param {LibraryErrorCode} code @param {unknown} [cause] */
  constructor(code, cause) {
    super(strings.library.errors[code], {cause});
    this.name = 'LibraryError';
    this.code = code;
  }
}

/** @param {unknown} cause @returns {LibraryError} */
function inWords(cause) {
  if (cause instanceof LibraryError) return cause;
  const name = cause instanceof Error ? cause.name : '';
  if (name === 'QuotaExceededError') return new LibraryError('full', cause);
  if (name === 'VersionError') return new LibraryError('newer', cause);
  // Private windows and blocked storage: no indexedDB at all, or opening it is refused.
  if (['SecurityError', 'InvalidStateError', 'TypeError', 'ReferenceError', 'UnknownError'].includes(name)) {
    return new LibraryError('no_storage', cause);
  }
  return new LibraryError('failed', cause);
}

/** @type {Promise<import('idb').IDBPDatabase> | null} */
let opening = null;

function open() {
  opening ??= openDB(kDatabase, kVersion, {
    upgrade(database) {
      database.createObjectStore(kStore, {keyPath: 'id'});
    },
    terminated() {
      opening = null;
    },
    blocking(_current, _blocked, event) {
      /** @type {IDBDatabase} */ (event.target).close();
      opening = null;
    },
  }).catch((error) => {
    opening = null;
    throw error;
  });
  return opening;
}

/**
 * @template Result
 * @param {(database: import('idb').IDBPDatabase) => Promise<Result>} act
 */
async function use(act) {
  try {
    return await act(await open());
  } catch (error) {
    throw inWords(error);
  }
}

/** All of them, the newest first. @returns {Promise<KeptArticle[]>} */
export async function keptArticles() {
  const all = await use((database) => database.getAll(kStore));
  return all.sort((a, b) => b.savedAt.localeCompare(a.savedAt) || a.title.localeCompare(b.title));
}

/** @param {string} id @returns {Promise<KeptArticle | undefined>} */
export function keptArticle(id) {
  return use((database) => database.get(kStore, id));
}

/**
 * Keeps articles, all or none; one with the same text takes the place of the one kept before.
 * @param {(Pick<KeptArticle, 'title' | 'text'> & Partial<KeptArticle>)[]} articles
 * @returns {Promise<KeptArticle[]>} as they are kept
 */
export function keepArticles(articles) {
  const savedAt = new Date().toISOString();
  const kept = articles.map(({title, text, givenDate = '', source = '', savedAt: at = savedAt}) =>
    ({id: textId(text), title, text, givenDate, source, savedAt: at}));
  return use(async (database) => {
    const transaction = database.transaction(kStore, 'readwrite');
    await Promise.all([...kept.map((article) => transaction.store.put(article)), transaction.done]);
    return kept;
  });
}

/** @param {string} id */
export function forgetArticle(id) {
  return use((database) => database.delete(kStore, id));
}
