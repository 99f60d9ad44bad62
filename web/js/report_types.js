// Names for the parts of a report, so that views can say in a word what they are given.

/** @typedef {import('../../wasm/dateline.js').Report} Report */
/** @typedef {Report['entities'][number]} Entity */
/** @typedef {Report['timeline'][number]} TimelineEvent */
/** @typedef {Report['quotes'][number]} Quote */
/** @typedef {Report['figures'][number]} Figure */
/** @typedef {Report['blocks'][number]} Block */
/** @typedef {Report['warnings'][number]} Warning */

/**
 * A half-open range of UTF-16 units of the text, as JavaScript strings are indexed.
 * @typedef {{start: number, end: number}} Span
 */

/**
 * Something a reader asked to see in the text.
 * @typedef {object} Selection
 * @property {string} key       id of the item in its list: "v3", "q1", "e2", "s0" …
 * @property {keyof (typeof import('./strings.js'))['strings']['locator']['kinds']} kind
 * @property {string} label     what it is, in words
 * @property {Span[]} spans     the places it came from, in text order, at least one
 * @property {number} index     which of them is marked; of no meaning where `together`
 * @property {boolean} [together]  all spans are one thing, in pieces: all are marked
 * @property {boolean} [inSight]  it was picked in the article itself, which then need not move
 * @property {Span[]} [beside]  words shown softly along with the mark: the date of an event, the speaker of a quote
 */

/** Called by a view when a reader picks an item. @typedef {(selection: Selection) => void} Show */

export {};
