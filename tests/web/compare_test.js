// Protects what several articles become together: who is joined with whom, which events and figures are taken for one,
// and the view that shows them.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {contentStems, likeness} from '../../web/js/compare/article_set.js';
import {joinEntities} from '../../web/js/compare/joined_entities.js';
import {eventsOfSet, sameEvents} from '../../web/js/compare/same_events.js';
import {sameFigures} from '../../web/js/compare/same_figures.js';
import {axe, buildStored, kRepository, launch, markedWords, open, serve, shown} from './support/browser.js';
import {kSecondTelling, secondReport} from './support/second_telling.js';
import {storedReport} from './support/stored_report.js';

const text = readFileSync(join(kRepository, 'web/samples/harbour-talks.txt'), 'utf8');
const articles = [
  {id: 'a', title: 'First', text, date: '2024-03-14', report: storedReport(text, null)},
  {id: 'b', title: 'Second', text: kSecondTelling, date: '2024-03-15', report: secondReport()},
];

/** An article that has only these entities. */
const withNames = (...entities) => ({id: 'x', title: 'X', text: '', date: '', report: {
  entities: entities.map(([name, type = 'person', aliases = []], i) =>
    ({id: `e${i}`, type, name, aliases, mentions: [{start: 0, end: 1, kind: 'name'}]})),
}});
const groupsOf = (...set) => joinEntities(set).entities.map(({members}) =>
  members.map(({article, entity}) => `${article}${entity.name}`).sort().join('+')).sort();

describe('names', () => {
  test('the same full name is one, whatever its accents and case', () => {
    assert.deepEqual(groupsOf(withNames(['José Ruíz']), withNames(['Jose RUIZ'])), ['0José Ruíz+1Jose RUIZ']);
  });
  test('a surname joins the one person who has it', () => {
    assert.deepEqual(groupsOf(withNames(['Ann Lee']), withNames(['Lee'])), ['0Ann Lee+1Lee']);
  });
  test('a surname that two persons have joins neither', () => {
    assert.deepEqual(groupsOf(withNames(['Ann Lee'], ['Bo Lee']), withNames(['Lee'])), ['0Ann Lee', '0Bo Lee', '1Lee']);
  });
  test('an organisation is found by the short name that another article gives it', () => {
    assert.deepEqual(groupsOf(withNames(['World Fish Council', 'organization', ['WFC']]),
      withNames(['WFC', 'organization'])), ['0World Fish Council+1WFC']);
  });
  test('a person and a place of one name stay two', () => {
    assert.deepEqual(groupsOf(withNames(['Paris', 'place']), withNames(['Paris', 'person'])), ['0Paris', '1Paris']);
  });
});

