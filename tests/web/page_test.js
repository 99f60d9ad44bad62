// Protects the page that readers get, dist/ with the real analysis: it works from any folder, asks for nothing but its
// own files, shows hostile text as text, says in words what it cannot read, and never loses what was typed.
import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {gzipSync} from 'node:zlib';
import {load} from '../../wasm/dateline.js';
import {
  builtPage, kDist, kRepository, launch, markedWords, open, openTab, paste, serve, shown,
} from './support/browser.js';

const samples = readdirSync(join(kRepository, 'web/samples'))
  .map((name) => readFileSync(join(kRepository, 'web/samples', name), 'utf8'));
const [article] = samples;

let server, browser, dateline;

before(async () => {
  server = await serve(builtPage());
  browser = await launch();
  dateline = await load();
});
after(async () => {
  await browser?.close();
  server?.close();
});

/** What a page must be free of at its end. */
async function checkClean({problems, requests}) {
  assert.deepEqual(await problems(), []);
  for (const url of requests) {
    assert.ok(url.startsWith(server.url) || url.startsWith(`blob:${server.origin}/`), `asked for ${url}`);
  }
}

describe('an article', () => {
  test('that is pasted is handed to the analysis once', async () => {
    const {page} = await open(browser, server.url);
    await page.evaluate(() => {
      window.handed = 0;
      const {postMessage} = Worker.prototype;
      Worker.prototype.postMessage = function(message, ...more) {
        if (message?.path?.[0] === 'analyze') window.handed++;
        return postMessage.call(this, message, ...more);
      };
    });
    await paste(page, article);
    await shown(page);
    await page.locator('#status[data-phase=ready]').waitFor();
    assert.equal(await page.evaluate(() => window.handed), 1);
    await page.context().close();
  });

  for (const text of samples) {
    test(`"${text.slice(0, 40)}…" is pasted, marked up, and each finding leads to its words`, async () => {
      const report = dateline.analyze(text);
      const wordsOf = (spans) => spans.map(({start, end}) => text.slice(start, end)).join('');
      const tab = await open(browser, server.url);
      const {page} = tab;
      await paste(page, text);
      await shown(page);
      assert.deepEqual(await page.locator('#article .block').allTextContents(),
        report.blocks.map((block) => wordsOf([block])));

      const items = [
        ...report.timeline.map((event) => ['timeline', event.id, [event]]),
        ...report.quotes.map((quote) => ['quotes', quote.id, quote.parts]),
        ...report.entities.map((entity) => ['entities', entity.id, [entity.mentions[0]]]),
        ...report.figures.map((figure) => ['summary', figure.id, [figure]]),
      ];
      for (const [view, key, spans] of items) {
        await openTab(page, view);
        await page.locator(`#panel-${view} [data-key="${key}"]`).click();
        assert.equal((await markedWords(page)).join(''), wordsOf(spans), `${view} ${key}`);
        await page.keyboard.press('Escape');
      }
      await checkClean(tab);
      await tab.context.close();
    });
  }

  test('a sample opens by one press of a key', async () => {
    const tab = await open(browser, server.url);
    await tab.page.locator('.sample').first().focus();
    await tab.page.keyboard.press('Enter');
    await shown(tab.page);
    assert.equal(await tab.page.evaluate(() => document.activeElement.id), 'sheet');
    await checkClean(tab);
    await tab.context.close();
  });

  test('what is typed is analysed while typing', async () => {
    const tab = await open(browser, server.url);
    await tab.page.locator('#text').pressSequentially('The mayor spoke on 3 May 2021.', {delay: 5});
    await tab.page.locator('#status[data-phase=ready]').waitFor();
    assert.match(await tab.page.locator('#status').textContent(), /^7 words/);
    assert.equal(await tab.page.locator('#text').isVisible(), true, 'the text can be typed on');
    await checkClean(tab);
    await tab.context.close();
  });

  test('another publication date gives another report', async () => {
    const tab = await open(browser, server.url);
    await paste(tab.page, article);
    await shown(tab.page);
    await tab.page.locator('#date').fill('2001-01-01');
    await tab.page.locator('#date-why', {hasText: 'set by you'}).waitFor();
    await openTab(tab.page, 'timeline');
    const report = dateline.analyze(article, {date: '2001-01-01'});
    assert.equal(await tab.page.locator('#panel-timeline [data-key]').count(), report.timeline.length);
    await checkClean(tab);
    await tab.context.close();
  });

  test('offsets are right behind emoji, accents, right-to-left words and Windows line ends', async () => {
    const text = '😀 Café news 🇳🇴\r\n\r\nالعربية Zoë Kårl said on 3 May 2021: “Ça va 👩‍👩‍👧.”\r\n\r\nThe end e\u0301.';
    const tab = await open(browser, server.url);
    await paste(tab.page, text);
    await shown(tab.page);
    const kept = text.replaceAll('\r\n', '\n');
    const report = dateline.analyze(kept);
    assert.deepEqual(await tab.page.locator('#article .block').allTextContents(),
      report.blocks.map(({start, end}) => kept.slice(start, end)));
    await tab.page.locator('#edit').click();
    assert.equal(await tab.page.locator('#text').inputValue(), kept);
    await checkClean(tab);
    await tab.context.close();
  });
});

