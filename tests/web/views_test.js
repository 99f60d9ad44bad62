// Protects what each view shows and does, with a stored report in place of the analysis: every item leads to its words,
// and the words are those of the report.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, beforeEach, describe, test} from 'node:test';
import {
  buildStored, kRepository, launch, markedWords, open, openTab, paste, serve, shown,
} from './support/browser.js';
import {storedReport} from './support/stored_report.js';

const text = readFileSync(join(kRepository, 'web/samples/harbour-talks.txt'), 'utf8');
const report = storedReport(text, null);
const wordsOf = ({start, end}) => text.slice(start, end);
const keysIn = (items) => items.evaluateAll((all) => all.map((one) => one.dataset.key));

let server, browser, tab;

before(async () => {
  server = await serve(buildStored());
  browser = await launch();
});
after(async () => {
  await browser?.close();
  server?.close();
});

/** A page that shows the sample article. */
async function openArticle(options) {
  tab = await open(browser, server.url, options);
  await paste(tab.page, text);
  await shown(tab.page);
  return tab.page;
}

describe('article', () => {
  let page;
  before(async () => (page = await openArticle()));
  after(() => tab.context.close());

  test('every block is shown, with exactly its characters', async () => {
    const shownBlocks = await page.locator('#article .block').allTextContents();
    assert.deepEqual(shownBlocks, report.blocks.map(wordsOf));
  });

  test('a dateline and its paragraph stand on one line, as in the text', async () => {
    const [place, paragraph] = await page.locator('#article .line > .block').evaluateAll((blocks) =>
      blocks.map((block) => ({words: block.textContent.slice(0, 14), top: block.getClientRects()[0].top})));
    assert.deepEqual([place.words, paragraph.words], ['GENEVA (NPA) -', 'Marenia agreed']);
    assert.ok(Math.abs(place.top - paragraph.top) < 4);
  });

  test('every name, date and quote is marked on exactly its words', async () => {
    const marked = await page.evaluate(() => {
      const words = {};
      for (const mark of document.querySelectorAll('#article [data-key]')) {
        (words[mark.dataset.key] ??= []).push(mark.textContent);
      }
      return words;
    });
    for (const {id, mentions} of report.entities) assert.deepEqual(marked[id], mentions.map(wordsOf), id);
    for (const time of report.times) assert.deepEqual(marked[time.id], [wordsOf(time)], time.id);
    for (const {id, parts} of report.quotes) assert.deepEqual(marked[id], parts.map(wordsOf), id);
  });

  test('a name inside a quote, and a date inside a quote, show as both', async () => {
    assert.ok(await page.locator('#article .said.direct .name.place').count() > 0);
    assert.ok(await page.locator('#article .said.direct .when').count() > 0);
  });

  test('types of names differ in a second cue besides colour', async () => {
    const styles = await page.evaluate(() => ['person', 'organization', 'place', 'other'].map((type) =>
      getComputedStyle(document.querySelector(`#article .name.${type}`)).textDecorationStyle));
    assert.equal(new Set(styles).size, 4, styles.join(' '));
  });

  test('a layer can be switched off and on', async () => {
    const line = () => page.evaluate(() =>
      getComputedStyle(document.querySelector('#article .name.person')).textDecorationLine);
    const people = page.locator('[data-layer=person]');
    await people.click();
    assert.equal(await line(), 'none');
    assert.equal(await people.getAttribute('aria-pressed'), 'false');
    await people.click();
    assert.equal(await line(), 'underline');
  });

  test('a click on a name in the article opens its entry', async () => {
    await page.locator('#article [data-key=e7]').first().click();
    assert.equal(await page.locator('#tab-entities').getAttribute('aria-selected'), 'true');
    assert.equal(await page.locator('#panel-entities [data-key=e7]').getAttribute('aria-current'), 'true');
    assert.deepEqual(await markedWords(page), ['Marta Illing']);
  });

  test('the title of the page is that of the article', async () => {
    assert.match(await page.title(), /^Marenia agrees to reopen Kessel harbour/);
  });

  test('editing brings the text back unchanged, and reading goes on from there', async () => {
    await page.locator('#edit').click();
    assert.equal(await page.locator('#text').inputValue(), text);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'text');
    await page.locator('#read').click();
    await shown(page);
  });
});

