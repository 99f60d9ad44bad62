// From a file to an article: what kind of file it is, how large it may be, and the reader for it, loaded when the first
// such file comes.
import {strings} from '../strings.js';
import {decodeText} from './decode_text.js';
import {kEndings, kTypes} from './file_kinds.js';
import {htmlText} from './html_text.js';
import {InputError} from './incoming.js';
import {parseHtml} from './parse_html.js';
import {readInWorker} from './read_in_worker.js';

/** @typedef {import('./incoming.js').Incoming} Incoming */
/** @typedef {import('./file_kinds.js').Kind} Kind */

const kLimits = {text: 20e6, markdown: 10e6, html: 20e6, pdf: 60e6, docx: 60e6};  // bytes

/** The numbers of notes, and the arrows that lead back from them. */
const kNoteLinks = ['footnote', 'endnote', 'comment'].map((name) => `a[href^="#${name}-"]`).join();
/** @param {Element} element */
const isNoteMark = (element) => element.matches(kNoteLinks) ||
  (element.tagName === 'SUP' && element.querySelector(kNoteLinks) !== null);

/**
 * @param {File} file
 * @returns {Promise<Incoming>} rejected with an InputError, whose message can be shown
 */
export async function articleOfFile(file) {
  const words = strings.input;
  if (file.size === 0) throw new InputError(words.emptyFile(file.name));
  const kind = await kindOf(file);
  if (!kind) throw new InputError(words.unknownFile(file.name));
  if (file.size > kLimits[kind]) throw new InputError(words.largeFile(file.name, file.size, kLimits[kind]));
  let bytes;
  try {
    bytes = await file.arrayBuffer();
  } catch (error) {
    throw new InputError(words.unreadableFile(file.name), error);
  }
  const article = {title: '', date: null, note: '', source: file.name, ...await read(kind, bytes)};
  if (!/\S/.test(article.text)) throw new InputError(words.noTextInFile(file.name));
  return article;
}

/**
 * What the first bytes are counts for more than what the name says.
 * @param {File} file @returns {Promise<Kind | undefined>}
 */
async function kindOf(file) {
  const start = new TextDecoder('latin1').decode(await file.slice(0, 1024).arrayBuffer());
  if (start.includes('%PDF-')) return 'pdf';
  const ending = /\.([^.]+)$/.exec(file.name.toLowerCase())?.[1] ?? '';
  const named = kEndings[ending] ?? kTypes[file.type.replace(/;.*/, '')];
  if (start.startsWith('PK\u0003\u0004')) return named === 'docx' ? 'docx' : undefined;
  if (named === 'pdf' || named === 'docx') return named;  // its reader says what is wrong with it
  if (named === 'text' && /^\s*<(!doctype html|html)\b/i.test(start)) return 'html';
  return named ?? (ending === '' || file.type.startsWith('text/') ? 'text' : undefined);
}

/**
 * @param {Kind} kind @param {ArrayBuffer} bytes
 * @returns {Promise<Partial<Incoming> & {text: string}>}
 */
async function read(kind, bytes) {
  const words = strings.input;
  if (kind === 'pdf') {
    const {text = '', left = 0} = await readInWorker('pdf', bytes);
    return {text, note: left > 0 ? words.pagesLeft(left) : ''};
  }
  if (kind === 'docx') {
    const {html = ''} = await readInWorker('docx', bytes);
    return {text: htmlText(parseHtml(html), {skip: isNoteMark})};
  }
  const decoded = decodeText(new Uint8Array(bytes), {html: kind === 'html'});
  if (!decoded) throw new InputError(words.problems.not_text);
  const note = decoded.guessed && decoded.encoding !== 'utf-8' ? words.guessedEncoding(decoded.encoding) : '';
  if (kind === 'html') {
    const {articleOfPage} = await load(() => import('./article_of_page.js'));
    const {whole, ...article} = articleOfPage(decoded.text);
    return {...article, note: note || (whole ? words.wholePage : '')};
  }
  if (kind === 'markdown') {
    const {markdownText} = await load(() => import('./markdown_text.js'));
    return {text: markdownText(decoded.text), note};
  }
  return {text: decoded.text, note};
}

/**
 * @template Module
 * @param {() => Promise<Module>} loading
 */
export async function load(loading) {
  try {
    return await loading();
  } catch (error) {
    throw new InputError(strings.input.problems.reader_not_loaded, error);
  }
}
