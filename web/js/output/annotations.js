// The findings as W3C Web Annotations (https://www.w3.org/TR/annotation-model/): a collection in JSON-LD whose targets
// point into the plain text by position and by quotation, as Hypothesis and others read them. Positions count code
// points, as the model asks, not the UTF-16 units of the report.
import {whenWords} from '../date_words.js';
import {textId} from '../library/text_id.js';
import {isAddress, saidBy} from './taken.js';

/** @typedef {import('./taken.js').Taken} Taken */
/** @typedef {import('../report_types.js').Span} Span */

const kAround = 32;  // code units of text before and after a quotation

/**
 * @param {Taken} article
 * @param {Date} now  when it is exported
 * @returns {object} to be written as JSON
 */
export function reportAsAnnotations({report, text, title, source}, now) {
  const address = isAddress(source) ? source : `urn:dateline:${textId(text)}`;
  const points = pointsAt(text);
  const created = now.toISOString();
  const times = new Map(report.times.map((time) => [time.id, time]));

  /** @param {Span} span */
  const target = ({start, end}) => ({
    source: address,
    selector: [
      {type: 'TextPositionSelector', start: points(start), end: points(end)},
      {
        type: 'TextQuoteSelector', exact: text.slice(start, end), prefix: around(text, start - kAround, start),
        suffix: around(text, end, end + kAround),
      },
    ],
  });
  /**
   * @param {string} id @param {string} motivation @param {string} tag @param {string} value @param {Span[]} spans
   */
  const annotation = (id, motivation, tag, value, spans) => ({
    id: `urn:dateline:${textId(text)}:${id}`,
    type: 'Annotation',
    motivation,
    created,
    body: [
      {type: 'TextualBody', purpose: 'tagging', value: tag},
      {type: 'TextualBody', purpose: motivation, value, format: 'text/plain', language: 'en'},
    ],
    target: spans.length === 1 ? target(spans[0]) : spans.map(target),
  });

  const items = [
    ...report.entities.map(({id, type, name, description, mentions}) =>
      annotation(id, 'identifying', type, description ? `${name}, ${description}` : name, mentions)),
    ...report.times.map((time) => annotation(time.id, 'classifying', 'time', time.value, [time])),
    ...report.timeline.map((event) => annotation(event.id, 'describing', 'event',
      `${whenWords(event, times.get(event.time ?? ''))}: ${event.title}`, [event])),
    ...report.quotes.map((quote) => annotation(quote.id, 'classifying', `${quote.kind} quote`,
      saidBy(quote, text), quote.parts.length > 0 ? quote.parts : [quote])),
    ...report.figures.map((figure) => annotation(figure.id, 'classifying', figure.kind,
      [figure.value, figure.unit, figure.what].filter((part) => part !== null).join(' '), [figure])),
  ];
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    'id': `urn:dateline:${textId(text)}`,
    'type': 'AnnotationCollection',
    'label': title,
    'total': items.length,
    'created': created,
    'generator': {type: 'Software', name: 'Dateline'},
    'first': {
      id: `urn:dateline:${textId(text)}:page1`, type: 'AnnotationPage', partOf: `urn:dateline:${textId(text)}`,
      startIndex: 0, items,
    },
  };
}

/** From UTF-16 units to code points, in constant time. @param {string} text */
function pointsAt(text) {
  const before = new Uint32Array(text.length + 1);
  for (let i = 0; i < text.length; i++) {
    const second = i > 0 && (text.charCodeAt(i) & 0xfc00) === 0xdc00 && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800;
    before[i + 1] = before[i] + (second ? 0 : 1);
  }
  return (/** @type {number} */ unit) => before[unit];
}

/** Text without half a character at its ends. @param {string} text @param {number} start @param {number} end */
function around(text, start, end) {
  return text.slice(Math.max(0, start), end).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}
