// Protects what the built page is like to use: fingers zoom and move its drawings but still scroll the page, nothing
// moves where the reader asked for calm, work that takes longer says so, and cards do not lie on what is being read.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, afterEach, before, describe, test} from 'node:test';
import {builtPage, kRepository, launch, open, openTab, paste, serve, shown} from './support/browser.js';

const text = readFileSync(join(kRepository, 'web/samples/harbour-talks.txt'), 'utf8');
const kPlaces = 'Talks move to Paris\n\nMinisters met in Paris on 3 May 2021. Paris had hosted them before. ' +
  'From Paris they went to Oslo. Paris waits, the mayor of Paris said, and Paris pays.';

let server, browser, tab, page;
before(async () => {
  server = await serve(builtPage());
  browser = await launch();
});
after(async () => {
  await browser?.close();
  server?.close();
});
afterEach(() => tab?.context.close());
async function openWith(words, options) {
  tab = await open(browser, server.url, options);
  page = tab.page;
  await paste(page, words);
  await shown(page);
}

describe('fingers', () => {
  const kPhone = {width: 390, height: 844, context: {hasTouch: true, isMobile: true}};
  /** Moves fingers, each along its own line, as a hand does. @param {[number, number][][]} paths  of each finger */
  async function move(paths) {
    const session = await tab.context.newCDPSession(page);
    const at = (i) => paths.map((path, id) => ({x: path[i][0], y: path[i][1], id}));
    await session.send('Input.dispatchTouchEvent', {type: 'touchStart', touchPoints: at(0)});
    for (let i = 1; i < paths[0].length; i++) {
      await session.send('Input.dispatchTouchEvent', {type: 'touchMove', touchPoints: at(i)});
      await page.waitForTimeout(20);
    }
    await session.send('Input.dispatchTouchEvent', {type: 'touchEnd', touchPoints: []});
    await page.waitForTimeout(100);
  }
  const steps = (from, to) => Array.from({length: 9}, (_, i) => from + (to - from) * i / 8);
  /** Two fingers apart, level, around a point. */
  const spread = (x, y, from, to) => [-1, 1].map((side) => steps(from, to).map((by) => [x + side * by, y]));
  const middle = async (selector) => {
    const box = await page.locator(selector).boundingBox();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };

  test('two zoom the timeline, one moves it; along its length one scrolls the page', async () => {
    await openWith(text, kPhone);
    await openTab(page, 'timeline');
    const axis = () => page.locator('#panel-timeline .axis').textContent();
    const whole = await axis();
    const [x, y] = await middle('.timeline-drawing');
    await move(spread(x, y, 20, 130));
    const near = await axis();
    assert.notEqual(near, whole, 'zoomed');
    await move([steps(x + 60, x - 100).map((at) => [at, y])]);
    assert.notEqual(await axis(), near, 'moved');
    assert.equal(await page.evaluate(() => visualViewport.scale), 1, 'the page itself was not zoomed');
    await move([steps(y + 60, y - 160).map((at) => [x, at])]);
    assert.ok(await page.evaluate(() => scrollY) > 60, 'the page scrolled');
  });

  test('two zoom the map, on which a place is larger the more often it is named', async () => {
    await openWith(kPlaces, kPhone);
    await openTab(page, 'entities');
    await page.locator('#panel-entities [data-value=map]').click();
    await page.locator('.disc').nth(1).waitFor();
    const discs = () => page.evaluate(() => Object.fromEntries([...document.querySelectorAll('.disc')].map((disc) =>
      [disc.getAttribute('aria-label').split(',')[0], ['r', 'cx'].map((name) =>
        Number(disc.querySelector('.shape').getAttribute(name)))])));
    const {Paris, Oslo} = await discs();
    assert.ok(Paris[0] > 1.5 * Oslo[0], `${Paris} ${Oslo}`);
    const [x, y] = await middle('.map');
    await move(spread(x, y, 20, 120));
    const now = await discs();
    assert.ok(Math.abs(now.Paris[1] - now.Oslo[1]) > 1.2 * Math.abs(Paris[1] - Oslo[1]), 'zoomed');
    assert.equal(now.Paris[0], Paris[0], 'a disc says how often, not how near');
  });

  test('a tap shows a card that does not lie on what was tapped', async () => {
    await openWith(text, kPhone);
    const names = page.locator('#article .name');
    for (const index of [0, 6, 14]) {
      await names.nth(index).tap();
      await page.locator('#card:not([hidden])').waitFor();
      await page.waitForTimeout(150);
      const [mark, card] = await Promise.all([names.nth(index).boundingBox(), page.locator('#card').boundingBox()]);
      assert.ok(mark.y + mark.height <= card.y, `${mark.y} ${card.y}`);
    }
  });
});

