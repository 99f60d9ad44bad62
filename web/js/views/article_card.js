// The card of a mark: what is known of a name, a date or a quote in the article. A mark inside others has the cards of
// all of them, one below the other.
import {dayWords, whenWords} from '../date_words.js';
import {indexOf} from '../report_index.js';
import {speakerName, wordsOfQuote} from '../selections.js';
import {strings} from '../strings.js';
import {layerOfType} from './article_marks.js';
import {button, icon, kIcons, make, span} from './element.js';
import {shortened} from './shortened.js';

/** @typedef {import('../report_types.js').Report} Report */
/** @typedef {import('../report_types.js').Entity} Entity */
/** @typedef {import('../report_types.js').Quote} Quote */
/** @typedef {import('../report_types.js').TimelineEvent} TimelineEvent */

const kMostQuotes = 2;
const kMostEvents = 3;
const kMostWords = 140;  // characters of a quote

/**
 * @typedef {object} CardActions
 * @property {(key: string) => void} open  goes to the entry of an item: "e2", "q1", "v3"
 * @property {(entity: Entity, by: number) => void} step  to another mention
 */

/**
 * @param {string[]} keys  ids of the marks, the innermost first
 * @param {Report} report
 * @param {string} text
 * @param {number} mention  which mention of the innermost name it is; -1 where it is none
 * @param {CardActions} actions
 * @returns {{label: string, content: Node[]} | null}
 */
export function cardOf(keys, report, text, mention, actions) {
  const index = indexOf(report);
  /** @type {HTMLElement[]} */
  const content = [];
  let label = '';
  for (const [i, key] of keys.entries()) {
    const entity = index.entities.get(key);
    const quote = index.quotes.get(key);
    const time = index.times.get(key);
    const part = entity ? entityCard(entity, report, text, i === 0 ? mention : -1, actions) :
      quote ? quoteCard(quote, text, actions) : time ? timeCard(time, report, text, actions) : null;
    if (!part) continue;
    content.push(part);
    label ||= entity?.name ?? (quote ? speakerName(quote, text) || strings.quotes.nobody :
      time ? text.slice(time.start, time.end) : '');
  }
  return content.length > 0 ? {label: strings.card.label(label), content} : null;
}

/** @param {string} key @param {CardActions} actions @param {...(Node | string)} words */
const link = (key, actions, ...words) =>
  make('li', {}, button({'class': 'card-link', 'dir': 'auto', 'data-open': key}, () => actions.open(key), ...words));

/**
 * @param {Entity} entity @param {Report} report @param {string} text @param {number} mention
 * @param {CardActions} actions
 */
function entityCard(entity, report, text, mention, actions) {
  const words = strings.card;
  const {quotesOf, eventsOf, times} = indexOf(report);
  const layer = layerOfType(entity.type);
  const quotes = quotesOf.get(entity.id) ?? [];
  const events = eventsOf.get(entity.id) ?? [];
  const count = entity.mentions.length;
  const steps = mention < 0 || count < 2 ? '' : make('div', {class: 'steps'},
    round('card-previous', strings.locator.previous, () => actions.step(entity, -1), kIcons.previous),
    span('position', strings.locator.position(mention + 1, count)),
    round('card-next', strings.locator.next, () => actions.step(entity, 1), kIcons.next));
  return make('section', {class: `card-part ${layer}`},
    make('div', {class: 'card-head'},
      make('p', {},
        button({'class': 'card-title', 'dir': 'auto', 'data-open': entity.id}, () => actions.open(entity.id),
          span(`name ${layer}`, entity.name)),
        span('card-facts', [strings.entityTypes[entity.type], strings.entities.mentions(count)].join(' · '))),
      steps),
    entity.description ? make('p', {class: 'card-description', dir: 'auto'}, entity.description) : '',
    quotes.length > 0 ? make('ul', {'aria-label': words.quotes},
      ...quotes.slice(0, kMostQuotes).map((quote) => link(quote.id, actions, span(`words ${quote.kind}`,
        shortened(wordsOfQuote(quote, text).join(' … '), kMostWords)))),
      more(quotes.length - kMostQuotes, words.moreQuotes)) : '',
    events.length > 0 ? make('ul', {'aria-label': words.events},
      ...events.slice(0, kMostEvents).map((event) => link(event.id, actions, ...eventWords(event, times))),
      more(events.length - kMostEvents, words.moreEvents)) : '');
}

/** @param {number} count @param {(count: number) => string} words */
const more = (count, words) => count > 0 ? make('li', {class: 'card-more'}, words(count)) : '';

/** @param {string} act @param {string} label @param {() => void} press @param {string} path */
const round = (act, label, press, path) =>
  button({'class': 'round', 'data-act': act, 'aria-label': label, 'title': label}, press, icon(path));

/** @param {TimelineEvent} event @param {import('../report_index.js').ReportIndex['times']} times */
const eventWords = (event, times) =>
  [span('card-when', whenWords(event, event.time ? times.get(event.time) : undefined)), ' ', event.title];

/** @param {Quote} quote @param {string} text @param {CardActions} actions */
function quoteCard(quote, text, actions) {
  const cue = quote.cue ? `, “${text.slice(quote.cue.start, quote.cue.end)}”` : '';
  return make('section', {class: 'card-part quote'}, make('p', {},
    button({'class': 'card-title', 'dir': 'auto', 'data-open': quote.id}, () => actions.open(quote.id),
      speakerName(quote, text) || strings.quotes.nobody),
    span('card-facts', `${strings.quotes.kind[quote.kind]}${cue}`)));
}

/** @param {Report['times'][number]} time @param {Report} report @param {string} text @param {CardActions} actions */
function timeCard(time, report, text, actions) {
  const {eventsAt} = indexOf(report);
  const events = eventsAt.get(time.id) ?? [];
  const words = time.begin ? whenWords({
    begin: time.begin, end_date: time.end_date,
    precision: time.begin === time.end_date ? 'day' : 'interval',
  }, time) : strings.card.unresolved[time.type];
  return make('section', {class: 'card-part time'},
    make('p', {}, span('card-title', words),
      span('card-facts', time.begin && report.reference_date && !/\d{4}/.test(text.slice(time.start, time.end)) ?
        strings.card.countedFrom(dayWords(report.reference_date)) : '')),
    events.length > 0 ? make('ul', {'aria-label': strings.card.events},
      ...events.slice(0, kMostEvents).map((event) => link(event.id, actions, event.title)),
      more(events.length - kMostEvents, strings.card.moreEvents)) : '');
}
