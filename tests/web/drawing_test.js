// Protects how events are laid out along time and told apart, without a browser: each has its honest length, none is
// lost, none lies upon another.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, test} from 'node:test';
import {itemsOfReport, kDay} from '../../web/js/charts/event_items.js';
import {layOutEvents} from '../../web/js/charts/event_rows.js';
import {colourByBasis, colourByParticipant} from '../../web/js/charts/participant_colours.js';
import {namedTogether} from '../../web/js/charts/together.js';
import {tickWords} from '../../web/js/charts/axis_words.js';
import {storedReport} from './support/stored_report.js';

const text = readFileSync(new URL('../../web/samples/harbour-talks.txt', import.meta.url), 'utf8');
const report = storedReport(text, null);
const items = itemsOfReport(report);
const of = (key) => items.find((item) => item.key === key);
const day = (iso) => Date.parse(`${iso}T00:00:00Z`);
const measure = (words) => words.length * 6;

describe('what an event covers', () => {
  test('a day is one day, a month all its days, a year all of it', () => {
    assert.deepEqual([of('v4').from, of('v4').to, of('v4').kind], [day('2024-03-14'), day('2024-03-15'), 'point']);
    assert.deepEqual([of('v3').from, of('v3').to, of('v3').kind], [day('2024-01-01'), day('2024-02-01'), 'span']);
    assert.deepEqual([of('v1').from, of('v1').to, of('v1').kind], [day('2023-01-01'), day('2024-01-01'), 'span']);
  });
  test('what goes on is known up to the day the article appeared', () => {
    assert.deepEqual([of('v2').from, of('v2').to, of('v2').kind], [day('2023-10-09'), day('2024-03-15'), 'open']);
  });
  test('an hour stands at its hour', () => {
    const [time] = report.times;
    const timed = {...report, times: [{...time, value: '2024-03-14T16:30'}], timeline: [
      {...report.timeline[3], precision: 'time', time: time.id}]};
    assert.equal(itemsOfReport(timed)[0].from, day('2024-03-14') + 16.5 * kDay / 24);
  });
  test('years before Christ and far ahead have their place, days that are none have no place', () => {
    const odd = ['-0043-03-15', '9999-12-31', 'XXXX-05-01', ''].map((begin, i) =>
      ({...report.timeline[3], id: `x${i}`, begin, end_date: begin, time: null}));
    const placed = itemsOfReport({...report, timeline: odd});
    assert.deepEqual(placed.map(({key}) => key), ['x0', 'x1']);
    assert.equal(tickWords(new Date(Date.UTC(2024, 0, 1))), '2024');
    assert.equal(tickWords(new Date(Date.UTC(2024, 2, 1))), 'Mar');
    assert.equal(tickWords(new Date(Date.UTC(2024, 2, 5))), '5 Mar');
    assert.equal(tickWords(new Date(Date.UTC(2024, 2, 5, 6))), '06:00');
    const bc = new Date(0);
    bc.setUTCFullYear(-43, 0, 1);
    bc.setUTCHours(0, 0, 0, 0);
    assert.equal(tickWords(bc), '44 BC');
  });
});

/** Lays events out over `width` pixels that show [first, last], and checks what always holds. */
function lay(all, [first, last], width, rows = 8) {
  const toX = (time) => (time - first) / (last - first) * width;
  const result = layOutEvents(all, toX, width, {rows, measure});
  const shown = result.placed.reduce((sum, one) => sum + one.items.length, 0);
  assert.equal(shown + result.before + result.after, all.length, 'no event is lost');
  const byRow = new Map();
  for (const one of result.placed) {
    assert.ok(one.row >= 0 && one.row < rows);
    const words = one.label ? measure(one.label.text) : 0;
    const from = Math.min(one.left, one.label ? one.label.x - (one.label.anchor === 'end' ? words : 0) : Infinity);
    const to = Math.max(one.right, one.label ? one.label.x + (one.label.anchor === 'start' ? words : 0) : -Infinity);
    for (const [a, b] of byRow.get(one.row) ?? []) {
      assert.ok(Math.max(0, from) >= b - 1 || Math.min(width, to) <= a + 1, 'none lies upon another');
    }
    byRow.set(one.row, [...byRow.get(one.row) ?? [], [Math.max(0, from), Math.min(width, to)]]);
  }
  return result;
}
const point = (key, from, more = {}) =>
  ({key, from, to: from + kDay, kind: 'point', title: `Something happens number ${key}`, when: '', basis: 'explicit',
    entities: [], planned: false, note: '', ...more});

