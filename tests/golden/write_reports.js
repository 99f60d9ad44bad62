// Writes tests/articles/*/report.json anew from the command line: one item of a list a line, so that a diff reads well.
import {writeFileSync} from 'node:fs';
import {goldenArticles, nativeReports, reportFile} from '../support/articles.js';

function laidOut(report) {
  const rows = Object.entries(report).map(([key, value]) => {
    const json = Array.isArray(value) && value.length > 0
      ? `[\n${value.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`
      : JSON.stringify(value);
    return `  ${JSON.stringify(key)}: ${json}`;
  });
  return `{\n${rows.join(',\n')}\n}\n`;
}

for (const [i, line] of nativeReports(goldenArticles).entries()) {
  writeFileSync(reportFile(goldenArticles[i].slug), laidOut(JSON.parse(line)));
}