describe('events and figures', () => {
  const joined = joinEntities(articles);
  const events = eventsOfSet(articles, joined.idOf);

  test('the merged timeline has every event of every article, oldest first', () => {
    assert.equal(events.length, articles[0].report.timeline.length + 2);
    const starts = events.map(({from}) => from);
    assert.deepEqual(starts, [...starts].sort((a, b) => a - b));
  });
  test('one event with two dates is found and said to differ', () => {
    const blockade = sameEvents(events).find(({tellings}) => tellings.some(({title}) => /blockade/.test(title)));
    assert.deepEqual(blockade.tellings.map(({article, when}) => [article, when]),
      [[0, 'since 9 October 2023'], [1, '12 October 2023']]);
    assert.equal(blockade.datesDiffer, true);
  });
  test('one event on one day in other words is found, by a participant known by surname only', () => {
    const signing = sameEvents(events).find(({tellings}) => tellings.some(({title}) => /Minister Korda/.test(title)));
    assert.deepEqual(signing.tellings.map(({key}) => key).sort(), ['0:v5', '1:v2']);
    assert.equal(signing.datesDiffer, false);
  });
  test('a shared name alone makes no two events one, and an hour of a day is no other day', () => {
    const [first, second] = articles.map((article) => ({...article, report: {...article.report}}));
    const told = (report, title, begin, precision = 'day') => ({
      ...report.timeline[0], id: `n${title}`, title, begin, end_date: begin, precision, time: null, basis: 'explicit',
    });
    const korda = {entities: ['e2']};
    first.report.timeline = [{...told(first.report, 'Anselm Korda leaves Geneva', '2024-03-14'), ...korda},
      {...told(first.report, 'Korda signs the paper', '2024-03-14', 'time'), ...korda}];
    second.report.timeline = [{...told(second.report, 'Korda signed a paper', '2024-03-14'), entities: ['e1']}];
    const both = [first, second];
    const same = sameEvents(eventsOfSet(both, joinEntities(both).idOf));
    assert.deepEqual(same.map(({tellings, datesDiffer}) => [tellings.map(({title}) => title), datesDiffer]),
      [[['Korda signs the paper', 'Korda signed a paper'], false]]);
  });
  test('events of one article are never taken for one', () => {
    const twice = [{...articles[0]}];
    assert.deepEqual(sameEvents(eventsOfSet(twice, joinEntities(twice).idOf)), []);
  });
  test('one figure with two values is found and said to differ; other figures with one unit are left apart', () => {
    const figures = sameFigures(articles);
    assert.deepEqual(figures.map(({tellings, valuesDiffer}) => [tellings.map(({words}) => words), valuesDiffer]),
      [[['17 sailors', 'At least 19 sailors'], true]]);
  });
  test('words are alike by their stems', () => {
    assert.equal(likeness(contentStems('Marenia agrees to a deal'), contentStems('the deal Marenia agreed')), 1);
  });
});

describe('the view', () => {
  let server, browser, tab, page;
  before(async () => {
    server = await serve(buildStored());
    browser = await launch();
    tab = await open(browser, server.url);
    page = tab.page;
    await compare();
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  /** Asks for the articles together, as the list of kept articles does. */
  async function compare() {
    await page.evaluate((chosen) => document.dispatchEvent(new CustomEvent('comparearticles', {detail: chosen})),
      articles.map(({id, title, text: words}) => ({id, title, text: words, givenDate: ''})));
    await page.locator('#compare .sources').waitFor();
  }

  test('each article is named with its letter, each entry of the merged timeline has its source', async () => {
    assert.deepEqual(await page.locator('.sources bdi').allTextContents(), ['First', 'Second']);
    const rows = await page.locator('.merged-event').allTextContents();
    assert.equal(rows.length, articles[0].report.timeline.length + 2);
    assert.ok(rows.some((row) => /^B Second.*12 October 2023.*The blockade begins/.test(row)), rows.join('\n'));
    assert.ok(await page.locator('#compare .timeline-drawing .mark').count() > 2);
  });
  test('what is told differently stands side by side', async () => {
    const [blockade] = await page.locator('.same-events .telling-group').allTextContents();
    assert.match(blockade, /different dates.*since 9 October 2023.*12 October 2023/s);
    assert.match(await page.locator('.same-figures').textContent(), /differ.*17 sailors.*19 sailors/s);
  });
  test('names in several articles are counted in each', async () => {
    const rows = await page.locator('.joined-names tbody tr').allTextContents();
    assert.ok(rows.some((row) => /^Anselm Korda.*5.*1$/.test(row)), rows.join('\n'));
  });
  test('axe-core finds nothing, light and dark', async () => {
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({colorScheme});
      assert.deepEqual(await axe(page), [], colorScheme);
    }
  });
  test('an entry leads to its words in its article', async () => {
    await page.locator('.merged-event', {hasText: '12 October 2023'}).click();
    await shown(page);
    await page.locator('mark.shown').first().waitFor();
    assert.equal((await markedWords(page)).join(''), 'The blockade began on 12 October 2023');
    assert.equal(await page.locator('#compare').isVisible(), false);
  });
  test('Escape leads back to the desk', async () => {
    await compare();
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('#desk').isVisible(), true);
    assert.deepEqual(await tab.problems(), []);
  });
});
