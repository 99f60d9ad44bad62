// Reads the text of a PDF, off the page's own thread and with nothing of the page in reach: a file that takes for ever
// is ended with its worker. PDF.js comes as unpdf's build of it, which is one module that runs in a worker.
import {getDocument} from 'unpdf/pdfjs';
import {answerReading} from './answer_reading.js';
import {textOfPages} from './pdf_layout.js';

const kMaxPages = 400;

answerReading(async (bytes) => {
  const options = /** @type {Parameters<typeof getDocument>[0]} */ ({
    data: bytes, isEvalSupported: false, useSystemFonts: true, disableFontFace: true, stopAtErrors: false,
    enableXfa: false, verbosity: 0,
  });
  let pdf;
  try {
    pdf = await getDocument(options).promise;
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    return {problem: locked ? 'pdf_locked' : 'pdf_broken'};
  }
  /** @type {import('./pdf_layout.js').Piece[][]} */
  const pages = [];
  for (let number = 1; number <= Math.min(pdf.numPages, kMaxPages); number++) {
    const page = await pdf.getPage(number);
    const {items} = await page.getTextContent();
    pages.push(items.flatMap((item) => 'str' in item ? [{
      text: item.str, x: item.transform[4], y: item.transform[5], width: item.width,
      height: item.height || Math.abs(item.transform[3]),
    }] : []));
    page.cleanup();
  }
  const text = textOfPages(pages);
  if (!/\p{L}/u.test(text)) return {problem: 'pdf_pictures'};
  return {text, left: Math.max(0, pdf.numPages - kMaxPages)};
});
