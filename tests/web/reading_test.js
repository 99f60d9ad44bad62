// Protects the work with an article, part by part: cards of marks, the drawn timeline, quotes taken along, names
// searched and seen together and on the map, the summary's length; each by pointer and by keys.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {
  axe, buildStored, kRepository, launch, markedWords, open, openTab, paste, serve, shown,
} from './support/browser.js';
import {storedReport} from './support/stored_report.js';

const text = readFileSync(join(kRepository, 'web/samples/harbour-talks.txt'), 'utf8');
const report = storedReport(text, null);

let server, browser, tab;
before(async () => {
  server = await serve(buildStored());
  browser = await launch();
});
after(async () => {
  await browser?.close();
  server?.close();
});

async function openArticle(options) {
  tab = await open(browser, server.url, options);
  await paste(tab.page, text);
  await shown(tab.page);
  return tab.page;
}
async function close() {
  assert.deepEqual(await tab.problems(), []);
  await tab.context.close();
}

describe('cards of marks', () => {
  let page, card;
  before(async () => {
    page = await openArticle();
    card = page.locator('#card');
  });
  after(close);

  test('the pointer resting on a name shows who it is, with quotes and events', async () => {
    await page.locator('#article [data-key=e2]').nth(1).hover();
    await card.waitFor();
    const words = await card.textContent();
    const parts = ['Anselm Korda', 'person · 5 mentions', 'Foreign Minister', 'We did not come here', '20 March'];
    for (const part of parts) assert.ok(words.includes(part), part);
    assert.match(words, /2 of 5/);
  });
  test('the card stays while the pointer is on it, and goes when it leaves', async () => {
    await card.hover();
    await page.waitForTimeout(500);
    assert.equal(await card.isVisible(), true);
    await page.mouse.move(5, 890);
    await card.waitFor({state: 'hidden'});
  });
  test('a name inside a quote shows both', async () => {
    await page.locator('#article .said .name.place').first().hover();
    await card.filter({hasText: 'direct quote'}).waitFor();
    assert.match(await card.textContent(), /Kessel.*place.*Anselm Korda.*direct quote/s);
  });
  test('Escape takes the card away', async () => {
    await page.locator('#sheet').focus();
    await page.keyboard.press('Escape');
    await card.waitFor({state: 'hidden'});
  });
  test('one Tab stop leads into the marks; arrows, N and P walk through all of them, each with its card', async () => {
    assert.equal(await page.locator('#article [tabindex="0"]').count(), 1);
    await page.locator('#article [tabindex="0"]').focus();
    const keys = [];
    for (const key of ['n', 'ArrowRight', 'n', 'ArrowLeft', 'p']) {
      await page.keyboard.press(key);
      keys.push(await page.evaluate(() => document.activeElement.textContent));
    }
    const all = await page.locator('#article [data-key]').allTextContents();
    assert.deepEqual(keys, [all[1], all[2], all[3], all[2], all[1]]);
    await card.waitFor();
    assert.equal(await page.locator('#article [tabindex="0"]').count(), 1);
  });
  test('Tab goes into the card, which steps from mention to mention; Escape leads back to the mark', async () => {
    await page.locator('#article [data-key=e3]').first().focus().catch(() => {});
    await page.locator('#article [tabindex="0"]').focus();
    for (let i = 0; i < 80; i++) {
      if (await page.evaluate(() => document.activeElement.dataset.key) === 'e3') break;
      await page.keyboard.press('n');
    }
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.getElementById('card').contains(document.activeElement)), true);
    await page.locator('[data-act=card-next]').focus();
    await page.keyboard.press('Enter');
    const second = report.entities.find(({id}) => id === 'e3').mentions[1];
    assert.deepEqual(await markedWords(page), [text.slice(second.start, second.end)]);
    assert.match(await card.textContent(), /2 of/);
    await page.keyboard.press('Escape');
    await card.waitFor({state: 'hidden'});
  });
  test('Enter on a mark opens its entry', async () => {
    await page.locator('#article [tabindex="0"]').focus();
    const key = await page.evaluate(() => document.activeElement.dataset.key);
    await page.keyboard.press('Enter');
    assert.equal(await page.locator(`.panel [data-key="${key}"][aria-current]`).count(), 1);
  });
  test('a layer that is off has no marks to walk to', async () => {
    for (const layer of ['organization', 'place', 'other', 'time', 'quote']) {
      await page.locator(`[data-layer=${layer}]`).click();
    }
    await page.locator('#article [tabindex="0"]').focus();
    await page.keyboard.press('n');
    assert.match(await page.evaluate(() => document.activeElement.className), /person/);
  });
  test('axe-core finds nothing with a card open', async () => {
    await page.keyboard.press('n');
    await card.waitFor();
    assert.deepEqual(await axe(page), []);
  });
});

