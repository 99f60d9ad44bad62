// Reads a Word document into HTML, off the page's own thread. A .docx is a ZIP archive: only the parts that hold text
// are unpacked, none to more than it says it holds, so that neither pictures nor an archive made to burst do any harm.
import {unzipSync, zipSync} from 'fflate';
import mammoth from 'mammoth';
import {answerReading} from './answer_reading.js';

const kMaxPart = 60_000_000;  // bytes, unpacked
const kTextParts = /^(\[Content_Types\]\.xml|_rels\/.*\.rels|word\/[^/]*\.xml|word\/_rels\/.*\.rels)$/;

answerReading(async (bytes) => {
  let parts;
  let total = 0;
  try {
    parts = unzipSync(bytes, {
      filter({name, originalSize}) {
        if (!kTextParts.test(name)) return false;
        total += originalSize;
        return total <= kMaxPart;
      },
    });
  } catch {
    return {problem: 'docx_broken'};
  }
  if (total > kMaxPart) return {problem: 'docx_large'};
  if (!parts['word/document.xml']) return {problem: 'docx_none'};
  try {
    const {value} = await mammoth.convertToHtml({arrayBuffer: /** @type {ArrayBuffer} */ (
      zipSync(parts, {level: 0}).buffer)}, {
      convertImage: mammoth.images.imgElement(async () => ({src: ''})),
      includeDefaultStyleMap: true,
      ignoreEmptyParagraphs: true,
    });
    return {html: value};
  } catch {
    return {problem: 'docx_broken'};
  }
});
