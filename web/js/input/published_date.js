// The publication date that a web page's own metadata gives, and where it stands. The first place that has a day in it
// counts; the order is that of how seldom publishers get it wrong.

/** @typedef {{date: string, place: string}} Published  date: "YYYY-MM-DD"; place: as the page's source has it */

/** Names of <meta> elements, by `property`, `name` or `itemprop`. */
const kMetaNames = [
  'article:published_time', 'og:article:published_time', 'datepublished', 'parsely-pub-date', 'sailthru.date',
  'dc.date.issued', 'dcterms.created', 'dcterms.date', 'dc.date', 'pubdate', 'publishdate', 'publish-date',
  'publication_date', 'citation_publication_date', 'article.published', 'cxenseparse:recs:publishtime', 'date',
];
const kMaxData = 1_000_000;  // characters of JSON-LD read
const kMaxDepth = 6;         // of its objects

/** @param {Document} page @returns {Published | null} */
export function publishedDate(page) {
  return inMeta(page, kMetaNames.slice(0, 2)) ?? inData(page) ?? inMeta(page, kMetaNames.slice(2)) ?? inTime(page);
}

/** The calendar day as the publisher wrote it, in no other time zone. @param {unknown} value */
function dayOf(value) {
  if (typeof value !== 'string') return '';
  const match = /^\s*(\d{4})[-/](\d\d?)[-/](\d\d?)(?!\d)/.exec(value) ?? /^\s*(\d{4})(\d\d)(\d\d)(?!\d)/.exec(value);
  if (!match) return '';
  const [, year, month, day] = match;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return Number(year) >= 1000 && date.toISOString().slice(0, 10) === written ? written : '';
}

/** @param {Document} page @param {string[]} names @returns {Published | null} */
function inMeta(page, names) {
  /** @type {Map<string, Element>} */
  const found = new Map();
  for (const meta of page.querySelectorAll('meta[content]')) {
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = meta.getAttribute(attribute)?.toLowerCase();
      if (name && !found.has(name) && dayOf(meta.getAttribute('content'))) found.set(name, meta);
    }
  }
  for (const name of names) {
    const meta = found.get(name);
    if (meta) return {date: dayOf(meta.getAttribute('content')), place: name};
  }
  return null;
}

/** @param {Document} page @returns {Published | null} */
function inData(page) {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const source = script.textContent ?? '';
    if (source.length > kMaxData) continue;
    try {
      const date = dateIn(JSON.parse(source), 0);
      if (date) return {date, place: 'datePublished'};
    } catch {
      // Broken data says nothing.
    }
  }
  return null;
}

/** @param {unknown} value @param {number} depth @returns {string} */
function dateIn(value, depth) {
  if (depth > kMaxDepth || value === null || typeof value !== 'object') return '';
  if (!Array.isArray(value)) {
    const date = dayOf(/** @type {Record<string, unknown>} */ (value).datePublished);
    if (date) return date;
  }
  for (const part of Object.values(value)) {
    const date = dateIn(part, depth + 1);
    if (date) return date;
  }
  return '';
}

/** @param {Document} page @returns {Published | null} */
function inTime(page) {
  const named = page.querySelectorAll('time[datetime][pubdate], time[datetime][itemprop="datePublished"]');
  const others = page.querySelectorAll('article time[datetime], header time[datetime]');
  for (const time of [...named, ...[...others].slice(0, 3)]) {
    const date = dayOf(time.getAttribute('datetime'));
    if (date) return {date, place: '<time>'};
  }
  return null;
}