test('on a phone a tap on a mark shows its card along the lower edge', async () => {
  const page = await openArticle({width: 390, height: 844, context: {hasTouch: true}});
  await page.locator('#article [data-key=e2]').first().tap();
  const box = await page.locator('#card').boundingBox();
  assert.ok(box.y > 300 && box.y + box.height < 844 && box.width > 350, JSON.stringify(box));
  await page.locator('#card .card-title').first().click();
  assert.equal(await page.locator('#panel-entities').isVisible(), true);
  await close();
});

describe('the drawn timeline', () => {
  let page, marks;
  const labels = () => marks.evaluateAll((all) => all.map((mark) => mark.getAttribute('aria-label')));
  before(async () => {
    page = await openArticle();
    await openTab(page, 'timeline');
    marks = page.locator('#panel-timeline .mark');
  });
  after(close);

  test('every event is drawn, by itself or in a group that says how many', async () => {
    let count = 0;
    for (const words of await labels()) count += Number(/(\d+) events,/.exec(words)?.[1] ?? 1);
    assert.equal(count, report.timeline.length);
  });
  test('a year and a month are bars, a day is a dot, what goes on is open', async () => {
    const shape = (key) => page.locator(`[data-event=${key}] .shape`).evaluate((rect) => ({
      width: Number(rect.getAttribute('width')), height: Number(rect.getAttribute('height')),
      open: rect.hasAttribute('mask'),
    }));
    const [year, month, day, open] = [await shape('v1'), await shape('v3'), await shape('v7'), await shape('v2')];
    assert.ok(year.width > 5 * month.width && month.width > day.width - 1, JSON.stringify([year, month, day]));
    assert.equal(day.width, day.height);
    assert.deepEqual([open.open, year.open], [true, false]);
  });
  test('a press leads to the words and marks the event in the drawing and in the list', async () => {
    await page.locator('[data-event=v2]').click();
    assert.match((await markedWords(page)).join(''), /^The blockade began/);
    assert.equal(await page.locator('[data-event=v2]').getAttribute('aria-current'), 'true');
    assert.equal(await page.locator('#panel-timeline button[data-key=v2]').getAttribute('aria-current'), 'true');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.mark[aria-current]').count(), 0);
  });
  test('keys walk from event to event, zoom, move and bring all back', async () => {
    await page.locator('.mark[tabindex="0"]').focus();
    await page.keyboard.press('Home');
    const first = await page.evaluate(() => document.activeElement.dataset.event);
    await page.keyboard.press('ArrowRight');
    assert.notEqual(await page.evaluate(() => document.activeElement.dataset.event), first);
    assert.equal(await page.locator('.mark[tabindex="0"]').count(), 1);
    const ticks = () => page.locator('#panel-timeline .axis').textContent();
    const before = await ticks();
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await page.waitForFunction((old) => document.querySelector('.axis').textContent !== old, before);
    const zoomed = await ticks();
    await page.keyboard.press('Shift+ArrowRight');
    await page.waitForFunction((old) => document.querySelector('.axis').textContent !== old, zoomed);
    await page.keyboard.press('0');
    await page.waitForFunction((old) => document.querySelector('.axis').textContent === old, before);
    await page.locator('.mark[tabindex="0"]').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    assert.notDeepEqual(await markedWords(page), []);
    await page.locator('#sheet').focus();
    await page.keyboard.press('Escape');
  });
  test('buttons zoom, and say what lies out of sight', async () => {
    for (let i = 0; i < 6; i++) await page.locator('#panel-timeline [data-act=in]').click();
    await page.locator('.beyond:not(.empty)').first().waitFor();
    assert.match((await page.locator('.beyond:not(.empty)').allTextContents()).join(' '), /\d+ (earlier|later)/);
    await page.locator('#panel-timeline [data-act=whole]').click();
    await page.waitForFunction(() => document.querySelectorAll('.beyond.empty').length === 2);
  });
  test('the wheel with Ctrl zooms, dragging moves', async () => {
    const box = await page.locator('.timeline-drawing').boundingBox();
    const axis = () => page.evaluate(() => [...document.querySelectorAll('#panel-timeline .axis .tick')]
      .map((tick) => tick.getAttribute('transform')).join());
    const changed = async (old) => {
      for (let i = 0; i < 100 && await axis() === old; i++) await page.waitForTimeout(50);
      assert.notEqual(await axis(), old);
    };
    const before = await axis();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height - 8);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -400);
    await page.keyboard.up('Control');
    await changed(before);
    const zoomed = await axis();
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 - 90, box.y + box.height - 8, {steps: 4});
    await page.mouse.up();
    await changed(zoomed);
    await page.locator('#panel-timeline [data-act=whole]').click();
  });
  test('colours follow the participants or how the date is known, and one can be seen alone', async () => {
    assert.deepEqual(await page.locator('.swatch').allTextContents(), ['Kessel 2', 'Anselm Korda 2', 'others 3']);
    await page.locator('.swatch').first().click();
    assert.equal(await page.locator('.drawing-host').getAttribute('data-only'), '1');
    assert.equal(await page.locator('.swatch').first().getAttribute('aria-pressed'), 'true');
    await page.getByRole('button', {name: 'how the date is known'}).click();
    assert.deepEqual(await page.locator('.swatch').allTextContents(), ['stated 3', 'worked out 3', 'carried over 1']);
    assert.equal(await page.locator('.drawing-host').getAttribute('data-only'), null);
  });
  test('more room keeps what is shown and puts the words beside the drawing', async () => {
    await page.locator('#widen').click();
    const drawing = await page.locator('.timeline-drawing').boundingBox();
    assert.ok(drawing.width > 400);
    assert.equal(await page.locator('#widen').getAttribute('aria-pressed'), 'true');
    await page.locator('#widen').click();
  });
});

