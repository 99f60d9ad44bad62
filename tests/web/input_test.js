// Protects every way into the page: files of each kind, rich text from the clipboard, words and files dropped. What is
// in them arrives as text with its paragraphs; what cannot be read is told in words; nothing foreign runs or is
// fetched.
import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, test} from 'node:test';
import {builtPage, fieldText, launch, open, serve, shown} from './support/browser.js';
import {makeDocx, makePdf} from './support/made_files.js';

const kDocx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const kStory = ['Ferry line to Orsa opens', 'The first ferry left on Monday, 3 May 2021, the harbour master said.',
  '“We are full until June,” said Ann Lee, who runs the line.'];

let server, browser, tab, page;
before(async () => {
  server = await serve(builtPage());
  browser = await launch();
});
after(async () => {
  await browser?.close();
  server?.close();
});
beforeEach(async () => {
  await tab?.context.close();
  tab = await open(browser, server.url);
  page = tab.page;
});

/** Nothing ran, was refused by the policy, or was asked for outside the page's folder. */
async function checkClean({hostile = false} = {}) {
  // The policy speaks up when foreign HTML is parsed, though nothing in such a document could run.
  const problems = (await tab.problems()).filter((words) => !hostile ||
    !/Content Security Policy|^(script-src-attr|style-src-elem|style-src-attr) inline$|^base-uri /.test(words));
  assert.deepEqual(problems, []);
  assert.equal(await page.evaluate(() => window.hit), undefined);
  for (const url of tab.requests) {
    assert.ok(url.startsWith(server.url) || url.startsWith(`blob:${server.origin}/`), `asked for ${url}`);
  }
}
const give = (name, buffer, mimeType = '') =>
  page.setInputFiles('#file', [{name, mimeType, buffer: Buffer.from(buffer)}]);
const text = () => fieldText(page);
const told = (words) => page.locator('#notice', {hasText: words}).waitFor();

/** Fires a paste or drop of the given data, as the browser does for the real one. */
function transfer(kind, data, target = '#text') {
  return page.evaluate(([name, all, where]) => {
    const moved = new DataTransfer();
    for (const [type, words] of Object.entries(all)) moved.setData(type, words);
    const on = document.querySelector(where);
    if (where === '#text') on.focus();
    const options = {bubbles: true, cancelable: true};
    on.dispatchEvent(name === 'paste' ? new ClipboardEvent(name, {...options, clipboardData: moved}) :
      new DragEvent(name, {...options, dataTransfer: moved}));
  }, [kind, data, target]);
}