describe('from an item to its words', () => {
  let page;
  before(async () => (page = await openArticle()));
  after(() => tab.context.close());

  /** Presses an item and checks what is marked, in sight and announced. */
  async function check(view, key, spans) {
    await openTab(page, view);
    await page.locator(`#panel-${view} [data-key="${key}"]`).first().click();
    const marked = await page.evaluate(() => {
      const article = document.getElementById('article');
      const marks = [...article.querySelectorAll('mark.shown')];
      const box = marks[0]?.getBoundingClientRect();
      return {
        words: marks.map((mark) => mark.textContent).join(''),
        inSight: !!box && box.top >= 0 && box.bottom <= innerHeight,
        said: document.getElementById('announce').textContent,
      };
    });
    assert.equal(marked.words, spans.map(wordsOf).join(''), key);
    assert.ok(marked.inSight, `${key} is in sight`);
    assert.match(marked.said, /^Marked/);
    assert.equal(await page.locator(`#panel-${view} [data-key="${key}"]`).getAttribute('aria-current'), 'true');
  }

  test('every event of the timeline leads to the clause that tells it', async () => {
    for (const event of report.timeline) await check('timeline', event.id, [event]);
  });
  test('every quote leads to what was said, in all its pieces', async () => {
    for (const quote of report.quotes) await check('quotes', quote.id, quote.parts);
  });
  test('every name leads to its first mention', async () => {
    for (const entity of report.entities) await check('entities', entity.id, [entity.mentions[0]]);
  });
  test('every sentence of the summary leads to itself', async () => {
    for (const {sentence} of report.summary) await check('summary', `s${sentence}`, [report.sentences[sentence]]);
  });
  test('every figure and key phrase leads to its words', async () => {
    for (const figure of report.figures) await check('summary', figure.id, [figure]);
    for (const [i, {mentions}] of report.keyphrases.entries()) await check('summary', `k${i}`, [mentions[0]]);
  });
  test('a note leads to the place that it is about', async () => {
    await page.locator('[data-key=w0]').click();
    assert.deepEqual(await markedWords(page), ['Advertisement']);
  });
  test('the date found leads to the words that say it', async () => {
    await page.locator('[data-key=date]').click();
    assert.deepEqual(await markedWords(page), ['14 March 2024']);
  });
  test('the mentions of a name can be walked through, round and round', async () => {
    await openTab(page, 'entities');
    await page.locator('#panel-entities [data-key=e2]').click();
    const {mentions} = report.entities.find(({id}) => id === 'e2');
    for (let i = 1; i <= mentions.length; i++) {
      await page.locator('[data-act=next]').click();
      assert.equal((await markedWords(page)).join(''), wordsOf(mentions[i % mentions.length]));
    }
    assert.match(await page.locator('.position').textContent(), new RegExp(`^1 of ${mentions.length}$`));
  });
  test('taking the mark away leaves the text as it was', async () => {
    await page.keyboard.press('Escape');
    assert.deepEqual(await markedWords(page), []);
    assert.deepEqual(await page.locator('#article .block').allTextContents(), report.blocks.map(wordsOf));
  });
});

