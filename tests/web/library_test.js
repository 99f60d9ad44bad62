// Protects what readers keep and take away in the page itself: the library survives a reload, loses nothing, and says
// in words what the browser refuses; downloads, links and the bookmark bring the article whole to where it goes.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {join} from 'node:path';
import {after, before, beforeEach, describe, test} from 'node:test';
import {
  axe, builtPage, fieldText, kRepository, launch, open, openTab, paste, serve, shown,
} from './support/browser.js';

const text = readFileSync(join(kRepository, 'web/samples/harbour-talks.txt'), 'utf8');
const kOther = 'Ferry line to Orsa opens\n\nThe first ferry left on Monday, 3 May 2021, said Ann Lee.';

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

const act = (name) => page.locator(`dialog [data-act="${name}"]`);
const rows = () => page.locator('.kept-row');
async function keep(words) {
  await page.keyboard.press('Escape');
  if (await page.locator('#clear').isVisible()) await page.locator('#clear').click();
  await paste(page, words);
  await shown(page);
  await page.locator('#take').click();
  await act('keep').click();
  await page.locator('.over-said', {hasText: 'in your library'}).waitFor();
  await page.keyboard.press('Escape');
}
async function download(name) {
  const [file] = await Promise.all([page.waitForEvent('download'), act(name).click()]);
  return {name: file.suggestedFilename(), content: readFileSync(await file.path(), 'utf8')};
}

describe('library', () => {
  test('articles are kept over a reload, searched, opened, deleted and brought back', async () => {
    await keep(text);
    await keep(kOther);
    await keep(kOther);
    await page.reload();
    await page.locator('#library').click();
    await rows().nth(1).waitFor();
    assert.equal(await rows().count(), 2, 'the same text is kept once');
    assert.deepEqual(await axe(page), []);
    await page.locator('dialog input[type=search]').fill('GRAIN géneva');
    assert.equal(await rows().count(), 1);
    await rows().first().locator('.item').click();
    await page.locator('#article .headline', {hasText: 'Marenia'}).waitFor();
    await page.locator('#library').click();
    await rows().filter({hasText: 'Ferry line'}).locator('[data-act=delete]').click();
    await page.locator('.over-said', {hasText: 'was deleted'}).waitFor();
    assert.equal(await rows().count(), 1);
    await page.locator('.over-said').getByRole('button', {name: 'Undo'}).click();
    await rows().nth(1).waitFor();
    assert.deepEqual(await tab.problems(), []);
  });

  test('all articles go into a file and come back from it; another file is refused in words', async () => {
    await keep(text);
    await keep(kOther);
    await page.locator('#library').click();
    await rows().nth(1).waitFor();
    const file = await download('export');
    assert.equal(JSON.parse(file.content).articles.length, 2);
    while (await rows().count() > 0) {
      const left = await rows().count();
      await act('delete').first().click();
      await page.waitForFunction((count) => document.querySelectorAll('.kept-row').length < count, left);
    }
    const give = (content) => page.setInputFiles('#import-file',
      {name: 'library.json', mimeType: 'application/json', buffer: Buffer.from(content)});
    for (const [content, words] of [['{"a": 1}', 'no library'], ['{', 'damaged'],
      ['{"format":"dateline-library","version":9,"articles":[]}', 'newer version']]) {
      await give(content);
      await page.locator('.over-said', {hasText: words}).waitFor();
    }
    await give(file.content);
    await page.locator('.over-said', {hasText: '2 articles were brought in'}).waitFor();
    assert.equal(await rows().count(), 2);
    assert.deepEqual(await tab.problems(), []);
  });

  test('chosen articles are seen together', async () => {
    await keep(text);
    await keep(kOther);
    await page.locator('#library').click();
    await rows().nth(1).waitFor();
    for (const box of await page.locator('.kept-row input').all()) await box.check();
    await act('compare').click();
    await page.locator('#compare h1').waitFor();
    await page.locator('.merged-event').first().waitFor();
    assert.deepEqual(await tab.problems(), []);
  });

  for (const [name, words] of [
    ['SecurityError', 'gives the page no storage'], ['QuotaExceededError', 'no room left'],
  ]) {
    test(`a browser that answers ${name} is told in words`, async () => {
      await tab.context.addInitScript((error) => {
        const refuse = () => {
          throw new DOMException('refused', error);
        };
        if (error === 'SecurityError') IDBFactory.prototype.open = refuse;
        else IDBObjectStore.prototype.put = refuse;
      }, name);
      await page.reload();
      await paste(page, kOther);
      await shown(page);
      await page.keyboard.press('s');
      await page.locator('#notice', {hasText: words}).waitFor();
      assert.deepEqual(await tab.problems(), []);
    });
  }
});

