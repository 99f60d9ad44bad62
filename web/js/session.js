// What a reader typed survives a reload of the tab. A browser that forbids or runs out of storage costs only that.

const kKey = 'dateline.session';
const kMaxKept = 2_000_000;  // characters; browsers keep about five megabytes, and refuse slowly

/**
 * @typedef {{text: string, givenDate: string, dateWhy: string, source: string, mode: 'edit' | 'read'}} Session  as in
 *     state.js
 */

/** @param {Session} session */
export function saveSession(session) {
  try {
    if (session.text === '' || session.text.length > kMaxKept) sessionStorage.removeItem(kKey);
    else sessionStorage.setItem(kKey, JSON.stringify(session));
  } catch {
    // Storage is full or forbidden: the text stays in the page's memory.
  }
}

/** @returns {Session | null} */
export function loadSession() {
  try {
    const {text, givenDate, dateWhy = '', source = '', mode} = JSON.parse(sessionStorage.getItem(kKey) ?? '');
    if ([text, givenDate, dateWhy, source].some((value) => typeof value !== 'string')) return null;
    return {text, givenDate, dateWhy, source, mode: mode === 'read' ? 'read' : 'edit'};
  } catch {
    return null;
  }
}
