// Which events of several articles are the same one, told by each in its own way. Two are taken for one where they
// share a participant and their titles, names apart, are much alike, or somewhat alike and their days meet.
import {itemsOfReport, kDay} from '../charts/event_items.js';
import {indexOf} from '../report_index.js';
import {contentStems, createGroups, likeness} from './article_set.js';

/** @typedef {import('./article_set.js').SetArticle} SetArticle */
/** @typedef {import('../charts/event_items.js').TimelineItem} TimelineItem */

/**
 * An event of the merged timeline: `key` is the article's index, a colon, and the event's id; `entities` are joined
 * ids.
 * `about`: the stems of what its title says, but for the names of those who take part.
 * @typedef {TimelineItem & {article: number, id: string, about: Set<string>}} SetEvent
 */

/**
 * @typedef {object} SameEvent
 * @property {SetEvent[]} tellings  oldest date first, from two articles at least
 * @property {boolean} datesDiffer
 */

const kMuchAlike = 0.5;
const kSomewhatAlike = 0.2;
const kMostInBucket = 60;  // events that share a participant and a word; more say nothing

/**
 * All events of a set, oldest first.
 * @param {SetArticle[]} articles @param {(article: number, id: string) => string} idOf  see joinEntities()
 * @returns {SetEvent[]}
 */
export function eventsOfSet(articles, idOf) {
  return articles.flatMap(({report, title}, article) => itemsOfReport(report).map((item) => ({
    ...item, key: `${article}:${item.key}`, id: item.key, article, note: title, about: aboutOf(item, report),
    entities: [...new Set(item.entities.map((id) => idOf(article, id)).filter((id) => id !== ''))],
  }))).sort((a, b) => a.from - b.from || a.to - b.to || a.article - b.article);
}

/** @param {TimelineItem} item @param {SetArticle['report']} report */
function aboutOf(item, report) {
  const about = contentStems(item.title);
  for (const id of item.entities) {
    const entity = indexOf(report).entities.get(id);
    if (!entity) continue;
    for (const word of contentStems([entity.name, ...entity.aliases, entity.description ?? ''].join(' '))) {
      about.delete(word);
    }
  }
  return about;
}

/** Whether two dates cannot both be right: other days, or stretches that do not meet. @param {TimelineItem} one
 * @param {TimelineItem} other */
function differ(one, other) {
  if (one.kind === 'span' || other.kind === 'span') return one.from >= other.to || other.from >= one.to;
  return Math.floor(one.from / kDay) !== Math.floor(other.from / kDay);
}

/**
 * @param {SetEvent[]} events
 * @returns {SameEvent[]} oldest first. Cost: linear in the events, times what a bucket may hold
 */
export function sameEvents(events) {
  /** Events by participant and word. @type {Map<string, number[]>} */
  const buckets = new Map();
  events.forEach(({entities, about}, index) => {
    for (const id of entities) {
      for (const word of about) {
        const key = `${id} ${word}`;
        const bucket = buckets.get(key);
        if (bucket) bucket.push(index);
        else buckets.set(key, [index]);
      }
    }
  });
  const groups = createGroups(events.length);
  for (const bucket of buckets.values()) {
    if (bucket.length > kMostInBucket) continue;
    for (const [i, a] of bucket.entries()) {
      for (const b of bucket.slice(i + 1)) {
        if (events[a].article === events[b].article || groups.find(a) === groups.find(b)) continue;
        const alike = likeness(events[a].about, events[b].about);
        const meet = events[a].from < events[b].to && events[b].from < events[a].to;
        if (alike >= kMuchAlike || (meet && alike >= kSomewhatAlike)) groups.join(a, b);
      }
    }
  }
  return groups.all()
    .filter((indices) => new Set(indices.map((index) => events[index].article)).size > 1)
    .map((indices) => {
      const tellings = indices.map((index) => events[index]);
      return {tellings, datesDiffer: tellings.some((event) => differ(event, tellings[0]))};
    });
}
