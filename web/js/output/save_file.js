// Hands a file to the reader: the browser's own download, from a blob in the page's memory.

/** @param {Blob} blob @param {string} name */
export function saveBlob(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The download reads the blob after the click; a minute is long enough for it to begin.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** @param {string} text @param {string} type  media type @param {string} name */
export function saveText(text, type, name) {
  saveBlob(new Blob([text], {type: `${type};charset=utf-8`}), name);
}

/**
 * A file's name for an article: its first words, without what file systems refuse.
 * @param {string} title @param {string} ending  with its dot
 */
export function fileName(title, ending) {
  const words = title.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60).replace(/^-+|-+$/g, '');
  return `${words || 'article'}${ending}`;
}
