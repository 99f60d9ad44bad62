// Files made in the test itself: a PDF with text where it is said, and a Word document of given paragraphs.
import {createRequire} from 'node:module';

const require = createRequire(new URL('../../../web/package.json', import.meta.url));
const {strToU8, zipSync} = require('fflate');

/**
 * A PDF whose pages hold lines of text, as a typesetter would place them.
 * @param {{text: string, x?: number, y: number, size?: number}[][]} pages  points, from the lower left
 */
export function makePdf(pages) {
  const escape = (text) => text.replace(/[\\()]/g, '\\$&');
  const objects = [];
  const add = (body) => objects.push(body);
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')}] >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  for (const [i, lines] of pages.entries()) {
    add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + 2 * i} 0 R ` +
      '/Resources << /Font << /F1 3 0 R >> >> >>');
    const content = lines.map(({text, x = 72, y, size = 11}) =>
      `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escape(text)}) Tj ET`).join('\n');
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  let file = '%PDF-1.4\n';
  const places = objects.map((body, i) => {
    const place = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n` +
    places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

const kTypes = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const kRelations = `<?xml version="1.0"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
</Relationships>`;
const kWord = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/**
 * @param {string[]} paragraphs  the first is the title
 * @param {Record<string, Uint8Array>} [more]  other files of the archive
 */
export function makeDocx(paragraphs, more = {}) {
  const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const body = paragraphs.map((text, i) => `<w:p>${i === 0 ? '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' : ''}` +
    `<w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`).join('');
  return Buffer.from(zipSync({
    '[Content_Types].xml': strToU8(kTypes),
    '_rels/.rels': strToU8(kRelations),
    'word/document.xml':
      strToU8(`<?xml version="1.0"?><w:document xmlns:w="${kWord}"><w:body>${body}</w:body></w:document>`),
    ...more,
  }));
}