describe('views', () => {
  let page;
  before(async () => (page = await openArticle()));
  after(() => tab.context.close());

  test('the timeline says when, how it is known, and from which words', async () => {
    await openTab(page, 'timeline');
    const moments = await page.locator('.moment > h3').allTextContents();
    assert.deepEqual(moments, ['2023day not given', 'since 9 October 2023', 'January 2024day not given',
      '14 March 2024Thursday', '20 March 2024Wednesday', '28 March 2024Thursday']);
    const how = (id) => page.locator(`#panel-timeline [data-key=${id}] .how`).textContent();
    assert.match(await how('v1'), /worked out.*“last year”/);
    assert.match(await how('v2'), /stated.*“9 October 2023”/);
    assert.match(await how('v5'), /^carried over$/);
    assert.match(await how('v6'), /planned/);
  });

  test('quotes are grouped by speaker, those of nobody last, or stand in text order', async () => {
    await openTab(page, 'quotes');
    assert.deepEqual(await page.locator('.speaker h3').allTextContents(),
      ['Marta Illing2 quotes', 'Anselm Korda1 quote', 'Lidia Broman1 quote', 'Speaker not named1 quote']);
    await page.getByRole('button', {name: 'In text order'}).click();
    const order = await keysIn(page.locator('#panel-quotes [data-key]'));
    assert.deepEqual(order, report.quotes.map(({id}) => id));
    assert.match(await page.locator('#panel-quotes [data-key=q2] .how').textContent(), /Lidia Broman.*said.*partly/);
  });

  test('names are ranked, described, counted, and can be narrowed to a kind', async () => {
    await openTab(page, 'entities');
    const rows = page.locator('#panel-entities .item');
    assert.equal(await rows.count(), report.entities.length);
    const korda = await rows.nth(1).textContent();
    for (const part of ['Anselm Korda', 'Foreign Minister', 'also Korda', '5 mentions', 'person']) {
      assert.ok(korda.includes(part), part);
    }
    await page.locator('#panel-entities').getByRole('button', {name: /^Organisations/}).click();
    assert.equal(await rows.count(), 3);
  });

  test('the summary stands in text order, with key phrases and figures', async () => {
    await openTab(page, 'summary');
    const sentences = (await keysIn(page.locator('.sentences [data-key]'))).map((key) => Number(key.slice(1)));
    assert.deepEqual(sentences, report.summary.map(({sentence}) => sentence).sort((a, b) => a - b));
    assert.equal(await page.locator('.phrase').count(), 3);
    assert.equal(await page.locator('.figures tbody tr').count(), report.figures.length);
    assert.match(await page.locator('.figures').textContent(), /according to Kessel Fishing Cooperative/);
  });

  test('the words, the time to read and the time taken are told', async () => {
    const told = await page.locator('#status').textContent();
    assert.match(told, /^\d+ words · \d minutes to read · analysed in .*on this device$/);
  });
});

describe('publication date', () => {
  beforeEach(async () => openArticle());

  test('another date is analysed at once, and the article’s own comes back', async () => {
    const {page, context} = tab;
    assert.equal(await page.locator('#date').inputValue(), '2024-03-14');
    assert.match(await page.locator('#date-why').textContent(), /found in the article/);
    await openTab(page, 'timeline');
    await page.locator('#date').fill('2024-03-20');
    await page.locator('#date-why', {hasText: 'set by you'}).waitFor();
    assert.ok((await page.locator('.moment > h3').allTextContents()).includes('14 March 2024Thursday'));
    await page.locator('#date').fill('2024-03-22');
    await page.locator('.moment > h3', {hasText: '21 March 2024'}).waitFor();
    await page.getByRole('button', {name: 'Use the article’s own'}).click();
    await page.locator('#date-why', {hasText: 'found in the article'}).waitFor();
    await context.close();
  });
});

describe('newest text wins', () => {
  test('a run that takes too long is ended with its worker, and the newer text is shown', async () => {
    const {page, context} = tab = await open(browser, server.url);
    await paste(page, 'A text whose analysis takes very long.');
    await page.locator('#status[data-phase=working]').waitFor();
    const ended = new Promise((resolve) => page.workers()[0].on('close', resolve));
    await page.locator('#edit').click();
    await page.locator('#text').fill('A newer text.');
    await ended;
    await page.locator('#status[data-phase=ready]').waitFor();
    await page.locator('#read').click();
    assert.deepEqual(await page.locator('#article .block').allTextContents(), ['A newer text.']);
    await context.close();
  });
});

