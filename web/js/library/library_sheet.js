// The sheet of kept articles: search, open, delete (and take that back), choose some to see together, export and import
// them all.
import {openSheet} from '../app/sheet.js';
import {dayWords} from '../date_words.js';
import {InputError} from '../input/incoming.js';
import {fileName, saveText} from '../output/save_file.js';
import {strings} from '../strings.js';
import {button, make, span} from '../views/element.js';
import {appendPaged} from '../views/paged_list.js';
import {articlesOfFile, libraryAsFile} from './exchange_file.js';
import {forgetArticle, keepArticles, keptArticles, LibraryError} from './kept_articles.js';
import {matching} from './search.js';

/** @typedef {import('./kept_articles.js').KeptArticle} KeptArticle */

/** @param {{open: (article: KeptArticle) => void, keepCurrent: (() => Promise<string>) | null}} actions */
export async function openLibrary({open, keepCurrent}) {
  const words = strings.library;
  /** @type {KeptArticle[]} */
  let articles = [];
  /** @type {Set<string>} */
  const chosen = new Set();

  const said = make('p', {class: 'over-said', role: 'status'});
  /** @param {...(Node | string)} content */
  const tell = (...content) => said.replaceChildren(...content);
  const search = make('input', {'type': 'search', 'placeholder': words.search, 'aria-label': words.search});
  const list = make('ul', {class: 'kept'});
  const compare = button({'class': 'primary', 'data-act': 'compare', 'hidden': true}, () => {
    const detail = articles.filter(({id}) => chosen.has(id))
      .map(({id, title, text, givenDate}) => ({id, title, text, givenDate}));
    sheet.close();
    document.dispatchEvent(new CustomEvent('comparearticles', {detail}));
  });
  const file = make('input', {type: 'file', accept: '.json,application/json', hidden: true, id: 'import-file'});
  const tools = make('div', {class: 'over-tools'},
    keepCurrent ? button({'class': 'quiet', 'data-act': 'keep'}, () => attempt(async () => {
      tell(await keepCurrent());
      await reload();
    }), words.keepThis) : '',
    button({'class': 'quiet', 'data-act': 'export'}, () => saveText(libraryAsFile(articles), 'application/json',
      fileName(words.fileName, '.json')), words.exportAll),
    button({'class': 'quiet', 'data-act': 'import'}, () => file.click(), words.importAll), file);

  /** @param {() => Promise<void>} act */
  async function attempt(act) {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof LibraryError) && !(error instanceof InputError)) throw error;
      tell(error.message);
    }
  }

  async function reload() {
    articles = await keptArticles();
    draw();
  }

  function draw() {
    const found = matching(articles, search.value);
    for (const id of chosen) if (!articles.some((article) => article.id === id)) chosen.delete(id);
    list.replaceChildren();
    search.hidden = articles.length < 2;
    compare.hidden = chosen.size < 2;
    compare.textContent = words.compare(chosen.size);
    const act = tools.querySelector('[data-act=export]');
    if (act) /** @type {HTMLElement} */ (act).hidden = articles.length === 0;
    if (found.length === 0) {
      list.append(make('li', {class: 'none'}, articles.length === 0 ? words.none : words.noneFound));
      return;
    }
    appendPaged(list, found, row);
  }

  /** @param {KeptArticle} article */
  function row(article) {
    const {id, title, text, givenDate, source, savedAt} = article;
    const box = make('input', {'type': 'checkbox', 'aria-label': words.choose(title)});
    box.checked = chosen.has(id);
    box.addEventListener('change', () => {
      if (box.checked) chosen.add(id);
      else chosen.delete(id);
      compare.hidden = chosen.size < 2;
      compare.textContent = words.compare(chosen.size);
    });
    const about = [givenDate ? words.published(dayWords(givenDate)) : '', source,
      words.savedOn(dayWords(savedAt.slice(0, 10))), words.size(text.split(/\s+/).length)];
    return make('li', {'class': 'kept-row', 'data-id': id}, box,
      button({class: 'item'}, () => {
        sheet.close();
        open(article);
      }, span('title', title), span('how', ...about.filter((part) => part !== '').map((part) => span('', part)))),
      button({'class': 'link', 'data-act': 'delete', 'aria-label': words.deleteThis(title)}, () =>
        attempt(() => remove(article)), words.delete));
  }

  /** @param {KeptArticle} article */
  async function remove(article) {
    await forgetArticle(article.id);
    await reload();
    const undo = button({class: 'link'}, () => attempt(async () => {
      await keepArticles([article]);
      tell('');
      await reload();
    }), words.undo);
    tell(words.deleted(article.title), ' ', undo);
    undo.focus();
  }

  search.addEventListener('input', draw);
  file.addEventListener('change', () => attempt(async () => {
    const [given] = file.files ?? [];
    file.value = '';
    if (!given) return;
    const brought = await articlesOfFile(given);
    await keepArticles(brought);
    tell(words.imported(brought.length));
    await reload();
  }));

  const sheet = openSheet(words.title, make('p', {class: 'how'}, words.where), tools, search, said, list, compare);
  await attempt(reload);
}