test('events of one day are drawn as one; opened, they are listed, and each leads to its words', async () => {
  tab = await open(browser, server.url);
  const {page} = tab;
  await paste(page, 'Forty events on one day, and one a year before.');
  await shown(page);
  await openTab(page, 'timeline');
  const group = page.locator('.mark.many');
  assert.match(await group.getAttribute('aria-label'), /40 events, 14 March 2024$/);
  await group.focus();
  await page.keyboard.press('Enter');
  await page.locator('#cluster').waitFor();
  assert.equal(await page.locator('#cluster .card-link').count(), 40);
  assert.deepEqual(await axe(page), []);
  await page.locator('#cluster .card-link').nth(3).press('Enter');
  assert.deepEqual(await markedWords(page), ['Forty']);
  await close();
});

describe('quotes', () => {
  let page;
  before(async () => {
    page = await openArticle();
    await openTab(page, 'quotes');
  });
  after(close);

  test('they can be narrowed to a kind, with the count of each', async () => {
    const kinds = page.locator('#panel-quotes .choice').nth(1);
    assert.deepEqual(await kinds.locator('button').allTextContents(),
      ['All 5', 'direct quote 2', 'partly quoted 1', 'paraphrased 2']);
    await kinds.getByRole('button', {name: /^paraphrased/}).click();
    assert.equal(await page.locator('#panel-quotes [data-key]').count(), 2);
  });
  test('a quote picked in the article is shown though the kind hid it', async () => {
    // Its first line may begin behind that of the paragraph.
    const [x, y] = await page.locator('#article [data-key=q1]').first().evaluate((mark) => {
      mark.scrollIntoView({block: 'center'});
      const {left, top} = mark.getClientRects()[0];
      return [left + 3, top + 5];
    });
    await page.mouse.click(x, y);
    assert.equal(await page.locator('#panel-quotes [data-key=q1][aria-current]').count(), 1);
  });
  test('a quote is copied with who said it and where', async () => {
    await page.locator('#panel-quotes li', {has: page.locator('[data-key=q1]')}).locator('.copy').click();
    await page.locator('#announce', {hasText: 'Copied'}).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()),
      '“We did not come here to win an argument. We came so that ships can sail,” … ' +
      '“The first of them will leave Kessel on 28 March.”\n' +
      '— Anselm Korda, Foreign Minister. In: “Marenia agrees to reopen Kessel harbour after night of talks in ' +
      'Geneva”, 14 March 2024');
  });
});

