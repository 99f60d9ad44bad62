// The sheet of other ways in: the bookmark that sends a tab's article, the share menu, links, files.
import {openSheet} from '../app/sheet.js';
import {strings} from '../strings.js';
import {make} from '../views/element.js';
import {bookmarklet} from './from_tab.js';

export function openWaysIn() {
  const words = strings.waysIn;
  const fromDisk = location.protocol === 'file:';
  const said = make('p', {class: 'over-said', role: 'status'});
  const mark = make('a', {class: 'bookmark', href: bookmarklet(location.href.replace(/[?#].*/, ''))}, words.bookmark);
  mark.addEventListener('click', (event) => {
    event.preventDefault();  // it is for other pages; the policy of this one forbids it anyway
    said.textContent = words.dragIt;
  });
  openSheet(words.title,
    ...fromDisk ? [] : [make('section', {},
      make('h3', {}, words.tabTitle), make('p', {}, words.tabText), make('p', {class: 'bookmark-row'}, mark))],
    ...fromDisk ? [] : [make('section', {}, make('h3', {}, words.shareTitle), make('p', {}, words.shareText))],
    make('section', {}, make('h3', {}, words.filesTitle), make('p', {}, words.filesText)),
    make('section', {}, make('h3', {}, words.linkTitle), make('p', {}, words.linkText)),
    said);
}
