// Protects readers without a pointer: one walk through everything that the built page can do, with keys alone. Whatever
// has the focus on the way is in sight, and shows that it has it.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {builtPage, kRepository, launch, markedWords, open, serve, shown} from './support/browser.js';

const text = readFileSync(join(kRepository, 'web/samples/harbour-talks.txt'), 'utf8');
const kOther = 'Ferry line opens\n\nMarenia opened the ferry line on 14 March 2024, said Anselm Korda of Geneva.';

let server, browser, tab, page;
before(async () => {
  server = await serve(builtPage());
  browser = await launch();
  tab = await open(browser, server.url);
  page = tab.page;
});
after(async () => {
  await browser?.close();
  server?.close();
});

const press = async (...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};
/** What has the focus: whether a selector means it, and whether a reader sees where it is. */
const focus = (selector) => page.evaluate((wanted) => {
  const element = document.activeElement;
  const {outlineStyle} = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  // A drawn mark shows the focus by a frame of its own.
  const frame = element.querySelector(':scope > .halo');
  const rings = outlineStyle !== 'none' || !!frame || element.matches('#sheet, body, mark');
  return {
    there: element.matches(wanted), rings, name: `${element.tagName}#${element.id}.${element.getAttribute('class')}`,
    inSight: element === document.body || (box.bottom > 0 && box.top < innerHeight),
  };
}, selector);
/** Presses Tab until the focus is on what a selector means. */
const to = async (selector, key = 'Tab') => {
  for (let i = 0; i < 160; i++) {
    await press(key);
    const at = await focus(selector);
    assert.ok(at.rings && at.inSight, `${at.name} shows that it has the focus, on the way to ${selector}`);
    if (at.there) return;
  }
  assert.fail(`no way to ${selector} by ${key}`);
};
const closed = async () => {
  await press('Escape');
  await page.locator('dialog').waitFor({state: 'detached'});
};
const pressed = (selector) => page.locator(selector).getAttribute('aria-pressed');
const downloaded = async (key) => {
  const [file] = await Promise.all([page.waitForEvent('download'), press(key)]);
  return file.suggestedFilename();
};
const copied = () => page.evaluate(() => navigator.clipboard.readText());
const clip = (words) => page.evaluate((value) => navigator.clipboard.writeText(value), words);