describe('people, organisations and places', () => {
  let page;
  before(async () => {
    page = await openArticle();
    await openTab(page, 'entities');
  });
  after(close);

  test('names are found by some letters, accents and case apart, in their descriptions too', async () => {
    const rows = page.locator('#panel-entities .entity');
    await page.locator('#entity-search').fill('KÓRDA');
    assert.equal(await rows.count(), 1);
    await page.locator('#entity-search').fill('bank');
    assert.match(await rows.first().textContent(), /Lund & Farrow/);
    await page.locator('#entity-search').fill('nobody of this name');
    assert.match(await page.locator('#panel-entities').textContent(), /No name here has these letters/);
  });
  test('a name picked in the article is shown though the search hid it', async () => {
    await page.locator('#article [data-key=e7]').first().click();
    assert.equal(await page.locator('#panel-entities [data-key=e7][aria-current]').count(), 1);
    assert.equal(await page.locator('#entity-search').inputValue(), '');
  });
  test('each has a stroke for every mention along the article', async () => {
    const path = await page.locator('#panel-entities [data-key=e2] .strip path').getAttribute('d');
    assert.equal(path.match(/M/g).length, new Set(report.entities[1].mentions.map(({start}) =>
      Math.round(start * 396 / report.length))).size);
  });
  test('who is named together is drawn, and told in words that lead to the sentences', async () => {
    await page.getByRole('button', {name: 'Connections'}).click();
    assert.ok(await page.locator('.arcs .arc').count() >= 5);
    const pair = page.locator('.network-pairs .item').first();
    await pair.click();
    assert.ok((await markedWords(page)).join('').length > 40);
    await page.keyboard.press('Escape');
    await page.locator('.network-name').first().focus();
    assert.ok(await page.locator('.arcs.lit .arc.on').count() > 0);
    assert.deepEqual(await axe(page), []);
  });
  test('places lie on the map, which comes from the page’s own files, when it is asked for', async () => {
    const before = tab.requests.length;
    await page.getByRole('button', {name: 'Map', exact: true}).click();
    await page.locator('.disc').first().waitFor();
    const asked = tab.requests.slice(before);
    assert.ok(asked.length > 0 && asked.every((url) => url.startsWith(server.url)), asked.join(' '));
    assert.equal(await page.locator('.disc').count(), 1);
    assert.equal(await page.locator('.disc').getAttribute('aria-label'), 'Geneva, 3');
    assert.match(await page.locator('.places').textContent(), /Geneva.*3 mentions.*town.*Switzerland/s);
    assert.match(await page.locator('.map-part').textContent(), /Not on the map: Marenia/);
  });
  test('a place leads to its words, by pointer and by keys; the map zooms', async () => {
    await page.locator('.disc').first().focus();
    await page.keyboard.press('Enter');
    assert.deepEqual(await markedWords(page), ['Geneva']);
    assert.equal(await page.locator('.disc[aria-current]').count(), 1);
    const place = () => page.locator('.disc .shape').first().getAttribute('cx');
    const before = await place();
    await page.locator('.map-part [data-act=whole]').click();
    await page.waitForFunction((old) => document.querySelector('.disc .shape').getAttribute('cx') !== old, before);
    assert.deepEqual(await axe(page), []);
  });
});

describe('overview', () => {
  let page;
  before(async () => (page = await openArticle()));
  after(close);

  test('the counts are those of the report, and lead to their views', async () => {
    const counts = await page.locator('.counts button').allTextContents();
    assert.deepEqual(counts, ['4 people', '3 organisations', '4 places', '7 events', '5 quotes']);
    await page.locator('.counts button').nth(3).click();
    assert.equal(await page.locator('#panel-timeline').isVisible(), true);
    await openTab(page, 'summary');
  });
  test('the slider gives as many sentences as it says, in text order, by keys too', async () => {
    const slider = page.locator('#summary-length');
    const sentences = page.locator('.sentences [data-key]');
    assert.equal(await sentences.count(), report.summary.length);
    await slider.focus();
    await page.keyboard.press('Home');
    assert.equal(await sentences.count(), 1);
    assert.equal(await sentences.first().getAttribute('data-key'), `s${report.summary[0].sentence}`);
    assert.match(await slider.getAttribute('aria-valuetext'), /^1 of \d+ sentences/);
    await page.keyboard.press('ArrowRight');
    assert.equal(await sentences.count(), 2);
  });
});

test('nothing moves by itself: an article opened and its views visited shift no layout', async () => {
  const page = await openArticle();
  await page.evaluate(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const {value, hadRecentInput} of list.getEntries()) if (!hadRecentInput) window.shifts.push(value);
    }).observe({type: 'layout-shift', buffered: false});
  });
  for (const view of ['timeline', 'quotes', 'entities', 'summary']) {
    await openTab(page, view);
    await page.waitForTimeout(700);
  }
  assert.deepEqual(await page.evaluate(() => window.shifts), []);
  await close();
});

test('right-to-left words stand right to left in the article and in the findings', async () => {
  tab = await open(browser, server.url);
  const {page} = tab;
  await paste(page, 'قال الوزير إن الاتفاق جيد.\n\nThe minister said so.');
  await shown(page);
  const sides = await page.locator('#article .block').evaluateAll((blocks) => blocks.map((block) =>
    getComputedStyle(block).direction));
  assert.deepEqual(sides, ['rtl', 'ltr']);
  await close();
});

test('colours forced by the system, and more contrast asked for, leave everything legible', async () => {
  const page = await openArticle({context: {forcedColors: 'active'}});
  for (const view of ['timeline', 'entities']) {
    await openTab(page, view);
    assert.deepEqual(await axe(page), [], view);
  }
  await page.emulateMedia({forcedColors: 'none', contrast: 'more'});
  const colours = await page.evaluate(() => {
    const style = getComputedStyle(document.documentElement);
    return [style.getPropertyValue('--soft-ink').trim(), style.getPropertyValue('--ink').trim()];
  });
  assert.equal(colours[0], colours[1]);
  await close();
});
