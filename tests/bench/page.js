// How fast the page shows a text: the built dist/ in headless Chromium. Times are medians, from the paste on; "painted" is
// when the browser presents the last of the first screen's blocks and findings (its Element Timing), "whole" when all of
// the text is in the page; a "frame" is the time between two callbacks of requestAnimationFrame, a "task" a stretch of
// the page's own thread without an answer (over 50 ms, as browsers report it). With slowdown, only the page's thread is
// slowed, not the worker that analyses. A machine's speed changes: beside the times stands what a fixed load took.
//
// Keys are pressed as a hand does, one after the other. Whoever watches slows what he watches, four times as much under
// slowdown: so each folder's first paste is not timed, and tells which elements are the last in sight; in the others
// only these are watched.
//
//   node tests/bench/page.js [FOLDER...]   dist/, after build-scripts/build-page; several are timed by turns
import {createHash} from 'node:crypto';
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {builtPage, kRepository, launch, open, serve} from '../web/support/browser.js';

const kRounds = 9;
const kScrolls = 120;
const kWheel = 1200;  // pixels
const kLoad = 32 << 20;  // bytes to hash
const kHand = 100;  // milliseconds between two movements of a finger
/** What the first screen shows of an article, by kinds. */
const kShown = ['#article .block', '.panel .item', '.panel .counts .of'];