describe('files', () => {
  test('a PDF is read: lines become paragraphs, divided words are joined, page furniture is left out', async () => {
    const head = (number) => [{text: 'The Vale Gazette', y: 800, size: 8}, {text: `${number}`, y: 40, size: 8}];
    await give('report.pdf', makePdf([
      [...head(1), {text: kStory[0], y: 740, size: 20},
        {text: 'The first ferry left on Monday, 3 May 2021, the har-', y: 700},
        {text: 'bour master said in a note that was read out on board.', y: 686},
        {text: 'Nobody asked us, said the owner of the inn.', y: 650}],
      [...head(2), {text: 'A second page stands here.', y: 740}],
      [...head(3), {text: 'And so does a third one.', y: 740}],
    ]));
    await shown(page);
    assert.deepEqual((await text()).split('\n\n'), [kStory[0],
      'The first ferry left on Monday, 3 May 2021, the harbour master said in a note that was read out on board.',
      'Nobody asked us, said the owner of the inn.', 'A second page stands here.', 'And so does a third one.']);
    await checkClean();
  });

  test('a Word document is read, its pictures are not', async () => {
    await give('report.docx', makeDocx(kStory, {'word/media/image1.png': new Uint8Array(5_000_000)}), kDocx);
    await shown(page);
    assert.equal(await text(), kStory.join('\n\n'));
    await checkClean();
  });

  test('Markdown is read as it would be shown', async () => {
    await give('note.md', `---\ntag: x\n---\n# ${kStory[0]}\n\n${kStory[1].replace('Monday', '*Monday*')}\n\n` +
      '- [one](javascript:window.hit=1)\n- two <script>window.hit = 1</script>\n');
    await shown(page);
    assert.equal(await text(), `${kStory[0]}\n\n${kStory[1]}\n\n• one\n• two`);
    await checkClean();
  });

  test('of a web page the article is taken, and the publication date of its data is proposed with where it stood',
    async () => {
      const paragraph = `<p>${kStory[1]} It had been planned for many years, and the town waited for it.</p>`;
      await give('page.html', `<!doctype html><title>${kStory[0]} | Vale Gazette</title>
        <meta property="article:published_time" content="2021-05-05T23:30:00+02:00"><nav>Home Sport Weather</nav>
        <article><h1>${kStory[0]}</h1>${paragraph.repeat(8)}<p>${kStory[2]}</p></article><footer>About us</footer>`);
      await shown(page);
      assert.ok((await text()).startsWith(kStory[0]));
      assert.ok((await text()).endsWith(kStory[2]));
      assert.doesNotMatch(await text(), /Weather|About us/);
      assert.equal(await page.locator('#date').inputValue(), '2021-05-05');
      assert.match(await page.locator('#date-why').textContent(), /data of the web page \(article:published_time\)/);
      await page.locator('#date').fill('2021-05-06');
      await page.locator('#date-why', {hasText: 'set by you'}).waitFor();
      await checkClean();
    });

  test('the date is found in JSON-LD and <time> too, and a broken one is none', async () => {
    const body = `<article><p>${kStory[1]}</p></article>`;
    for (const [head, date] of [
      ['<script type="application/ld+json">{"@graph":[{"datePublished":"2019-02-03T01:00Z"}]}</script>', '2019-02-03'],
      ['<meta name="date" content="2019-02-31">', '2021-05-03'],
    ]) {
      await give('page.html', `<html><head>${head}</head><body>${body}</body></html>`);
      await page.waitForFunction((day) => document.getElementById('date').value === day, date).catch(() => {});
      if (date !== '2021-05-03') assert.equal(await page.locator('#date').inputValue(), date);
      else assert.doesNotMatch(await page.locator('#date-why').textContent(), /web page/);
    }
  });

  test('UTF-16 and windows-1252 are read, the latter with a word about it', async () => {
    const words = 'Café “Ærø” reopens';
    await give('wide.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(words, 'utf16le')]));
    await shown(page);
    assert.equal(await text(), words);
    await give('unmarked.txt', Buffer.from(words.repeat(3), 'utf16le'));
    await page.waitForFunction((all) => document.getElementById('text').value === all, words.repeat(3));
    await give('old.txt', Buffer.from([0x43, 0x61, 0x66, 0xe9, 0x20, 0x93, 0x68, 0x69, 0x94, 0x0d, 0x0a, 0x21]));
    await told('windows-1252');
    assert.equal(await text(), 'Café “hi”\n!');
    await checkClean();
  });

  test('what cannot be read is told in words, and what was there stays', async () => {
    await give('first.txt', kStory.join('\n\n'));
    await shown(page);
    for (const [name, bytes, words] of [
      ['empty.txt', '', 'is empty'],
      ['photo.png', '\x89PNG\0\0\0', 'no file that can be read'],
      ['archive.zip', 'PK\x03\x04', 'no file that can be read'],
      ['broken.pdf', '%PDF-1.7 and nothing else', 'damaged'],
      ['scan.pdf', makePdf([[]]), 'only pictures'],
      ['broken.docx', 'PK\x03\x04 and nothing else', 'damaged'],
      ['spaces.txt', ' \n\t', 'no words'],
      ['binary.txt', '\0\x01\x02\0\0\0abc\0'.repeat(50), 'holds no text'],
    ]) {
      await give(name, Buffer.from(bytes, 'latin1'));
      await told(words);
    }
    assert.equal(await text(), kStory.join('\n\n'));
    await page.evaluate(() => {
      const large = new File([new Uint8Array(21_000_000).fill(97)], 'large.txt', {type: 'text/plain'});
      const moved = new DataTransfer();
      moved.items.add(large);
      document.body.dispatchEvent(new DragEvent('drop', {bubbles: true, cancelable: true, dataTransfer: moved}));
    });
    await told('large.txt has 21 MB');
    await checkClean();
  });

  test('several files: the first is shown, all are kept in the library', async () => {
    await page.setInputFiles('#file', ['One story', 'Another story'].map((words, i) =>
      ({name: `${i}.txt`, mimeType: 'text/plain', buffer: Buffer.from(`${words}\n\n${kStory[1]}`)})));
    await told('2 articles were read');
    assert.match(await text(), /^One story/);
    await checkClean();
  });
});

describe('paste and drop', () => {
  test('paragraphs, headings and lists of rich text are kept', async () => {
    await transfer('paste', {
      'text/html': `<meta charset="utf-8"><!--StartFragment--><h1>${kStory[0]}</h1>` +
        `<p>${kStory[1].replace(' ', '\n ')}</p>` +
        `<div><p style="margin:0">${kStory[2]}</p></div><ul><li>one</li><li>two</li></ul><!--EndFragment-->`,
      'text/plain': [...kStory, 'one', 'two'].join(' '),
    });
    await shown(page);
    assert.equal(await text(), [...kStory, '• one\n• two'].join('\n\n'));
    await page.locator('#edit').click();
    await page.keyboard.press('Control+Z');
    assert.equal(await text(), '', 'a paste can be undone');
    await checkClean();
  });

  test('where the rich text has other words than the plain one, the plain one is taken', async () => {
    await page.evaluate(([html, plain]) => navigator.clipboard['write']([new ClipboardItem({
      'text/html': new Blob([html], {type: 'text/html'}), 'text/plain': new Blob([plain], {type: 'text/plain'}),
    })]), ['<p>Something else entirely.</p>', kStory.join('\n\n')]);
    await page.locator('#text').focus();
    await page.keyboard.press('Control+V');
    await shown(page);
    assert.equal(await text(), kStory.join('\n\n'));
  });

  const kHostile = '<p>Ann Lee spoke on 3 May 2021.</p><script>window.hit = 1</script>' +
    '<img src="https://x.test/a.png" onerror="window.hit = 1" width="100000" height="100000">' +
    '<svg onload="window.hit = 1"><image href="https://x.test/b.png"/></svg>' +
    '<a href="javascript:window.hit=1">a link</a><iframe src="https://x.test/"></iframe>' +
    '<link rel="stylesheet" href="https://x.test/c.css"><style>@import "https://x.test/d.css";</style>' +
    '<object data="https://x.test/e"></object><video src="https://x.test/f" autoplay></video>' +
    '<meta http-equiv="refresh" content="0;url=https://x.test/g"><base href="https://x.test/">' +
    '<form action="https://x.test/h"><input autofocus onfocus="window.hit = 1"></form>' +
    '<template><img src="https://x.test/i" onerror="window.hit = 1"></template>';

  for (const kind of ['paste', 'drop']) {
    test(`hostile HTML that comes by ${kind} runs nothing and asks for nothing`, async () => {
      const loaded = tab.requests.length;
      await transfer(kind, {'text/html': kHostile, 'text/plain': 'Ann Lee spoke on 3 May 2021. a link'},
        kind === 'paste' ? '#text' : 'body');
      await shown(page);
      assert.match(await text(), /^Ann Lee spoke on 3 May 2021\.\s+a link$/);
      await page.waitForTimeout(300);
      assert.deepEqual(tab.requests.slice(loaded).filter((url) => !url.startsWith(server.url)), []);
      assert.equal(await page.locator('#desk :is(script, img, iframe, style, link, object, video, form)').count(), 0);
      await checkClean({hostile: true});
    });
  }

  test('hostile HTML in a file runs nothing and asks for nothing', async () => {
    await give('page.html', `<html><body><article>${kHostile}${`<p>${kStory[1]}</p>`.repeat(9)}</article></body>`);
    await shown(page);
    await page.waitForTimeout(300);
    assert.match(await text(), /Ann Lee spoke/);
    await checkClean({hostile: true});
  });

  test('tags nested a hundred thousand deep are read in seconds', async () => {
    const deep = `${'<div>'.repeat(100_000)}Ann Lee spoke on 3 May 2021.${'</div>'.repeat(100_000)}`;
    await transfer('paste', {'text/html': deep, 'text/plain': 'Ann Lee  spoke on 3 May 2021.'});
    await shown(page);
    assert.equal(await text(), 'Ann Lee spoke on 3 May 2021.');
    await page.locator('#clear').click();
    await give('deep.html', `<body>${deep}`);
    await shown(page);
    await checkClean();
  });

  test('words dragged from elsewhere become the article; the article before is put aside', async () => {
    await transfer('drop', {'text/plain': 'A first text.'}, 'body');
    await shown(page);
    await transfer('drop', {'text/plain': 'A second text.'}, '#article');
    await told('put aside');
    assert.equal(await text(), 'A second text.');
    await page.getByRole('button', {name: 'Bring it back'}).click();
    await page.waitForFunction(() => document.getElementById('text').value === 'A first text.');
    await checkClean();
  });
});