describe('rows', () => {
  test('few events stand apart with their labels', () => {
    const {placed} = lay(items, [day('2022-12-01'), day('2024-05-01')], 700);
    assert.ok(placed.length >= 6);
    assert.ok(placed.filter(({label}) => label).length >= 5);
  });
  test('a month seen from afar is still a bar, not a dot', () => {
    const {placed} = lay([of('v3')], [day('1000-01-01'), day('3000-01-01')], 400);
    assert.equal(placed[0].round, false);
  });
  test('a day seen from near is as wide as it is long', () => {
    const {placed} = lay([of('v4')], [day('2024-03-13'), day('2024-03-17')], 400);
    assert.equal(placed[0].round, false);
    assert.equal(Math.round(placed[0].right - placed[0].left), 100);
  });
  test('many events on one day stand as one, with their number', () => {
    const many = Array.from({length: 40}, (_, i) => point(`a${i}`, day('2024-03-14')));
    const {placed} = lay(many, [day('2024-01-01'), day('2024-06-01')], 500);
    assert.deepEqual(placed.map((one) => one.items.length), [40]);
  });
  test('thousands of events of all lengths are laid out, none lost', () => {
    let seed = 7;
    const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
    const many = Array.from({length: 4000}, (_, i) => {
      const from = day('2000-01-01') + Math.floor(random() * 9000) * kDay;
      const days = random() < 0.5 ? 1 : Math.ceil(random() * 400);
      return point(`m${i}`, from, {to: from + days * kDay, kind: days > 1 ? 'span' : 'point'});
    }).sort((a, b) => a.from - b.from);
    for (const width of [280, 900, 3000]) lay(many, [day('2000-01-01'), day('2026-01-01')], width);
    for (const width of [280, 900]) lay(many, [day('2010-01-01'), day('2010-03-01')], width);
  });
  test('what is out of sight is counted on its side', () => {
    const {placed, before, after} = lay([point('a', day('1990-01-01')), point('b', day('2000-06-01')),
      point('c', day('2020-01-01')), point('d', day('2021-01-01'))], [day('2000-01-01'), day('2001-01-01')], 500);
    assert.deepEqual([placed.length, before, after], [1, 1, 2]);
  });
});

describe('colours', () => {
  test('an event has the colour of the most frequent of its participants', () => {
    const named = [['e1'], ['e1', 'e2'], ['e2'], ['e1'], ['e3'], []].map((entities, i) =>
      point(`p${i}`, i * kDay, {entities}));
    const names = new Map(['e1', 'e2', 'e3'].map((id) => [id, {name: id.toUpperCase()}]));
    const {colour, classes} = colourByParticipant(named, names);
    assert.deepEqual(named.map(colour), [1, 1, 2, 1, 0, 0]);
    assert.deepEqual(classes, [{name: 'E1', colour: 1, count: 3}, {name: 'E2', colour: 2, count: 1}]);
  });
  test('how a date is known has three colours, those that occur', () => {
    const {classes} = colourByBasis(items, {explicit: 'x', relative: 'r', context: 'c'});
    assert.deepEqual(classes.map(({name, count}) => `${name}${count}`), ['x3', 'r3', 'c1']);
  });
});

test('who is named together is counted by sentences, with the sentences', () => {
  const pairs = namedTogether(report, report.entities);
  const index = (id) => report.entities.findIndex((entity) => entity.id === id);
  const pair = pairs.find(({a, b}) => a === index('e1') && b === index('e3'));
  for (const sentence of pair.sentences) {
    const {start, end} = report.sentences[sentence];
    assert.match(text.slice(start, end), /Marenia.*Kessel|Kessel.*Marenia/s);
  }
  assert.ok(pairs.every((one, i) => i === 0 || one.sentences.length <= pairs[i - 1].sentences.length));
});