/** Articles of our own, one behind the other, over and over. */
function wordsOf(count) {
  const folder = join(kRepository, 'tests/articles');
  const texts = [
    ...readdirSync(folder).sort().map((name) => join(folder, name, 'article.txt')),
    ...readdirSync(join(kRepository, 'web/samples')).sort().map((name) => join(kRepository, 'web/samples', name)),
  ].map((path) => readFileSync(path, 'utf8').trim());
  const parts = [];
  let left = count;
  for (let i = 0; left > 0; i++) {
    const words = texts[i % texts.length].match(/\S+\s*/g).slice(0, left);
    parts.push(words.join(''));
    left -= words.length;
  }
  return parts.join('\n\n');
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const round = (value) => Math.round(value * 10) / 10;

/** Milliseconds of a piece of work that is always the same. */
function fixedLoad() {
  const begun = performance.now();
  createHash('sha256').update(Buffer.alloc(kLoad)).digest();
  return performance.now() - begun;
}

/** Puts a text on the clipboard and pastes it with the keyboard, as a reader does. */
async function pasteByHand(page, text) {
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.locator('#text').focus();
  await page.waitForTimeout(kHand);
  await page.keyboard.down('Control');
  await page.waitForTimeout(kHand);
  await page.keyboard.down('v');
}

async function letGo(page) {
  await page.keyboard.up('v');
  await page.keyboard.up('Control');
}

/** How many characters of a text are shown: what separates blocks is not. */
const shownLength = (text) => text.replace(/\s+/g, ' ').length * 0.97;

/** Within a minute, or an error. */
const measured = (page) => page.evaluate(() => Promise.race([window.measured, new Promise((_, reject) =>
  setTimeout(() => reject(new Error('not shown whole within a minute')), 60_000))]));

/**
 * Pastes a text and waits until all of it is shown.
 * @param {number[][] | null} watched  for each of kShown, which of them are watched; null: all
 * @returns {Promise<{painted: number, whole: number, last: number[][]}>} last: for each of kShown, which was the last in
 *     sight, or none
 */
async function pasteAndTime(page, text, watched) {
  await page.evaluate(({length, kinds, chosen}) => {
    const article = document.getElementById('article');
    window.measured = new Promise((resolve) => {
      let begun = 0;
      let painted = 0;
      const last = kinds.map(() => -1);
      let shown = 0;
      document.addEventListener('paste', () => (begun = performance.now()), {capture: true, once: true});
      new PerformanceObserver((list) => {
        for (const {renderTime, identifier, intersectionRect: {height}} of list.getEntries()) {
          if (height === 0) continue;
          const [kind, at] = identifier.split(' ').map(Number);
          painted = Math.max(painted, renderTime);
          last[kind] = Math.max(last[kind], at);
        }
      }).observe({type: 'element'});
      const end = (whole) => setTimeout(() => painted === 0 ? end(whole) : resolve({
        painted: painted - begun, whole, last: last.map((at) => at < 0 ? [] : [at]),
      }), 200);
      let isMarked = false;
      new MutationObserver((records, observer) => {
        if (!isMarked && !article.querySelector('.beginning')) {
          isMarked = true;
          for (const [kind, selector] of kinds.entries()) {
            const elements = document.querySelectorAll(selector);
            for (const at of chosen?.[kind] ?? elements.keys()) elements[at].setAttribute('elementtiming', `${kind} ${at}`);
          }
        }
        for (const {target, addedNodes} of records) {
          if (target !== article && !target.classList.contains('stretch')) continue;
          for (const node of addedNodes) {
            // The text as it came, shown while its report is awaited, is not what is awaited here.
            if (!node.classList?.contains('stretch') && !node.classList?.contains('beginning')) shown += node.textContent.length;
          }
        }
        if (shown < length) return;
        observer.disconnect();
        end(performance.now() - begun);
      }).observe(article, {childList: true, subtree: true});
    });
  }, {length: shownLength(text), kinds: kShown, chosen: watched});
  await pasteByHand(page, text);
  const times = await measured(page);
  await letGo(page);
  return times;
}

/** Pastes a text, waits until all of it is shown, and watches every frame meanwhile. */
async function pasteAndWatch(page, text) {
  await page.evaluate((length) => {
    const article = document.getElementById('article');
    window.measured = new Promise((resolve) => {
      let begun = 0;
      let first = 0;
      let firstDone = 0;
      let longest = 0;
      let before = 0;
      let last = 0;
      let shown = 0;
      const tasks = [];
      document.addEventListener('paste', () => (begun = performance.now()), {capture: true, once: true});
      new PerformanceObserver((list) => {
        for (const {startTime, duration} of list.getEntries()) tasks.push([startTime, duration]);
      }).observe({type: 'longtask'});
      new MutationObserver((records) => {
        for (const {target, addedNodes} of records) {
          if (target !== article && !target.classList.contains('stretch')) continue;
          for (const node of addedNodes) {
            if (!node.classList?.contains('stretch') && !node.classList?.contains('beginning')) shown += node.textContent.length;
          }
        }
      }).observe(article, {childList: true, subtree: true});
      const frame = (now) => {
        if (firstDone > 0) longest = Math.max(longest, now - Math.max(last, firstDone));
        else if (begun > 0) before = Math.max(before, now - Math.max(last, begun));
        last = now;
        if (first === 0 && shown > 0) {
          first = now;
          // The page's part of this frame is over by then; all that follows is behind the first paint.
          const {port1, port2} = new MessageChannel();
          port2.onmessage = () => {
            firstDone = performance.now();
            before = Math.max(before, firstDone - Math.max(now, begun));
          };
          port1.postMessage('');
        }
        // The frame in which all of it is painted.
        requestAnimationFrame(shown >= length ? end : frame);
      };
      // What was painted is told of later.
      const end = (whole) => setTimeout(() => resolve({
        first: first - begun, whole: whole - begun, longest, before,
        task: Math.max(0, ...tasks.filter(([start]) => start > firstDone).map(([, duration]) => duration)),
      }), 100);
      requestAnimationFrame(frame);
    });
  }, shownLength(text));
  await pasteByHand(page, text);
  const times = await measured(page);
  await letGo(page);
  return times;
}

/** Scrolls with the wheel from the top to the end and tells the longest frame and task. */
async function scrollThrough(page) {
  await page.evaluate(() => {
    window.frames = [];
    window.tasks = [];
    let last = performance.now();
    const observer = new PerformanceObserver((list) => {
      for (const {duration} of list.getEntries()) window.tasks.push(duration);
    });
    observer.observe({type: 'longtask'});
    const frame = (now) => {
      window.frames.push(now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await page.mouse.move(300, 500);
  for (let i = 0; i < kScrolls; i++) {
    await page.mouse.wheel(0, kWheel);
    await page.waitForTimeout(30);
  }
  return page.evaluate(() => ({
    scrolled: scrollY, frames: window.frames.length, longest: Math.max(...window.frames.slice(2)),
    over50: window.frames.slice(2).filter((time) => time > 50).length, task: Math.max(0, ...window.tasks),
  }));
}

/** Types into the text, a key every 40 ms, and tells the longest frame and how many took more than two of 60 a second. */
async function typeInto(page) {
  await page.locator('#edit').click();
  await page.evaluate(() => {
    const field = document.getElementById('text');
    field.setSelectionRange(200, 200);
    window.frames = [];
    let last = performance.now();
    const frame = (now) => {
      window.frames.push(now - last);
      last = now;
      window.typing = requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await page.keyboard.type('He said on Monday that the talks would go on in Geneva until May. ', {delay: 40});
  await page.waitForTimeout(600);
  return page.evaluate(() => {
    cancelAnimationFrame(window.typing);
    const frames = window.frames.slice(2);
    return {longest: Math.max(...frames), late: frames.filter((time) => time > 34).length, count: frames.length};
  });
}

async function fresh(browser, server, slowdown) {
  const tab = await open(browser, server.url, {width: 1440, height: 900});
  const session = await tab.context.newCDPSession(tab.page);
  await session.send('Emulation.setCPUThrottlingRate', {rate: slowdown});
  return tab;
}

const folders = process.argv.length > 2 ? process.argv.slice(2) : [builtPage()];
const servers = await Promise.all(folders.map((folder) => serve(folder)));
const [server] = servers;
const browser = await launch();
for (const slowdown of [1, 4]) {
  /** For each folder. @type {{painted: number, whole: number}[][]} */
  const timed = servers.map(() => []);
  const last = [];
  const loads = [];
  let typed;
  for (let i = -1; i < kRounds; i++) {
    for (const [at, one] of servers.entries()) {
      const {page, context} = await fresh(browser, one, slowdown);
      await page.waitForTimeout(3000);
      if (i >= 0) loads.push(fixedLoad());
      const times = await pasteAndTime(page, wordsOf(1000), last[at] ?? null);
      if (i < 0) last[at] = times.last;
      else timed[at].push(times);
      if (i === kRounds - 1 && at === 0) typed = await typeInto(page);
      await context.close();
    }
  }
  for (const [at, times] of timed.entries()) {
    const tell = (key) => `${round(median(times.map((one) => one[key])))} ms (${
      times.map((one) => Math.round(one[key])).sort((a, b) => a - b).join(', ')})`;
    console.log(`1,000 words, ${slowdown}× slowdown${folders.length > 1 ? `, ${folders[at]}` : ''}: ` +
      `the screen painted ${tell('painted')} after the paste, whole ${tell('whole')}`);
  }
  console.log(`  the fixed load: ${round(median(loads))} ms`);
  console.log(`  typing in it: longest frame ${round(typed.longest)} ms, ${typed.late} of ${typed.count} over 34 ms`);
}
for (const slowdown of [1, 4]) {
  const {page, context} = await fresh(browser, server, slowdown);
  await page.waitForTimeout(3000);
  const {first, whole, longest, before, task} = await pasteAndWatch(page, wordsOf(100_000));
  console.log(`100,000 words, ${slowdown}× slowdown: first paint ${round(first)} ms after the paste, all of it in the page ` +
    `after ${round(whole)} ms; the longest frame until the first paint ${round(before)} ms, from then on ` +
    `${round(longest)} ms, the longest task then ${round(task)} ms`);
  const scroll = await scrollThrough(page);
  console.log(`  scrolled ${Math.round(scroll.scrolled)} pixels in ${scroll.frames} frames: longest ` +
    `${round(scroll.longest)} ms, ${scroll.over50} over 50 ms; longest task ${round(scroll.task)} ms`);
  for (const view of ['timeline', 'quotes', 'entities', 'summary']) {
    const taken = await page.evaluate((name) => new Promise((resolve) => {
      const begun = performance.now();
      document.querySelector(`[role=tab][data-tab=${name}]`).click();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)));
    }), view);
    console.log(`  ${view} opened in ${round(taken)} ms`);
  }
  await context.close();
}
await browser.close();
for (const one of servers) one.close();