test('everything is done by keys alone, from the first paste to the last article deleted', async () => {
  // In.
  await clip(text);
  await to('#text');
  await press('Control+V');
  await shown(page);

  // The views, and what each can do.
  await press('1');
  await to('#summary-length');
  await press('Home');
  assert.equal(await page.locator('#panel-summary .sentence').count(), 1);
  await press('ArrowRight', 'ArrowRight');
  assert.equal(await page.locator('#panel-summary .sentence').count(), 3);
  await to('#panel-summary .sentence');
  await press('Enter');
  assert.ok((await markedWords(page)).join('').length > 20);
  await press('Escape');
  assert.deepEqual(await markedWords(page), []);
  await press('2');
  await to('#panel-timeline [data-way=basis]');
  await press('Enter');
  assert.equal(await pressed('#panel-timeline [data-way=basis]'), 'true');
  await to('#panel-timeline .mark');
  const ticks = () => page.locator('#panel-timeline .axis').textContent();
  const whole = await ticks();
  await press('+', '+');
  await page.waitForFunction((old) => document.querySelector('#panel-timeline .axis').textContent !== old, whole);
  await press('Shift+ArrowRight', '0');
  await page.waitForFunction((old) => document.querySelector('#panel-timeline .axis').textContent === old, whole);
  await press('ArrowRight');
  await to('#panel-timeline .swatch');
  await press('Enter');
  assert.equal(await pressed('#panel-timeline .swatch >> nth=0'), 'true');
  await to('#panel-timeline [data-key^=v]');
  await press('Enter');
  assert.ok((await markedWords(page)).length > 0);
  await press('3');
  await to('#panel-quotes [data-value=text]');
  await press('Enter');
  await to('#panel-quotes [data-value=direct]');
  await press('Enter');
  await to('#panel-quotes .copy');
  await press('Enter');
  await page.locator('#announce', {hasText: 'Copied'}).waitFor();
  assert.match(await copied(), /—/);
  await press('4');
  await to('#entity-search');
  await page.keyboard.type('korda');
  assert.equal(await page.locator('#panel-entities .entity').count(), 1);
  await to('#panel-entities .entity');
  await press('Enter');
  assert.match((await markedWords(page)).join(''), /Korda/);
  await press('n');
  await page.locator('#announce', {hasText: '2 of'}).waitFor();
  await to('#panel-entities [data-value=network]', 'Shift+Tab');
  await press('Enter');
  await to('.network-name');
  assert.ok(await page.locator('.arcs.lit').count() > 0);
  await to('#panel-entities [data-value=map]', 'Shift+Tab');
  await press('Enter');
  await page.locator('.map .disc').first().waitFor();
  await to('.map .disc');
  await press('+', 'Enter');
  assert.ok((await markedWords(page)).length > 0);
  await press('Escape');
  await to('#widen', 'Shift+Tab');
  await press('Enter');
  assert.equal(await pressed('#widen'), 'true');
  await press('Enter');

  // The article: its marks with their cards, its layers, its date.
  await to('#article [data-key]', 'Shift+Tab');
  await page.locator('#card:not([hidden])').waitFor();
  await press('n', 'ArrowLeft', 'p');
  await page.locator('#card:not([hidden])').waitFor();
  await press('Tab');
  assert.ok(await page.evaluate(() => document.getElementById('card').contains(document.activeElement)));
  await press('Escape', 'Enter');
  assert.ok((await markedWords(page)).length > 0);
  await press('Escape');
  await to('.layer[data-layer=place]', 'Shift+Tab');
  await press(' ');
  assert.equal(await pressed('.layer[data-layer=place]'), 'false');
  await press(' ');
  await to('#date', 'Shift+Tab');
  // From the button of its calendar to the year.
  await press('Shift+Tab', 'ArrowUp');
  await page.locator('#date-why', {hasText: 'set by you'}).waitFor();
  await to('#date-why button');
  await press('Enter');
  await page.locator('#date-why', {hasText: 'found in the article'}).waitFor();

  // Another text, and back.
  await to('#edit');
  await press('Enter');
  assert.ok((await focus('#text')).there);
  await press('Control+Home');
  await page.keyboard.type('Kessel opens. ');
  await press('Control+Enter');
  await shown(page);
  await page.locator('#article .block', {hasText: /^Kessel opens\. Marenia/}).waitFor();

  // Out.
  await press('t');
  await page.locator('dialog').waitFor();
  const files = {'markdown': 'md', 'calendar': 'ics', 'csv-entities': 'csv', 'json': 'json', 'annotations': 'jsonld',
    'timeline-svg': 'svg', 'map-png': 'png'};
  for (const [act, ending] of Object.entries(files)) {
    await to(`dialog [data-act="${act}"]`);
    assert.match(await downloaded('Enter'), new RegExp(`\\.${ending}$`), act);
  }
  await to('dialog [data-act=cite]', 'Shift+Tab');
  await press('Enter');
  await page.locator('.over-said', {hasText: 'citation'}).waitFor();
  await to('dialog [data-act=link]');
  await press('Enter');
  await page.locator('.over-said', {hasText: 'link is on'}).waitFor();
  assert.match(await copied(), /#/);
  await closed();
  await press('s');
  await page.locator('#notice', {hasText: 'in your library'}).waitFor();

  // Another article, pasted where no field is.
  await clip(kOther);
  await to('#clear');
  await press('Control+V');
  await page.locator('#article .headline', {hasText: 'Ferry line'}).waitFor();
  await to('#notice button');
  await press('Enter');
  await page.locator('#article .block', {hasText: /^Kessel opens/}).waitFor();
  await press('Control+V');
  await page.locator('#article .headline', {hasText: 'Ferry line'}).waitFor();
  await press('s');
  await page.locator('#notice', {hasText: 'in your library'}).waitFor();

  // The library: together, searched, opened, deleted, brought back, exported.
  await press('l');
  await page.locator('.kept-row').nth(1).waitFor();
  for (let i = 0; i < 2; i++) {
    await to('.kept-row input[type=checkbox]');
    await press(' ');
  }
  await to('dialog [data-act=compare]');
  await press('Enter');
  await page.locator('#compare .sources').waitFor();
  await to('#compare [data-event-of]');
  await press('Escape', 'l');
  await page.locator('.kept-row').nth(1).waitFor();
  await to('dialog input[type=search]');
  await page.keyboard.type('ferry');
  await page.waitForFunction(() => document.querySelectorAll('.kept-row').length === 1);
  await to('.kept-row [data-act=delete]');
  await press('Enter');
  await page.locator('.over-said', {hasText: 'was deleted'}).waitFor();
  assert.ok((await focus('.over-said button')).there);
  await press('Enter');
  await page.waitForFunction(() => document.querySelectorAll('.kept-row').length > 0);
  await to('dialog [data-act=export]');
  assert.match(await downloaded('Enter'), /\.json$/);
  await closed();

  // Help, its switch, and a fresh start.
  await press('?');
  await to('#shortcuts-on');
  await press(' ');
  await closed();
  await press('l');
  assert.equal(await page.locator('dialog').count(), 0, 'single keys are off');
  await to('#clear');
  await press('Enter');
  assert.ok((await focus('#text')).there);
  await to('.sample');
  await press('Enter');
  await shown(page);
  assert.deepEqual(await tab.problems(), []);
});
