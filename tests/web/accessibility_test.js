// Protects readers who see, hear or move otherwise: axe-core finds nothing, of any impact, in any view or sheet of the
// built page, light and dark, on a phone and on a wide screen.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {axe, builtPage, kRepository, launch, open, openTab, paste, serve, shown} from './support/browser.js';

const text = readFileSync(join(kRepository, 'web/samples/harbour-talks.txt'), 'utf8');
const kOther = 'Ferry line to Orsa opens\n\nThe first ferry left on Monday, 3 May 2021, said Ann Lee. ' +
  '“It is late,” she said.\n\nMarenia signed a deal with Velk in Geneva on 3 May 2021.';
/** Many events of one day. */
const kDeeds = 'opened the pier, closed the harbour, painted the school, sold the bridge, bought the library, ' +
  'repaired the station, visited the theatre, left the museum, flooded the market, cleaned the church, ' +
  'burned the mill, ' +
  'built the tower, renamed the square, searched the prison, crossed the river, blocked the road, entered the ' +
  'palace, praised the choir, inspected the farm, rented the hotel, measured the dam, photographed the castle, ' +
  'emptied the bank, guarded the border, lit the lamps';
const kCrowded = ['Published 4 May 2021', ...kDeeds.split(', ').map((deed) => `Ann Lee ${deed} on 3 May 2021.`)]
  .join('\n\n');

let server, browser;
before(async () => {
  server = await serve(builtPage());
  browser = await launch();
});
after(async () => {
  await browser?.close();
  server?.close();
});

for (const colorScheme of ['light', 'dark']) {
  for (const [width, height] of [[1440, 900], [390, 844]]) {
    const isNarrow = width < 992;
    describe(`${width} pixels, ${colorScheme}`, () => {
      let tab, page;
      before(async () => {
        tab = await open(browser, server.url, {width, height, colorScheme, context: {hasTouch: isNarrow}});
        page = tab.page;
      });
      after(() => tab?.context.close());
      const clean = async (what) => assert.deepEqual(await axe(page), [], what);
      const seeArticle = () => isNarrow ? page.locator('#tab-article').click() : null;

      test('before anything is pasted, and with words that say what went wrong', async () => {
        await clean('empty');
        await paste(page, '  ');
        await page.locator('#notice p').waitFor();
        await clean('only spaces');
        await page.locator('#more-ways').click();
        await page.locator('dialog').waitFor();
        await clean('more ways in');
        await page.keyboard.press('Escape');
      });

      test('every view, with nothing and with something marked', async () => {
        await paste(page, text);
        await shown(page);
        await clean('article');
        for (const view of ['summary', 'timeline', 'quotes', 'entities']) {
          await openTab(page, view);
          await page.waitForTimeout(100);
          await clean(view);
          await page.locator(`#panel-${view} [data-key]:visible`).first().click();
          await clean(`${view}, marked`);
          await page.keyboard.press('Escape');
        }
        await openTab(page, 'quotes');
        await page.locator('#panel-quotes [data-value=text]').click();
        await clean('quotes in text order');
        await openTab(page, 'entities');
        await page.locator('#entity-search').fill('zzz');
        await clean('no name found');
        await page.locator('#entity-search').fill('');
        for (const part of ['network', 'map']) {
          await page.locator(`#panel-entities [data-value=${part}]`).click();
          if (part === 'map') await page.locator('.map .disc').first().waitFor();
          await clean(part);
        }
      });

      test('cards, what is typed, layers that are off', async () => {
        await seeArticle();
        await page.locator('#article .name').first()[isNarrow ? 'tap' : 'hover']();
        await page.locator('#card:not([hidden])').waitFor();
        await clean('card');
        await page.keyboard.press('Escape');
        await page.locator('.layer').first().click();
        await clean('a layer off');
        await page.locator('#edit').click();
        await clean('edit');
        await page.locator('#read').click();
      });

      test('every sheet, empty and full', async () => {
        for (const [id, within] of [['take', null], ['library', null], ['help', '[data-act=licences]']]) {
          await page.locator(`#${id}`).click();
          await page.locator('dialog').waitFor();
          await clean(id);
          if (within) {
            await page.locator(`dialog ${within}`).click();
            await page.locator('.licences').waitFor();
            await clean('licences');
          }
          if (id === 'take') {
            await page.locator('dialog [data-act=keep]').click();
            await page.locator('.over-said', {hasText: 'library'}).waitFor();
            await clean('kept');
          }
          await page.keyboard.press('Escape');
        }
      });

      test('several articles together', async () => {
        await page.locator('#clear').click();
        await clean('put aside');
        await paste(page, kOther);
        await shown(page);
        await page.locator('#take').click();
        await page.locator('dialog [data-act=keep]').click();
        await page.locator('.over-said', {hasText: 'library'}).waitFor();
        await page.keyboard.press('Escape');
        await page.locator('#library').click();
        await page.locator('.kept-row').nth(1).waitFor();
        for (const box of await page.locator('.kept-row input[type=checkbox]').all()) await box.check();
        await clean('chosen in the library');
        await page.locator('dialog .primary').click();
        await page.locator('#compare .sources').waitFor();
        await clean('together');
        await page.keyboard.press('Escape');
      });

      test('events of one day opened, and a text with notes', async () => {
        if (await page.locator('#clear').isVisible()) await page.locator('#clear').click();
        await paste(page, kCrowded);
        await shown(page);
        await openTab(page, 'timeline');
        // What can be parted by zooming is zoomed to first.
        for (let i = 0; i < 8 && !await page.locator('#cluster:not([hidden])').count(); i++) {
          await page.locator('#panel-timeline .mark.many').first().focus();
          await page.keyboard.press('Enter');
          await page.waitForTimeout(100);
        }
        assert.equal(await page.locator('#cluster:not([hidden])').count(), 1);
        await clean('cluster');
        await page.keyboard.press('Escape');
        await seeArticle();
        await page.locator('#clear').click();
        await paste(page, 'Die Regierung hat am Montag in Berlin ein neues Gesetz beschlossen, sagte die Ministerin. ' +
          'Der Bundestag stimmt in der nächsten Woche darüber ab, und die Länder wollen es prüfen.');
        await shown(page);
        await clean('not English');
      });
    });
  }
}