describe('taking away', () => {
  test('every file can be downloaded, is named after the article and holds it', async () => {
    await paste(page, text);
    await shown(page);
    await openTab(page, 'timeline');
    await page.locator('svg.timeline-drawing').waitFor();
    await page.locator('#take').click();
    const name = 'marenia-agrees-to-reopen-kessel-harbour-after-night-of-talks';
    for (const [key, ending, content] of [
      ['markdown', '.md', /^# Marenia agrees/], ['calendar', '.ics', /^BEGIN:VCALENDAR\r\n/],
      ['csv-entities', '-entities.csv', /^\ufeffid,type,name/], ['csv-timeline', '-timeline.csv', /^\ufeffid,begin/],
      ['csv-quotes', '-quotes.csv', /^\ufeffid,kind,speaker/], ['csv-figures', '-figures.csv', /^\ufeffid,kind,value/],
      ['annotations', '-annotations.jsonld', /AnnotationCollection/],
      ['timeline-svg', '-timeline.svg', /^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/],
    ]) {
      const file = await download(key);
      assert.equal(file.name.slice(-ending.length), ending);
      assert.ok(name.startsWith(file.name.slice(0, 40)), file.name);
      assert.match(file.content, content, key);
    }
    const {content} = await download('json');
    const report = JSON.parse(content);
    assert.equal(report.text, text);
    const [{start, end}] = report.quotes[0].parts;
    assert.ok(report.text.slice(start, end).length > 10);
    const picture = await download('timeline-png');
    assert.equal(picture.content.slice(1, 4), 'PNG');
    assert.deepEqual(await axe(page), []);
    assert.deepEqual(await tab.problems(), []);
  });

  test('the citation is copied', async () => {
    await paste(page, text);
    await shown(page);
    await page.keyboard.press('t');
    await act('cite').click();
    await page.locator('.over-said', {hasText: 'on the clipboard'}).waitFor();
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /“Marenia agrees.*”, 14 March 2024\.$/);
  });

  test('a link brings the article into a fresh page without any server seeing it', async () => {
    await paste(page, text);
    await shown(page);
    await page.locator('#date').fill('2024-03-20');
    await page.locator('#date-why', {hasText: 'set by you'}).waitFor();
    await page.locator('#take').click();
    await act('link').click();
    await page.locator('.over-said', {hasText: 'on the clipboard'}).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await open(browser, link);
    await shown(other.page);
    assert.equal(await fieldText(other.page), text);
    assert.equal(await other.page.locator('#date').inputValue(), '2024-03-20');
    assert.equal(await other.page.evaluate(() => location.hash), '');
    await other.page.locator('#notice', {hasText: 'no server has seen it'}).waitFor();
    assert.deepEqual(await other.problems(), []);
    await other.context.close();
    const cut = await open(browser, link.slice(0, -50));
    await cut.page.locator('#notice', {hasText: 'was cut'}).waitFor();
    await cut.context.close();
  });

  test('printing shows the article marked up and every view, without the page’s controls', async () => {
    await paste(page, text);
    await shown(page);
    await page.evaluate(() => {
      window.dispatchEvent(new Event('beforeprint'));
    });
    await page.emulateMedia({media: 'print'});
    for (const hidden of ['.masthead', '.toolbar', '.tabs']) {
      assert.equal(await page.locator(hidden).isVisible(), false);
    }
    const panels = ['summary', 'timeline', 'quotes', 'entities'].map((name) => `#panel-${name}`);
    for (const seen of ['#article', ...panels]) {
      assert.equal(await page.locator(seen).isVisible(), true, seen);
    }
    assert.ok((await page.pdf({format: 'A4'})).length > 10_000);
    await page.emulateMedia({media: 'screen'});
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    assert.equal(await page.locator('#panel-quotes').isVisible(), false);
  });

  test('printing shows lists as a whole that the page shows a piece of', async () => {
    const counts = Array.from({length: 40}, (_, i) => `The mill in Hartley sold ${i + 200} boats in week ${i + 1}.`);
    await paste(page, `Boats sold\n\n${counts.join(' ')}`);
    await shown(page);
    const rows = page.locator('#panel-summary tbody tr');
    const before = await rows.count();
    const onPaper = await page.evaluate(() => {
      window.dispatchEvent(new Event('beforeprint'));
      return document.querySelectorAll('#panel-summary tbody tr').length;
    });
    assert.ok(onPaper >= 40 && before < 40, `${before} rows before, ${onPaper} on paper`);
    assert.equal(await page.locator('.view .more-row').count(), 0);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  });
});

