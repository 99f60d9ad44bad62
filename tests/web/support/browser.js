// A folder of static files served as GitHub Pages serves them, a headless Chromium, and a watch over everything that a
// page asks for, says or refuses.
import {createReadStream, existsSync, readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {createRequire} from 'node:module';
import {extname, join, normalize} from 'node:path';
import {fileURLToPath} from 'node:url';
import {execFileSync} from 'node:child_process';
import {gzipSync} from 'node:zlib';

// The packages lie in web/.
const require = createRequire(new URL('../../../web/package.json', import.meta.url));
const {chromium} = require('playwright-core');
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

export const kRepository = fileURLToPath(new URL('../../..', import.meta.url));
export const kDist = join(kRepository, 'dist');

/** The wait for anything that should happen soon; generous, for slow and busy machines. */
export const kSoon = 20_000;

const kTypes = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm', '.png': 'image/png', '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/** Serves a folder below /dateline/, as a project page is, and nothing else; gzip: packed, as servers on the web do. */
export async function serve(folder, {gzip = false} = {}) {
  let paused = false;
  /** @type {Map<string, Buffer>} */
  const packed = new Map();
  const server = createServer((request, response) => {
    if (paused) {
      request.socket.destroy();
      return;
    }
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
    const file = path === '/dateline/' ? 'index.html' : path.startsWith('/dateline/') ? path.slice(10) : '';
    if (!file || file.includes('..') || !existsSync(join(folder, file))) {
      response.writeHead(404).end();
      return;
    }
    const type = {'Content-Type': kTypes[extname(file)] ?? 'application/octet-stream'};
    if (gzip) {
      packed.set(file, packed.get(file) ?? gzipSync(readFileSync(join(folder, file))));
      response.writeHead(200, {...type, 'Content-Encoding': 'gzip'}).end(packed.get(file));
      return;
    }
    response.writeHead(200, type);
    createReadStream(join(folder, file)).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin, url: `${origin}/dateline/`, close: () => server.close(),
    /** Answers nothing while paused, as when there is no network. @param {boolean} on */
    pause: (on) => (paused = on),
  };
}

/** Builds the page around the stored analysis and returns its folder. */
export function buildStored() {
  execFileSync(process.execPath, [
    join(kRepository, 'web/node_modules/vite/bin/vite.js'), 'build', '--config',
    join(kRepository, 'tests/web/support/vite.stored.config.js'),
  ], {cwd: join(kRepository, 'web'), stdio: ['ignore', 'ignore', 'inherit']});
  return join(kRepository, 'tests/output/web-stored');
}

/** The built page; where it is missing, the test says which command makes it. */
export function builtPage() {
  if (!existsSync(join(kDist, 'index.html'))) throw new Error('dist/ is not built: run "npm run build" in web/ first');
  return kDist;
}

export function launch() {
  const root = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', ...(root ? ['--no-sandbox'] : [])],
  });
}

/**
 * A fresh page at an address, ready to paste into, with what it asked for and what went wrong.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 */
export async function open(browser, url, {width = 1280, height = 900, colorScheme = 'light', context: more = {}} = {}) {
  const context = await browser.newContext({
    viewport: {width, height}, colorScheme, reducedMotion: 'reduce',
    // A service worker would answer for the server, and fetches in its own time; tests of it ask for it.
    serviceWorkers: 'block', permissions: ['clipboard-read', 'clipboard-write'], ...more,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(kSoon);
  const requests = [];
  const problems = [];
  context.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => {
    if (/Service Worker registration blocked by Playwright/.test(message.text())) return;
    if (['error', 'warning'].includes(message.type())) problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  await page.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      window.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
  await page.goto(url);
  await page.waitForLoadState('networkidle');
  return {
    page, requests, context,
    /** Everything that went wrong so far, violations of the policy included. */
    problems: async () => [...problems, ...await page.evaluate(() => window.violations)],
  };
}

/** Puts a text on the clipboard and pastes it with the keyboard, as a reader does. */
export async function paste(page, text) {
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.locator('#text').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+V');
}

/** Waits until the article is shown marked up. */
export async function shown(page) {
  await page.locator('#desk[data-mode=read][data-filled=true] #article .block').first().waitFor();
}

/** What the field holds, which is filled behind the frame that shows an article. */
export async function fieldText(page) {
  await page.evaluate(() => new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => setTimeout(resolve))));
  }));
  return page.locator('#text').inputValue();
}

/** Opens a view of findings by its tab. */
export async function openTab(page, name) {
  await page.locator(`[role=tab][data-tab=${name}]`).click();
  await page.locator(`#panel-${name}`).waitFor();
}

/** The words that are marked now, piece by piece. */
export function markedWords(page) {
  return page.evaluate(() => [...document.querySelectorAll('mark.shown')].map((mark) => mark.textContent));
}

/** What axe-core finds, in words: every rule, the best practices too, whatever the impact. */
export async function axe(page) {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const {violations} = await window.axe.run(document, {resultTypes: ['violations']});
    return violations.map(({id, impact, nodes}) =>
      `${id} (${impact}): ${nodes.slice(0, 3).map((node) => `${node.html} ${node.failureSummary}`).join('\n')}`);
  });
}