describe('nothing leaves the page', () => {
  test('once the page is loaded nothing is asked for: not by a paste, a view or a date', async () => {
    const tab = await open(browser, server.url);
    const {page, requests} = tab;
    await paste(page, 'A first short text.');
    await shown(page);
    const loaded = requests.length;
    await page.locator('#edit').click();
    await paste(page, article);
    await shown(page);
    for (const view of ['timeline', 'quotes', 'entities', 'summary']) {
      await openTab(page, view);
      const first = page.locator(`#panel-${view} [data-key]`).first();
      if (await first.count() > 0) await first.click();
    }
    await page.locator('#date').fill('2020-02-02');
    await page.locator('#date-why', {hasText: 'set by you'}).waitFor();
    await page.waitForTimeout(300);
    assert.deepEqual(requests.slice(loaded), []);
    await checkClean(tab);
    await tab.context.close();
  });

  test('the policy stops the page and its worker from reaching anything else', async () => {
    const tab = await open(browser, server.url);
    await paste(tab.page, article);
    await shown(tab.page);
    const reach = (url) => fetch(url, {mode: 'no-cors'}).then(() => 'reached', () => 'refused');
    const elsewhere = server.origin.replace('127.0.0.1', 'localhost');
    assert.equal(await tab.page.evaluate(reach, elsewhere), 'refused');
    assert.equal(await tab.page.workers()[0].evaluate(reach, elsewhere), 'refused', 'the worker too');
    await tab.context.close();
  });

  test('the policy is strict and the built page needs no exception from it', () => {
    const html = readFileSync(join(kDist, 'index.html'), 'utf8');
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)[1];
    assert.match(policy, /^default-src 'none';/);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*/);
    assert.doesNotMatch(html, /<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/);
    assert.doesNotMatch(html, /(src|href)="(?!\.\/|#)/, 'only relative addresses');
  });
});