describe('long texts', () => {
  test('100,000 words are shown without freezing the page, and their end can be reached', async () => {
    const paragraph = `${Array.from({length: 80}, (_, i) => `word${i}`).join(' ')}.\n\n`;
    const long = `Every tenth word is a name\n\n${paragraph.repeat(1250)}`;
    const {page, context, problems} = tab = await open(browser, server.url);
    await page.evaluate(() => {
      window.longest = 0;
      new PerformanceObserver((list) => {
        for (const {duration} of list.getEntries()) window.longest = Math.max(window.longest, duration);
      }).observe({type: 'longtask'});
    });
    await paste(page, long);
    await shown(page);
    await page.waitForFunction(() => document.querySelectorAll('#article .block').length === 1251);
    const frozen = await page.evaluate(() => window.longest);
    assert.ok(frozen < 3000, `the longest stretch without an answer: ${Math.round(frozen)} ms`);
    await openTab(page, 'entities');
    await page.locator('#panel-entities [data-key=e1]').click();
    await page.locator('[data-act=previous]').click();
    const box = await page.locator('mark.shown').boundingBox();
    assert.ok(box.y > 0 && box.y < 900, `the last mention is in sight (${box.y})`);
    assert.deepEqual(await problems(), []);
    await context.close();
  });

  test('one line of a million characters without a space is shown in pieces, whole', async () => {
    const {page, context} = tab = await open(browser, server.url);
    const line = '😀x'.repeat(333_333);
    await paste(page, line);
    await shown(page);
    await page.waitForFunction((length) =>
      document.getElementById('article').textContent.length === length, line.length);
    assert.ok(await page.locator('#article .block').count() > 100);
    assert.equal(await page.evaluate(() => document.getElementById('article').textContent), line);
    await context.close();
  });
});

describe('keyboard', () => {
  test('all views, items and marks can be reached and left by keys alone, with the focus in sight', async () => {
    const page = await openArticle();
    const focus = () => page.evaluate(() => {
      const element = document.activeElement;
      const {outlineStyle, outlineWidth} = getComputedStyle(element);
      return {id: element.id, key: element.dataset.key, act: element.dataset.act, tag: element.tagName,
        visible: element.tagName === 'BODY' || (outlineStyle !== 'none' && outlineWidth !== '0px')};
    });
    const seen = [];
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab');
      const at = await focus();
      if (at.tag === 'BODY') break;
      assert.ok(at.visible, `focus is in sight on ${JSON.stringify(at)}`);
      seen.push(at.id || at.key || at.tag);
    }
    const sentence = `s${report.summary[0].sentence}`;
    for (const name of ['date', 'edit', 'clear', 'tab-summary', 'panel-summary', sentence, 'k0', 'f1']) {
      assert.ok(seen.includes(name), `${name} among ${seen.join(' ')}`);
    }
    await page.locator('#tab-summary').focus();
    for (const name of ['timeline', 'quotes', 'entities', 'summary']) {
      await page.keyboard.press('ArrowRight');
      assert.equal((await focus()).id, `tab-${name}`);
      assert.equal(await page.locator(`#panel-${name}`).isVisible(), true);
    }
    await page.keyboard.press('End');
    assert.equal((await focus()).id, 'tab-entities');
    await page.locator('#panel-entities [data-key=e2]').focus();
    await page.keyboard.press('Enter');
    assert.deepEqual(await markedWords(page), ['Anselm Korda']);
    await page.keyboard.press('Enter');
    assert.match(await page.locator('#announce').textContent(), /2 of 5/);
    await page.locator('[data-act=next]').focus();
    await page.keyboard.press('Enter');
    assert.equal((await focus()).act, 'next', 'stepping keeps the focus');
    await page.keyboard.press('Escape');
    assert.deepEqual(await markedWords(page), []);
    await tab.context.close();
  });

  test('on a phone an item moves the focus to its words, and a key leads back', async () => {
    const page = await openArticle({width: 390, height: 844});
    await openTab(page, 'quotes');
    await page.locator('#panel-quotes [data-key=q4]').focus();
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'MARK');
    await page.locator('[data-act=back]').focus();
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('#panel-quotes').isVisible(), true);
    await tab.context.close();
  });
});

for (const [width, height] of [[360, 740], [768, 1024], [1440, 900], [3840, 2160]]) {
  test(`at ${width} pixels nothing has to be scrolled sideways, in any view`, async () => {
    const page = await openArticle({width, height});
    const views = ['summary', 'timeline', 'quotes', 'entities', ...(width < 992 ? ['article'] : [])];
    for (const view of views) {
      await page.locator(`[role=tab][data-tab=${view}]`).click();
      const wide = await page.evaluate(() => [...document.querySelectorAll('body, .panel, .sheet, .tabs, .masthead')]
        .filter((element) => element.scrollWidth > element.clientWidth + 1).map((element) => element.className));
      assert.deepEqual(wide, [], view);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), view);
    }
    await page.locator(width < 992 ? '#tab-article' : '#edit').click();
    await tab.context.close();
  });
}
