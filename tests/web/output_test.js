// Protects what is taken away: each format is read back by a kept reader of it, and says what the report says.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {test} from 'node:test';
import {figureSources} from '../../web/js/figure_sources.js';
import {reportAsAnnotations} from '../../web/js/output/annotations.js';
import {articleOfLink, linkOf} from '../../web/js/output/article_link.js';
import {timelineAsCalendar} from '../../web/js/output/calendar.js';
import {citation} from '../../web/js/output/citation.js';
import {reportAsMarkdown} from '../../web/js/output/markdown_report.js';
import {fileName} from '../../web/js/output/save_file.js';
import {tableAsCsv} from '../../web/js/output/tables.js';
import {taken} from '../../web/js/output/taken.js';
import './support/raw_deflate.js';
import {storedReport} from './support/stored_report.js';

const require = createRequire(new URL('../../web/package.json', import.meta.url));
const ICAL = require('ical.js').default ?? require('ical.js');
const Papa = require('papaparse');
const {marked} = require('marked');

const kRepository = new URL('../..', import.meta.url).pathname;
const text = readFileSync(join(kRepository, 'web/samples/harbour-talks.txt'), 'utf8');
const report = storedReport(text, null);
const article = taken(report, text, 'https://example.org/harbour');
const kNow = new Date('2024-03-15T09:30:00Z');

/** A report with one item of each kind over a text, the rest empty. */
function reportOf(words, more) {
  return {...report, blocks: [{kind: 'headline', start: 0, end: words.length}], sentences: [], entities: [], times: [],
    timeline: [], quotes: [], figures: [], keyphrases: [], summary: [], warnings: [], length: words.length, ...more};
}

