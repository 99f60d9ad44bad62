// The kinds of files that can be read, by the ending of the name and by the media type.

/** @typedef {'text' | 'markdown' | 'html' | 'pdf' | 'docx'} Kind */

/** @type {Record<string, Kind>} */
export const kEndings = {
  txt: 'text', text: 'text', md: 'markdown', markdown: 'markdown', html: 'html', htm: 'html', xhtml: 'html',
  pdf: 'pdf', docx: 'docx',
};
/** @type {Record<string, Kind>} */
export const kTypes = {
  'text/plain': 'text', 'text/markdown': 'markdown', 'text/html': 'html', 'application/xhtml+xml': 'html',
  'application/pdf': 'pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
};
/** What the field for choosing files offers. */
export const kAccepted = [...Object.keys(kEndings).map((ending) => `.${ending}`), ...Object.keys(kTypes)].join(',');
