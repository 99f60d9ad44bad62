// Keys that do something wherever the focus is, but where words are typed. They can be switched off, as readers who
// speak to their computer need.
import {strings} from '../strings.js';
import {button, make} from '../views/element.js';
import {byId} from './elements.js';
import {openSheet} from './sheet.js';

/** @typedef {import('../state.js').Store} Store */
/** @typedef {import('../state.js').Tab} Tab */
/** @typedef {import('./actions.js').Actions} Actions */

const kSetting = 'dateline.shortcuts';

function areOn() {
  try {
    return localStorage.getItem(kSetting) !== 'off';
  } catch {
    return true;
  }
}

/** @param {boolean} on */
function setOn(on) {
  try {
    localStorage.setItem(kSetting, on ? 'on' : 'off');
  } catch {
    // A browser without storage forgets it.
  }
}

/**
 * @param {Store} store
 * @param {Actions} actions
 * @param {{openLibrary: () => void, takeAway: () => void, openFile: () => void, keep: () => void}} sheets
 */
export function startShortcuts(store, actions, {openLibrary, takeAway, openFile, keep}) {
  const words = strings.help;
  const hasReport = () => store.get().report !== null;
  const toTab = (/** @type {Tab} */ tab) => () => {
    if (!hasReport()) return;
    byId(`tab-${tab}`).click();
    byId(`tab-${tab}`).focus();
  };
  /** @type {{key: string, words: string, act: () => void}[]} */
  const keys = [
    {key: '?', words: words.help, act: openHelp},
    {key: 'o', words: words.openFile, act: openFile},
    {key: 'l', words: words.library, act: openLibrary},
    {key: 'e', words: words.edit, act: () => hasReport() && actions.edit()},
    {key: 'r', words: words.read, act: actions.read},
    {key: 'n', words: words.next, act: () => actions.step(1)},
    {key: 'p', words: words.previous, act: () => actions.step(-1)},
    {key: 't', words: words.takeAway, act: takeAway},
    {key: 's', words: words.keep, act: keep},
    {key: '1', words: words.tab(strings.page.tabSummary), act: toTab('summary')},
    {key: '2', words: words.tab(strings.page.tabTimeline), act: toTab('timeline')},
    {key: '3', words: words.tab(strings.page.tabQuotes), act: toTab('quotes')},
    {key: '4', words: words.tab(strings.page.tabEntities), act: toTab('entities')},
  ];

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !areOn()) return;
    const target = /** @type {HTMLElement} */ (event.target);
    if (target.closest('input, textarea, select, dialog, [contenteditable]')) return;
    const found = keys.find(({key}) => key === event.key);
    if (!found) return;
    event.preventDefault();
    found.act();
  });

  function openHelp() {
    const row = (/** @type {string} */ key, /** @type {string} */ what) =>
      make('div', {}, make('dt', {}, ...key.split(' ').map((one) => make('kbd', {}, one))), make('dd', {}, what));
    const off = make('input', {type: 'checkbox', id: 'shortcuts-on'});
    off.checked = areOn();
    off.addEventListener('change', () => setOn(off.checked));
    openSheet(words.title,
      make('dl', {class: 'keys'}, ...keys.map(({key, words: what}) => row(key, what)),
        row('Ctrl Enter', words.readTyped), row('Esc', words.escape), row('← →', words.arrows)),
      make('p', {class: 'switch'}, off, ' ', make('label', {for: 'shortcuts-on'}, words.on)),
      make('h3', {}, words.about), ...words.aboutLines.map((line) => make('p', {class: 'how'}, line)),
      location.protocol === 'file:' ? '' : make('p', {class: 'how'},
        make('a', {class: 'link', href: './dateline.html', download: 'dateline.html'}, words.oneFile)),
      make('p', {class: 'how'}, button({'class': 'link', 'data-act': 'licences'}, showLicences, words.licences)));
  }

  async function showLicences() {
    const {licences} = await import('../offline/licences.js');
    openSheet(words.licences, make('pre', {class: 'licences', tabindex: '0'}, await licences()));
  }

  byId('help').addEventListener('click', openHelp);
}