test('the calendar has every event on the days it covers, as a calendar program reads it', () => {
  const {source, left} = timelineAsCalendar(article, kNow);
  assert.equal(left, 0);
  for (const line of source.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, `a line is folded: ${line}`);
  const calendar = new ICAL.Component(ICAL.parse(source));
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  assert.deepEqual(events.map(({summary}) => summary), report.timeline.map(({title}) => title));
  const day = (time) => {
    assert.equal(time.isDate, true);
    return time.toString();
  };
  const after = (iso) => new Date(Date.parse(`${iso}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  for (const [i, {begin, end_date}] of report.timeline.entries()) {
    assert.equal(day(events[i].startDate), begin);
    assert.equal(day(events[i].endDate), after(end_date ?? begin));
  }
  assert.equal(new Set(events.map(({uid}) => uid)).size, events.length);
  assert.deepEqual(timelineAsCalendar(article, kNow).source, source, 'the same article gives the same calendar');
  assert.match(events[4].description, /carried over.*\n.*Marenia agrees/s);
});

test('an hour is kept, in no time zone; years that no calendar holds are left out and counted', () => {
  const words = 'He spoke at 14:30. Rome fell.';
  const event = (id, begin, precision, time) => ({
    id, begin, end_date: begin, precision, basis: 'explicit', time, sentence: 0, start: 0, end: 18,
    trigger: {start: 3, end: 8}, title: id, planned: false, entities: [],
  });
  const {source, left} = timelineAsCalendar(taken(reportOf(words, {
    times: [{id: 't1', start: 9, end: 17, type: 'TIME', value: '2024-03-31T14:30', mod: null, begin: null,
      end_date: null}],
    timeline: [event('v0', '-0043-03-15', 'day', null), event('v1', '2024-03-31', 'time', 't1')],
  }), words, ''), kNow);
  assert.equal(left, 1);
  const calendar = new ICAL.Component(ICAL.parse(source));
  const found = new ICAL.Event(calendar.getFirstSubcomponent('vevent'));
  assert.equal(found.startDate.toString(), '2024-03-31T14:30:00');
  assert.equal(found.startDate.zone, ICAL.Timezone.localTimezone, 'it floats');
});

test('tables have a row for each item, and their offsets lead to its words', () => {
  const read = (name) => {
    const csv = tableAsCsv(name, article);
    assert.equal(csv[0], '\ufeff');
    const {data, errors} = Papa.parse(csv.slice(1), {header: true, skipEmptyLines: true});
    assert.deepEqual(errors, []);
    return data;
  };
  const entities = read('entities');
  assert.deepEqual(entities.map(({name}) => name), report.entities.map(({name}) => name));
  assert.deepEqual(entities.map(({type}) => type), report.entities.map(({type}) => type));
  const geneva = entities.find(({name}) => name === 'Geneva');
  assert.deepEqual([geneva.latitude, geneva.longitude, geneva.country], ['46.2', '6.15', 'CH']);
  const events = read('timeline');
  assert.deepEqual(events.map(({begin, end}) => [begin, end]),
    report.timeline.map(({begin, end_date}) => [begin, end_date ?? '']));
  assert.equal(events[0].date_words, 'last year');
  const quotes = read('quotes');
  assert.deepEqual(quotes.map(({speaker}) => speaker),
    ['Anselm Korda', 'Lidia Broman', 'Marta Illing', 'Marta Illing', '']);
  for (const {words, start} of quotes) assert.ok(text.slice(Number(start)).startsWith(words.slice(0, 15)));
  const figures = read('figures');
  assert.deepEqual(figures.map(({value}) => Number(value)), report.figures.map(({value}) => value));
  assert.equal(figures[4].source, 'Kessel Fishing Cooperative');
});

test('words of an article cannot become a formula of a spreadsheet', () => {
  const words = '=HYPERLINK("http://x.test") +1 @SUM';
  const entity = (name) => ({id: 'e1', type: 'person', name, aliases: [], description: name, salience: 1,
    mentions: [{start: 0, end: 1, kind: 'name'}]});
  const csv = tableAsCsv('entities', taken(reportOf(words, {entities: words.split(' ').map(entity)}), words, ''));
  for (const {name, description} of Papa.parse(csv.slice(1), {header: true, skipEmptyLines: true}).data) {
    for (const cell of [name, description]) assert.match(cell, /^'/);
  }
});

test('annotations are as the Web Annotation model has them, and select the right words by code points', () => {
  const shifted = `😀 ${text}`;
  const move = (value) => Array.isArray(value) ? value.map(move) : value !== null && typeof value === 'object' ?
    Object.fromEntries(Object.entries(value).map(([key, part]) =>
      [key, (key === 'start' || key === 'end') && typeof part === 'number' ? part + 3 : move(part)])) : value;
  const collection = reportAsAnnotations(taken(move(report), shifted, ''), kNow);
  assert.equal(collection['@context'], 'http://www.w3.org/ns/anno.jsonld');
  assert.equal(collection.type, 'AnnotationCollection');
  assert.equal(collection.first.type, 'AnnotationPage');
  assert.equal(collection.total, collection.first.items.length);
  const points = [...shifted];
  const kMotivations = ['identifying', 'classifying', 'describing', 'tagging'];
  const ids = new Set();
  for (const {id, type, motivation, body, target, created} of collection.first.items) {
    ids.add(id);
    assert.equal(type, 'Annotation');
    assert.ok(kMotivations.includes(motivation));
    assert.equal(created, '2024-03-15T09:30:00.000Z');
    for (const part of body) assert.equal(part.type, 'TextualBody');
    for (const {source, selector} of [target].flat()) {
      assert.match(source, /^urn:/);
      const [position, quote] = selector;
      assert.deepEqual([position.type, quote.type], ['TextPositionSelector', 'TextQuoteSelector']);
      assert.equal(points.slice(position.start, position.end).join(''), quote.exact);
      assert.ok(shifted.includes(quote.prefix + quote.exact + quote.suffix));
    }
  }
  assert.equal(ids.size, collection.total);
  const mentions = collection.first.items.filter(({motivation}) => motivation === 'identifying')
    .flatMap(({target}) => target).length;
  assert.equal(mentions, report.entities.flatMap((entity) => entity.mentions).length);
});

test('a figure that was said is given by the innermost speaker, where the report names no other source', () => {
  const words = 'A war monitor said 5 boats sank. The mayor quoted a cook: “9 fires, 7 floods.” It hit 3 towns.';
  const span = (part) => ({start: words.indexOf(part), end: words.indexOf(part) + part.length});
  const quote = (id, part, by) => ({id, kind: 'indirect', ...span(part), parts: [], cue: null,
    speaker: by && {...span(by), entity: null, name: null}});
  const figure = (id, part, source = null) => ({id, ...span(part), kind: 'count', value: 1, modifier: null, unit: null,
    what: null, time: null, source});
  const said = reportOf(words, {
    entities: [{id: 'e1', type: 'person', name: 'Ann Lee', aliases: [], description: null, salience: 1,
      mentions: [{...span('mayor'), kind: 'nominal'}]}],
    quotes: [quote('q1', '5 boats sank', 'A war monitor'), quote('q2', 'a cook: “9 fires, 7 floods.”', 'The mayor'),
      quote('q3', '9 fires, 7 floods.', 'a cook')],
    figures: [figure('f1', '5 boats'), figure('f2', '9 fires'), figure('f3', '7 floods', 'e1'),
      figure('f4', '3 towns')],
  });
  const sourceOf = figureSources(said, words);
  const sources = said.figures.map((one) => sourceOf(one));
  assert.deepEqual(sources.map((source) => source?.words), ['A war monitor', 'a cook', 'Ann Lee', undefined]);
  assert.deepEqual(sources[1].selection.spans, [span('a cook')]);
  const columns = Papa.parse(tableAsCsv('figures', taken(said, words, '')).slice(1), {header: true}).data;
  assert.deepEqual(columns.slice(0, 4).map(({source}) => source), ['A war monitor', 'a cook', 'Ann Lee', '']);
  assert.match(reportAsMarkdown(taken(said, words, '')), /\| 5 boats \|.*\| A war monitor \|/);
});

test('the Markdown report is valid Markdown with every part in it, and the article cannot break out of it', () => {
  const html = marked.parse(reportAsMarkdown(article), {async: false});
  for (const {title} of report.timeline) assert.ok(html.includes(title), title);
  for (const {name} of report.entities) assert.ok(html.includes(`<td>${name.replace('&', '&amp;')}</td>`), name);
  assert.equal(html.match(/<table>/g).length, 2);
  assert.match(html, /<blockquote>/);
  const words = '<script>alert(1)</script> [x](javascript:alert(1)) | `a` | **b** # c';
  const broken = marked.parse(reportAsMarkdown(taken(reportOf(words, {
    entities: [{id: 'e1', type: 'person', name: words, aliases: [], description: words, salience: 1,
      mentions: [{start: 0, end: 1, kind: 'name'}]}],
  }), words, '')), {async: false});
  assert.doesNotMatch(broken, /<script|href="javascript|<strong>b|<code>/);
  assert.equal(broken.match(/<td>/g).length, 4);
});

test('a citation says who, what, when and where, and leaves out what is not known', () => {
  assert.match(citation(article), /^[^“]*“Marenia agrees[^”]*”, 14 March 2024, https:\/\/example\.org\/harbour\.$/);
  const bare = 'A short line.';
  assert.equal(citation(taken({...reportOf(bare, {}), reference_date: null}, bare, 'file.pdf')), '“A short line.”.');
});

test('a link holds the article and gives it back; a cut or swollen one gives nothing', async () => {
  const carried = {text: `${text} 😀`, givenDate: '2024-03-14', source: 'https://example.org/harbour'};
  const link = await linkOf(carried, 'https://page.test/dateline/');
  assert.match(link, /^https:\/\/page\.test\/dateline\/#article=[\w-]+$/);
  assert.ok(link.length < text.length, `${link.length} characters for ${text.length}`);
  assert.deepEqual(await articleOfLink(new URL(link).hash), carried);
  assert.equal(await articleOfLink(new URL(link).hash.slice(0, -40)), null);
  assert.equal(await articleOfLink('#article=AAAA'), null);
  assert.equal(await articleOfLink('#article=%%%'), null);
  const swollen = await linkOf({text: 'a'.repeat(30_000_000), givenDate: '', source: ''}, 'https://page.test/');
  assert.ok(swollen.length < 100_000);
  assert.equal(await articleOfLink(new URL(swollen).hash), null);
});

test('a file has a name that every system takes', () => {
  assert.equal(fileName('Café: “A/B” \\ <c>?', '.ics'), 'cafe-a-b-c.ics');
  assert.equal(fileName('…', '.md'), 'article.md');
  assert.ok(fileName('x'.repeat(500), '.md').length < 80);
});
