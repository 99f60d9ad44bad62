// From a file's bytes to its text. The byte order mark decides where there is one; then what an HTML page says of
// itself; then UTF-8 where the bytes are valid UTF-8; and windows-1252, which takes any bytes, where nothing else fits.

/** @typedef {{text: string, encoding: string, guessed: boolean}} Decoded  guessed: the bytes do not prove it */

const kSniffed = 4096;  // bytes looked at to tell what a file is

/**
 * @param {Uint8Array} bytes
 * @param {{html?: boolean}} [options]  html: the bytes may name their encoding, as HTML does
 * @returns {Decoded | null} null where the bytes are no text at all; line ends as "\n"
 */
export function decodeText(bytes, {html = false} = {}) {
  const {encoding, guessed} = encodingOf(bytes, html);
  if (encoding === '') return null;
  const text = new TextDecoder(encoding).decode(bytes).replace(/\r\n?/g, '\n');
  return {text, encoding, guessed};
}

/** @param {Uint8Array} bytes @param {boolean} html */
function encodingOf(bytes, html) {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return {encoding: 'utf-8', guessed: false};
  if (a === 0xff && b === 0xfe) return {encoding: 'utf-16le', guessed: false};
  if (a === 0xfe && b === 0xff) return {encoding: 'utf-16be', guessed: false};
  const wide = zeroBytes(bytes);
  if (wide !== '') return {encoding: wide === 'binary' ? '' : wide, guessed: true};
  if (html) {
    const named = namedInHtml(bytes);
    if (named) return {encoding: named, guessed: false};
  }
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(bytes);
    return {encoding: 'utf-8', guessed: false};
  } catch {
    return {encoding: 'windows-1252', guessed: true};
  }
}

/**
 * Text in UTF-16 without a mark has a zero in every other byte; anything else with zeros is no text.
 * @param {Uint8Array} bytes @returns {'' | 'utf-16le' | 'utf-16be' | 'binary'}
 */
function zeroBytes(bytes) {
  const length = Math.min(bytes.length, kSniffed);
  const zeros = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 1]++;
  const [even, odd] = zeros;
  if (even + odd === 0) return '';
  const most = length * 0.2;
  if (bytes.length % 2 === 0 && odd > most && even < odd / 20) return 'utf-16le';
  if (bytes.length % 2 === 0 && even > most && odd < even / 20) return 'utf-16be';
  return 'binary';
}

/** The encoding that a page's <meta> names, where browsers know it. @param {Uint8Array} bytes */
function namedInHtml(bytes) {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, kSniffed));
  const name = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
  if (!name) return '';
  try {
    const {encoding} = new TextDecoder(name);
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;  // it could not have been read if it were
  } catch {
    return '';
  }
}
