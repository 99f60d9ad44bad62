// What belongs to what in a report, found at once: the quotes and events of an entity, the events of a date.

/** @typedef {import('./report_types.js').Report} Report */
/** @typedef {import('./report_types.js').Entity} Entity */
/** @typedef {import('./report_types.js').Quote} Quote */
/** @typedef {import('./report_types.js').TimelineEvent} TimelineEvent */
/** @typedef {Report['times'][number]} Time */

/** @template Item @param {Map<string, Item[]>} map @param {string} key @param {Item} item */
function append(map, key, item) {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}

/** @param {Report} report */
function makeIndex(report) {
  /** @type {Map<string, Quote[]>} */
  const quotesOf = new Map();
  for (const quote of report.quotes) if (quote.speaker?.entity) append(quotesOf, quote.speaker.entity, quote);
  /** @type {Map<string, TimelineEvent[]>} */
  const eventsOf = new Map();
  /** @type {Map<string, TimelineEvent[]>} */
  const eventsAt = new Map();
  for (const event of report.timeline) {
    for (const id of event.entities) append(eventsOf, id, event);
    if (event.time) append(eventsAt, event.time, event);
  }
  return {
    entities: new Map(report.entities.map((entity) => [entity.id, entity])),
    quotes: new Map(report.quotes.map((quote) => [quote.id, quote])),
    times: new Map(report.times.map((time) => [time.id, time])),
    quotesOf, eventsOf, eventsAt,
  };
}

/** @typedef {ReturnType<typeof makeIndex>} ReportIndex */

/** @type {WeakMap<Report, ReportIndex>} */
const made = new WeakMap();

/** The index of a report, made at the first call. Cost: linear in the report. @param {Report} report */
export function indexOf(report) {
  let index = made.get(report);
  if (!index) made.set(report, index = makeIndex(report));
  return index;
}