describe('bad input', () => {
  test('hostile text is shown as text: nothing runs, nothing is asked for', async () => {
    const hostile = [
      '<script>window.hit = 1</script>', '<img src=x onerror="window.hit = 1">',
      '</p></article><iframe src="https://x.test">',
      '"><svg onload=alert(1)>', 'javascript:alert(1)', '<style>*{display:none}</style>',
      '{{constructor}} ${1} &lt;b&gt;',
      'Said <b>Ann Lee</b> on 3 May 2021: "<a href=javascript:alert(1)>click</a>".',
    ].join('\n\n');
    const tab = await open(browser, server.url);
    const {page, requests} = tab;
    const loaded = requests.length;
    await paste(page, hostile);
    await shown(page);
    for (const view of ['summary', 'timeline', 'quotes', 'entities']) await openTab(page, view);
    assert.equal(await page.evaluate(() => window.hit), undefined);
    assert.equal(await page.locator('#desk :is(script, img, iframe, style, a, b)').count(), 0);
    const blocks = await page.locator('#article .block').allTextContents();
    assert.equal(blocks.join('\n\n').replace(/\s+/g, ' '), hostile.replace(/\s+/g, ' '));
    assert.ok(requests.slice(loaded).every((url) => url.startsWith(server.url)));
    await checkClean(tab);
    await tab.context.close();
  });

  test('an empty paste and one of only spaces are told in words', async () => {
    const tab = await open(browser, server.url);
    const {page} = tab;
    const notice = page.locator('#notice');
    await page.locator('#text').evaluate((element) =>
      element.dispatchEvent(new ClipboardEvent('paste', {clipboardData: new DataTransfer(), bubbles: true})));
    assert.match(await notice.textContent(), /no text in what you pasted/);
    await page.locator('#text').fill(' \n\t ');
    await notice.filter({hasText: 'only spaces'}).waitFor();
    await page.locator('#text').fill('Words.');
    await page.locator('#status[data-phase=ready]').waitFor();
    assert.equal(await notice.textContent(), '');
    await checkClean(tab);
    await tab.context.close();
  });

  test('a figure without end stays an entry of the list', async () => {
    const {page, context} = await open(browser, server.url);
    await paste(page, `The board met on Monday.\n\n$$$ 9999999999999 ${'x'.repeat(400)}\n\nIt spent 12 million euros.`);
    await shown(page);
    const entries = page.locator('.figures .figure');
    await entries.first().waitFor();
    for (const words of await entries.allTextContents()) assert.ok(words.length <= 81, words);
    await context.close();
  });

  test('who said a figure stands beside it and leads to the words that name them', async () => {
    const {page, context} = await open(browser, server.url);
    await paste(page, 'A war monitor said on Monday that 40 people had died in the storm.\n\nThe mayor said nothing.');
    await shown(page);
    await page.locator('.figures').getByRole('button', {name: 'according to A war monitor'}).click();
    assert.deepEqual(await markedWords(page), ['A war monitor']);
    await context.close();
  });

  test('a text that is too long is told in words and kept', async () => {
    const tab = await open(browser, server.url);
    const {page} = tab;
    const long = 'A line of an endless text. '.repeat(200_000);
    await paste(page, long);
    await page.locator('#notice', {hasText: '5,400,000 characters'}).waitFor();
    assert.equal(await page.locator('#text').evaluate((field) => field.value.length), long.length);
    await page.locator('#text').fill('A short text.');
    await page.locator('#status[data-phase=ready]').waitFor();
    await checkClean(tab);
    await tab.context.close();
  });

  test('what was typed survives a reload, and a cleared article can be brought back', async () => {
    const tab = await open(browser, server.url);
    const {page} = tab;
    await paste(page, article);
    await shown(page);
    await page.reload();
    await shown(page);
    await page.locator('#clear').click();
    assert.equal(await page.locator('#text').inputValue(), '');
    await page.getByRole('button', {name: 'Bring it back'}).click();
    await shown(page);
    await page.locator('#edit').click();
    assert.equal(await page.locator('#text').inputValue(), article);
    await checkClean(tab);
    await tab.context.close();
  });

  test('a browser without storage loses nothing but the memory of a reload', async () => {
    const tab = await open(browser, server.url);
    await tab.context.addInitScript(() => Object.defineProperty(window, 'sessionStorage', {get() {
      throw new DOMException('forbidden', 'SecurityError');
    }}));
    await tab.page.reload();
    await paste(tab.page, article);
    await shown(tab.page);
    await tab.page.waitForTimeout(800);
    await checkClean(tab);
    await tab.context.close();
  });

  test('a very long text begins to be shown at once, can be edited whole, and gives way to a short one', async () => {
    const tab = await open(browser, server.url);
    const {page} = tab;
    const long = 'Ann Lee said on Monday that 40 people came. '.repeat(100_000);
    await paste(page, long);
    const beginning = await page.locator('#article .beginning').textContent();
    assert.equal(await page.locator('#text').isVisible(), false);
    assert.ok(beginning.length > 1000 && long.startsWith(beginning));
    await page.locator('#edit').click();
    assert.equal(await page.locator('#text').evaluate((field) => field.value.length), long.length);
    await page.locator('#text').fill('The short text.');
    await page.waitForFunction(() => /^3 words/.test(document.getElementById('status').textContent));
    await page.locator('#read').click();
    assert.deepEqual(await page.locator('#article .block').allTextContents(), ['The short text.']);
    await checkClean(tab);
    await tab.context.close();
  });
});

