// Protects how bytes become letters and how places on a PDF's page become paragraphs, apart from the page.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {decodeText} from '../../web/js/input/decode_text.js';
import {textOfPages} from '../../web/js/input/pdf_layout.js';
import {titleOf} from '../../web/js/library/title_of.js';
import {textId} from '../../web/js/library/text_id.js';

const bytes = (...codes) => new Uint8Array(codes);
const encoded = (text) => new TextEncoder().encode(text);

for (const [name, given, text, encoding, guessed = false] of [
  ['UTF-8', encoded('Zoë\r\nTwo\rthree'), 'Zoë\nTwo\nthree', 'utf-8'],
  ['UTF-8 with its mark', bytes(0xef, 0xbb, 0xbf, 0x5a), 'Z', 'utf-8'],
  ['UTF-16, little end first', bytes(0xff, 0xfe, 0x5a, 0, 0xeb, 0), 'Zë', 'utf-16le'],
  ['UTF-16, big end first', bytes(0xfe, 0xff, 0, 0x5a, 0, 0xeb), 'Zë', 'utf-16be'],
  ['UTF-16 without a mark', Buffer.from('Zoë spoke', 'utf16le'), 'Zoë spoke', 'utf-16le', true],
  ['windows-1252', bytes(0x5a, 0xeb, 0xa3), 'Zë£', 'windows-1252', true],
]) {
  test(`${name} is read as such`, () => {
    assert.deepEqual(decodeText(given), {text, encoding, guessed});
  });
}

test('a page that names its encoding is read in it; a name that nobody knows counts for nothing', () => {
  const page = (name) => Buffer.concat([Buffer.from(`<meta charset="${name}">`), bytes(0xb1)]);
  assert.equal(decodeText(page('iso-8859-2'), {html: true}).text.at(-1), 'ą');
  assert.equal(decodeText(page('nonsense'), {html: true}).encoding, 'windows-1252');
  assert.equal(decodeText(page('iso-8859-2')).encoding, 'windows-1252', 'plain text cannot name one');
});

test('bytes that are no text give nothing', () => {
  assert.equal(decodeText(bytes(0x89, 0x50, 0, 0, 1, 0, 0, 3)), null);
});

/** Lines of one size below one another, 14 points apart unless said. */
function lines(...texts) {
  let y = 800;
  return texts.map((given) => {
    const {text, gap = 14, x = 72, height = 11, width} = typeof given === 'string' ? {text: given} : given;
    y -= gap;
    return {text, x, y, height, width: width ?? text.length * 5};
  });
}

test('lines of a paragraph are joined, a wider gap or another size of type parts them', () => {
  const long = 'A line that is about as long as all the others in this column of print';
  assert.equal(textOfPages([lines({text: 'Head', height: 20}, {text: long, gap: 30}, 'goes on here.',
    {text: 'Another paragraph.', gap: 26})]), `Head\n\n${long} goes on here.\n\nAnother paragraph.`);
});

test('a divided word is joined, a compound keeps its hyphen', () => {
  assert.equal(textOfPages([lines('The govern-', 'ment and the Anglo-', 'French bank met.')]),
    'The government and the Anglo-French bank met.');
});

test('a paragraph goes on behind the end of a page and of a column', () => {
  assert.equal(textOfPages([lines('The council met and'), lines('voted at once.')]),
    'The council met and voted at once.');
  const second = lines({text: 'voted at once.', x: 320});
  assert.equal(textOfPages([[...lines('First line of the column', 'The council met and'), ...second]]),
    'First line of the column The council met and voted at once.');
});

test('heads and numbers of pages are left out, a title on the first page stays', () => {
  const words = ['The ferry left.', 'The quay was full.', 'Nobody stayed.'];
  const pages = words.map((text, i) => [
    {text: 'Vale report', x: 72, y: 800, height: i === 0 ? 22 : 9, width: 60}, ...lines({text, gap: 60}),
    {text: String(i + 1), x: 300, y: 30, height: 9, width: 5},
  ]);
  assert.equal(textOfPages(pages), ['Vale report', ...words].join('\n\n'));
});

test('nothing on a page is nothing', () => {
  assert.equal(textOfPages([]), '');
  assert.equal(textOfPages([[], lines('  ')]), '');
});

test('a title is the first line, not too long, and the same text has the same id', () => {
  assert.equal(titleOf('\n  Ferry   opens \nMore'), 'Ferry opens');
  assert.ok(titleOf('word '.repeat(100)).length <= 141);
  assert.equal(titleOf(''), '');
  assert.equal(textId('a'), textId('a'));
  assert.notEqual(textId('a'), textId('b'));
  assert.match(textId(''), /^[0-9a-z]{11}$/);
});