describe('bookmark', () => {
  test('it sends the article of another tab, whose origin is shown and confirmed', async () => {
    const story = '<p>The first ferry left on Monday, said Ann Lee, and many people waved.</p>'.repeat(12);
    const news = createServer((_, response) => response.writeHead(200, {'Content-Type': 'text/html'}).end(
      `<!doctype html><title>Ferry opens</title><meta property="article:published_time" content="2021-05-04">
       <nav>Weather</nav><article><h1>Ferry opens</h1>${story}</article><script>window.top.hit = 1</script>`));
    await new Promise((resolve) => news.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${news.address().port}`;
    await page.locator('#more-ways').click();
    const bookmark = await page.locator('.bookmark').getAttribute('href');
    const script = decodeURIComponent(bookmark.slice('javascript:'.length));
    await page.goto(`${origin}/ferry`);
    const [opened] = await Promise.all([tab.context.waitForEvent('page'), page.evaluate(script)]);
    await opened.locator('dialog .sender', {hasText: origin}).waitFor();
    assert.equal(await opened.locator('#text').inputValue(), '', 'nothing is read before the reader says so');
    await opened.locator('[data-act=accept]').click();
    await shown(opened);
    const got = await fieldText(opened);
    assert.match(got, /^Ferry opens\n\nThe first ferry/);
    assert.doesNotMatch(got, /Weather/);
    assert.equal(await opened.locator('#date').inputValue(), '2021-05-04');
    assert.equal(await opened.evaluate(() => window.hit), undefined);
    news.close();
  });

  test('another window cannot push anything in', async () => {
    await page.evaluate(() => window.postMessage({dateline: 'article', html: '<p>Pushed in.</p>', title: ''}, '*'));
    await page.waitForTimeout(300);
    assert.equal(await page.locator('dialog').count(), 0);
    await page.goto(`${server.url}#from-tab`);
    await page.reload();
    assert.equal(await page.locator('dialog').count(), 0);
  });
});

describe('keys', () => {
  test('single keys open what they say, not while typing, and can be switched off', async () => {
    await page.locator('#text').press('?');
    assert.equal(await page.locator('dialog').count(), 0);
    await page.locator('#text').fill('');
    await page.locator('#library').focus();
    await page.keyboard.press('?');
    await page.locator('dialog .keys').waitFor();
    assert.deepEqual(await axe(page), []);
    await page.getByRole('button', {name: 'Licences'}).click();
    await page.locator('.licences', {hasText: 'Apache License'}).waitFor();
    assert.match(await page.locator('.licences').innerText(), /GeoNames.*Creative Commons Attribution 4\.0/s);
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'library', 'the focus is where it was');
    await paste(page, text);
    await shown(page);
    for (const [key, id] of [['2', 'tab-timeline'], ['3', 'tab-quotes'], ['4', 'tab-entities'], ['1', 'tab-summary']]) {
      await page.keyboard.press(key);
      assert.equal(await page.locator(`#${id}`).getAttribute('aria-selected'), 'true');
    }
    await page.keyboard.press('e');
    assert.equal(await page.locator('#text').isVisible(), true);
    await page.keyboard.press('Control+Enter');
    await shown(page);
    await page.keyboard.press('?');
    await page.locator('#shortcuts-on').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('l');
    await page.waitForTimeout(200);
    assert.equal(await page.locator('dialog').count(), 0);
    assert.deepEqual(await tab.problems(), []);
  });
});

test('everything can be kept, exported, opened and deleted by keys alone, with the focus in sight', async () => {
  /** Presses Tab until the focus is on what is wanted. @param {string} wanted  a selector */
  const to = async (wanted) => {
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate((selector) => {
        const element = document.activeElement;
        const {outlineStyle} = getComputedStyle(element);
        return {there: element.matches(selector), seen: element === document.body || outlineStyle !== 'none'};
      }, wanted);
      assert.ok(at.seen, `the focus is in sight on the way to ${wanted}`);
      if (at.there) return;
    }
    assert.fail(`no way to ${wanted} by Tab`);
  };
  await paste(page, kOther);
  await shown(page);
  await page.keyboard.press('s');
  await page.locator('#notice', {hasText: 'in your library'}).waitFor();
  await page.keyboard.press('t');
  await page.locator('dialog').waitFor();
  await to('[data-act=calendar]');
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  assert.match(file.suggestedFilename(), /\.ics$/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('l');
  await rows().first().waitFor();
  await to('.kept-row .item');
  await page.keyboard.press('Enter');
  await page.locator('dialog').waitFor({state: 'detached'});
  await shown(page);
  await page.keyboard.press('l');
  await rows().first().waitFor();
  await to('[data-act=delete]');
  await page.keyboard.press('Enter');
  await page.locator('.over-said', {hasText: 'was deleted'}).waitFor();
  await page.keyboard.press('Enter');
  await rows().first().waitFor();
  assert.deepEqual(await tab.problems(), []);
});

for (const [width, height, colorScheme] of [[390, 844, 'light'], [1440, 900, 'dark']]) {
  test(`sheets fit on ${width} pixels and are accessible (${colorScheme})`, async () => {
    const {page: other, context} = await open(browser, server.url, {width, height, colorScheme});
    await paste(other, text);
    await shown(other);
    for (const id of ['take', 'library', 'help']) {
      await other.locator(`#${id}`).click();
      await other.locator('dialog').waitFor();
      assert.deepEqual(await axe(other), [], id);
      const wide = await other.evaluate(() => [...document.querySelectorAll('dialog, dialog *')]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1).map(({className}) => className));
      assert.deepEqual(wide, [], id);
      await other.keyboard.press('Escape');
    }
    await context.close();
  });
}