test('the first load has less than 2.2 MB gzipped, 150 kB without the models, and no reader of files', async () => {
  const {page, requests, context} = await open(browser, server.url);
  await page.waitForTimeout(500);
  const files = [...new Set(requests)].filter((url) => url.startsWith(server.url))
    .map((url) => url.slice(server.url.length) || 'index.html');
  const weights = files.map((name) => gzipSync(readFileSync(join(kDist, name)), {level: 9}).length);
  const sum = (wanted) => weights.filter((_, i) => wanted(files[i])).reduce((a, b) => a + b, 0);
  const own = sum((name) => !name.endsWith('.wasm'));
  const all = sum(() => true);
  assert.ok(own < 150_000, `the page: ${own} bytes: ${files}`);
  assert.ok(all < 2_200_000, `first load: ${all} bytes`);
  assert.deepEqual(files.filter((name) => /pdf|docx|article_of_page|markdown/.test(name)), []);
  await context.close();
});

for (const [width, height] of [[1440, 900], [2560, 1440], [1024, 768], [390, 844], [360, 640]]) {
  test(`the first frame of a long article fills a screen of ${width} by ${height}, and not two`, async () => {
    const tab = await open(browser, server.url, {width, height});
    // Blocks of every height: headline, byline, list, short and long paragraphs.
    const texts = ['business-results', 'interview', 'court', 'wire-politics'].map((name) =>
      readFileSync(join(kRepository, 'tests/articles', name, 'article.txt'), 'utf8'));
    await paste(tab.page, texts.join('\n\n').repeat(3));
    await shown(tab.page);
    const first = tab.page.locator('.stretch.in-sight');
    const bottom = await first.evaluate((element) => element.getBoundingClientRect().bottom);
    assert.ok(bottom >= height, `ends at ${bottom}`);
    assert.ok(bottom < 2 * height, `ends at ${bottom}`);
    await tab.context.close();
  });
}

test('a list item to read first stands without its bullet', async () => {
  const {page, context} = await open(browser, server.url);
  await paste(page, 'Harbour closed after storm\n\n• Three boats sank in the harbour of Velda on Monday\n' +
    '• The mayor of Velda has closed the harbour until Friday\n• Repairs of the pier will cost 2 million euros\n');
  await shown(page);
  const sentences = await page.locator('.sentences .sentence').allTextContents();
  assert.ok(sentences.length > 0);
  for (const sentence of sentences) assert.match(sentence, /^[A-Z]/);
  await context.close();
});

test('a sentence to read first that opens with a pronoun says whom it means', async () => {
  const {page, context} = await open(browser, server.url);
  await paste(page, 'Mayor opens bridge\n\nMayor Anna Brandt opened a new bridge in Hartley on Wednesday after three ' +
    'years of work. She promised that the old bridge would be taken down before the summer of next year.');
  await shown(page);
  await page.locator('#summary-length').evaluate((slider) => {
    slider.value = slider.max;
    slider.dispatchEvent(new Event('input'));
  });
  assert.deepEqual(await page.locator('.sentences .source').allTextContents(), ['“She”: Anna Brandt']);
  await context.close();
});
