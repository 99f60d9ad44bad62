// Protects: the words of a quote as they are shown and copied have the quotation marks of the article.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {wordsOfQuote} from '../../web/js/selections.js';

/** What is shown of the words between | and | in a text. */
function shown(marked, kind = 'mixed') {
  const [before, words] = marked.split('|');
  const text = marked.replaceAll('|', '');
  const span = {start: before.length, end: before.length + words.length};
  return wordsOfQuote({...span, kind, parts: []}, text)[0];
}

test('quotation marks that open inside a quote and close right behind it are closed', () => {
  assert.equal(shown('Berg said |that “the worst is over|”, but warned.'), 'that “the worst is over”');
  assert.equal(shown('Berg said |that "the worst is over|," and left.'), 'that "the worst is over"');
});

test('no mark is added where none is open, or where it does not close there', () => {
  assert.equal(shown('Berg said |that “all” were safe|, “mostly”.'), 'that “all” were safe');
  assert.equal(shown('Berg said |that "all" were safe|" he thought'), 'that "all" were safe');
  assert.equal(shown('Berg said |that “the worst is over| and so on.'), 'that “the worst is over');
  assert.equal(shown('“|We are safe|,” said Berg.', 'direct'), 'We are safe');
});
