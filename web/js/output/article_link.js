// A link that carries the article itself, packed, behind the "#" of the page's address. Browsers never send that part to
// a server; whoever has the link has the article.

/** @typedef {{text: string, givenDate: string, source: string}} Carried */

const kKey = '#article=';
const kMaxText = 5_000_000;        // characters, unpacked: a link made to burst is refused
export const kLongLink = 8_000;    // characters; programs for mail and chat cut longer ones
export const kLongestLink = 200_000;

/**
 * @param {Carried} carried
 * @param {string} page  the page's address, without a fragment
 * @returns {Promise<string>}
 */
export async function linkOf({text, givenDate, source}, page) {
  const json = JSON.stringify({t: text, ...(givenDate && {d: givenDate}), ...(source && {s: source})});
  const packed = new Response(new Blob([json]).stream().pipeThrough(new CompressionStream('deflate-raw')));
  return page + kKey + base64Url(new Uint8Array(await packed.arrayBuffer()));
}

/** Whether an address carries an article. @param {string} fragment  with its "#" */
export const carriesArticle = (fragment) => fragment.startsWith(kKey);

/**
 * @param {string} fragment  with its "#"
 * @returns {Promise<Carried | null>} null where the link was cut or is none of ours
 */
export async function articleOfLink(fragment) {
  try {
    const bytes = fromBase64Url(fragment.slice(kKey.length));
    const json = JSON.parse(await unpacked(bytes));
    const {t: text, d: givenDate = '', s: source = ''} = json;
    if ([text, givenDate, source].some((value) => typeof value !== 'string')) return null;
    return {text, source, givenDate: /^\d{4}-\d\d-\d\d$/.test(givenDate) ? givenDate : ''};
  } catch {
    return null;
  }
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
async function unpacked(bytes) {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder('utf-8', {fatal: true});
  let text = '';
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, {stream: true});
    if (text.length > kMaxText * 1.1) {
      await reader.cancel();
      throw new Error('too long');
    }
  }
}

/** @param {Uint8Array} bytes */
function base64Url(bytes) {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x8000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** @param {string} text */
function fromBase64Url(text) {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
