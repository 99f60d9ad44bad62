// Protects use without a network: after one visit the page works offline, a newer version is announced and taken over
// when the reader says so, what other apps share arrives, and the page that is one file works from disk.
import assert from 'node:assert/strict';
import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, afterEach, before, describe, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {
  builtPage, fieldText, kDist, kRepository, launch, markedWords, open, openTab, paste, serve, shown,
} from './support/browser.js';
import {makeDocx, makePdf} from './support/made_files.js';

const text = readFileSync(join(kRepository, 'web/samples/harbour-talks.txt'), 'utf8');
const kWithWorker = {context: {serviceWorkers: 'allow'}};

let folder, server, browser;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-'));
  cpSync(builtPage(), folder, {recursive: true});
  server = await serve(folder);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  server?.close();
  rmSync(folder, {recursive: true, force: true});
});

afterEach(() => server.pause(false));

/** A visit, until the page is kept. */
async function visit() {
  const tab = await open(browser, server.url, kWithWorker);
  await tab.page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) {
      await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
    }
  });
  return tab;
}

describe('after one visit', () => {
  test('the page works without a network: analysis, every view, files that need no large reader', async () => {
    const {page, context, problems} = await visit();
    server.pause(true);
    await page.reload();
    await paste(page, text);
    await shown(page);
    for (const view of ['timeline', 'quotes', 'entities', 'summary']) await openTab(page, view);
    await page.locator('#take').click();
    await page.locator('dialog [data-act=markdown]').waitFor();
    await page.keyboard.press('Escape');
    await page.setInputFiles('#file', {name: 'a.html', mimeType: 'text/html',
      buffer: Buffer.from('<html><body><p>Ann Lee spoke on 3 May 2021.</p></body></html>')});
    await page.locator('#article', {hasText: 'Ann Lee spoke'}).waitFor();
    assert.deepEqual(await problems(), []);
    await context.close();
  });

  test('a reader that was never used is missed in words; one that was used is kept', async () => {
    const {page, context} = await visit();
    const pdf = {name: 'a.pdf', mimeType: 'application/pdf', buffer: makePdf([[{text: 'Ferry opens today', y: 700}]])};
    const word = {name: 'a.docx', mimeType: '', buffer: makeDocx(['A Word document'])};
    await page.setInputFiles('#file', pdf);
    await page.locator('#article', {hasText: 'Ferry opens'}).waitFor();
    server.pause(true);
    await page.reload();
    await page.locator('#clear').click();
    await page.setInputFiles('#file', pdf);
    await page.locator('#article', {hasText: 'Ferry opens'}).waitFor();
    await page.setInputFiles('#file', word);
    await page.locator('#notice', {hasText: 'could not be loaded'}).waitFor();
    await context.close();
  });

  test('a newer version is announced and used when the reader says so, with the text kept', async () => {
    const {page, context} = await visit();
    await paste(page, text);
    await shown(page);
    const worker = readFileSync(join(folder, 'service_worker.js'), 'utf8');
    writeFileSync(join(folder, 'service_worker.js'), `${worker}\n// newer`);
    await page.reload();
    await page.locator('#update', {hasText: 'newer version'}).waitFor();
    await Promise.all([page.waitForEvent('load'), page.locator('[data-act=update]').click()]);
    await shown(page);
    assert.equal(await fieldText(page), text);
    await page.waitForTimeout(500);
    assert.equal(await page.locator('#update').textContent(), '');
    await context.close();
  });

  test('what is shared with the app arrives: words, a file; only an address is told in words', async () => {
    const {page, context} = await visit();
    const share = (fields, file) => page.evaluate(async ([all, one]) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(all)) form.append(name, value);
      if (one) form.append('files', new File([one], 'shared.md', {type: 'text/markdown'}));
      return (await fetch('./share-target', {method: 'POST', body: form})).ok;
    }, [fields, file]);
    // The service worker answers with a way to "?shared", which browsers follow.
    const address = `${server.url}?shared`;
    assert.ok(await share({title: 'Ferry opens', text: 'The ferry left on 3 May 2021, said Ann Lee.'}));
    await page.goto(address);
    await page.locator('#article .block', {hasText: 'The ferry left'}).waitFor();
    assert.match(await fieldText(page), /^Ferry opens\n\nThe ferry left/);
    assert.equal(page.url(), server.url);
    await share({}, '# Boats\n\nThe boats left on 4 May 2021.');
    await page.goto(address);
    await page.locator('#article .block', {hasText: 'The boats left'}).waitFor();
    await share({title: 'A page', url: 'https://example.org/a'});
    await page.goto(address);
    await page.locator('#notice', {hasText: 'Only the address'}).waitFor();
    await context.close();
  });

  test('the browser finds nothing that keeps the page from being installed', async () => {
    const {page, context} = await visit();
    const session = await context.newCDPSession(page);
    const {installabilityErrors} = await session.send('Page.getInstallabilityErrors');
    assert.deepEqual(installabilityErrors.filter(({errorId}) => errorId !== 'in-incognito'), []);
    const {errors, data} = await session.send('Page.getAppManifest');
    assert.deepEqual(errors, []);
    assert.equal(JSON.parse(data).share_target.method, 'POST');
    await context.close();
  });
});

describe('dateline.html, opened from disk', () => {
  const address = pathToFileURL(join(kDist, 'dateline.html')).href;

  test('it reads an article, its findings lead to their words, and it asks for nothing', async () => {
    const {page, context, problems, requests} = await open(browser, address);
    await paste(page, text);
    await shown(page);
    await openTab(page, 'quotes');
    await page.locator('#panel-quotes [data-key]').first().click();
    assert.ok((await markedWords(page)).join('').length > 10);
    await openTab(page, 'entities');
    await page.keyboard.press('?');
    await page.getByRole('button', {name: 'Licences'}).click();
    await page.locator('.licences', {hasText: 'Apache License'}).waitFor();
    assert.deepEqual(requests.filter((url) => !url.startsWith('blob:')), [address]);
    assert.deepEqual(await problems(), []);
    await context.close();
  });

  test('it reads every kind of file, and keeps articles', async () => {
    const {page, context, problems} = await open(browser, address);
    for (const [name, buffer, words] of [
      ['a.pdf', makePdf([[{text: 'Ferry opens today', y: 700}]]), 'Ferry opens today'],
      ['a.docx', makeDocx(['A Word document']), 'A Word document'],
      ['a.md', Buffer.from('# A Markdown file'), 'A Markdown file'],
      ['a.html', Buffer.from('<body><p>A web page.'), 'A web page.'],
    ]) {
      await page.setInputFiles('#file', {name, mimeType: '', buffer});
      await page.locator('#article', {hasText: words}).waitFor();
    }
    await page.locator('#library').focus();
    await page.keyboard.press('s');
    await page.locator('#notice', {hasText: 'in your library'}).waitFor();
    assert.deepEqual(await problems(), []);
    await context.close();
  });

  test('its policy allows its own script by hash, and no connection at all', async () => {
    const html = readFileSync(join(kDist, 'dateline.html'), 'utf8');
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)[1];
    assert.match(policy, /^default-src 'none'; script-src 'sha256-[^']+' 'wasm-unsafe-eval';/);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*|connect-src/);
    const {page, context} = await open(browser, address);
    const reach = (url) => fetch(url, {mode: 'no-cors'}).then(() => 'reached', () => 'refused');
    await paste(page, text);
    await shown(page);
    assert.equal(await page.evaluate(reach, server.url), 'refused');
    assert.equal(await page.workers()[0].evaluate(reach, server.url), 'refused', 'the worker too');
    await context.close();
  });
});
