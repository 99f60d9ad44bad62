// Every golden article gives the report that is stored beside it. A change that is meant is taken over by
// build-scripts/update-goldens, and its diff is read before it is committed.
import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import {goldenArticles, nativeReports, reportFile} from '../support/articles.js';
import {firstDifference} from './first_difference.js';

const reports = nativeReports(goldenArticles);

for (const [i, {slug, text}] of goldenArticles.entries()) {
  test(`${slug} gives its stored report`, () => {
    assert.ok(existsSync(reportFile(slug)), 'it has no report.json; build-scripts/update-goldens writes one');
    const stored = JSON.parse(readFileSync(reportFile(slug), 'utf8'));
    const difference = firstDifference(stored, JSON.parse(reports[i]), text);
    assert.equal(difference, null, difference);
  });
}

test('the first difference is found and named', () => {
  const text = 'Ada left Port Ellery.';
  const report = {length: 21, entities: [{name: 'Ada', start: 0, end: 3}, {name: 'Port Ellery', start: 9, end: 20}]};
  const changed = structuredClone(report);
  assert.equal(firstDifference(report, changed, text), null);
  changed.entities[1].start = 14;
  assert.equal(firstDifference(report, changed, text),
    'entities[1].start: 9 is stored, 14 came  ("Port Ellery" is stored, "Ellery" came)');
  changed.entities.pop();
  assert.equal(firstDifference(report, changed, text),
    'entities[1]: {"name":"Port Ellery","start":9,"end":20} is stored, nothing came  ("Port Ellery" is stored)');
  delete changed.length;
  assert.equal(firstDifference(report, changed, text), 'length: 21 is stored, nothing came');
  assert.equal(firstDifference({a: null}, {a: {}}, text), 'a: null is stored, {} came');
});