test('beside the article there is room for a card, and it is taken', async () => {
  await openWith(text, {width: 1440});
  for (const index of [0, 3, 9]) {
    await page.locator('#article .name').nth(index).hover();
    await page.locator('#card:not([hidden])').waitFor();
    const [article, card] = await Promise.all([page.locator('#article').boundingBox(),
      page.locator('#card').boundingBox()]);
    assert.ok(card.x >= article.x + article.width, 'no word is covered');
    // On the way to it over other marks the card stays.
    const label = await page.locator('#card').getAttribute('aria-label');
    await page.mouse.move(card.x + 30, card.y + 20, {steps: 25});
    assert.equal(await page.locator('#card').getAttribute('aria-label'), label);
    await page.mouse.move(5, 400, {steps: 3});
    await page.locator('#card').waitFor({state: 'hidden'});
  }
});

test('where the reader asked for calm nothing moves; elsewhere little does, and not for long', async () => {
  for (const [reducedMotion, most] of [['reduce', 0], ['no-preference', 200]]) {
    await openWith(text, {context: {reducedMotion}});
    const longest = await page.evaluate(() => Math.max(...[...document.querySelectorAll('*')].map((element) => {
      const {transitionDuration, animationDuration} = getComputedStyle(element);
      return 1000 * Math.max(...`${transitionDuration},${animationDuration}`.split(',').map(parseFloat));
    })));
    assert.ok(longest <= most, `${reducedMotion}: ${longest} ms`);
    await tab.context.close();
  }
});

test('work that takes longer says so, and what was pasted can be seen meanwhile', async () => {
  tab = await open(browser, server.url);
  page = tab.page;
  await paste(page, text);
  await shown(page);
  await page.locator('#clear').click();
  await paste(page, `${text}\n\n`.repeat(400));
  await page.locator('#status[data-phase=working]', {hasText: 'Reading…'}).waitFor();
  const beginning = page.locator('#article .beginning');
  await beginning.waitFor();
  assert.ok(text.startsWith((await beginning.textContent()).slice(0, 1000)));
  assert.equal(await page.locator('.panel .item').first().isVisible(), false, 'nothing of the article before');
  await shown(page);
  assert.ok(await page.locator('.panel .item').first().isVisible());
  assert.deepEqual(await tab.problems(), []);
});

test('what is pasted where no field is becomes the article; the one before can be brought back', async () => {
  await openWith(text, {});
  await page.evaluate(() => navigator.clipboard.writeText('Ferry opens\n\nAnn Lee opened the ferry on 3 May 2021.'));
  await page.locator('#tab-quotes').focus();
  await page.keyboard.press('Control+V');
  await page.locator('#article .block', {hasText: 'Ferry opens'}).waitFor();
  await page.locator('#notice button').click();
  await page.locator('#article .block', {hasText: 'Marenia agrees'}).waitFor();
  // In a field of another purpose it is what it always is.
  await openTab(page, 'entities');
  await page.locator('#entity-search').focus();
  await page.keyboard.press('Control+V');
  assert.match(await page.locator('#entity-search').inputValue(), /^Ferry opens/);
  assert.equal(await page.locator('#article .block', {hasText: 'Marenia agrees'}).count(), 1);
});
