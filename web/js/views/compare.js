// Several articles at once: one timeline of them all with each entry's source, what they tell differently side by side,
// and who is in which.
import {joinEntities} from '../compare/joined_entities.js';
import {eventsOfSet, sameEvents} from '../compare/same_events.js';
import {sameFigures} from '../compare/same_figures.js';
import {colourByParticipant} from '../charts/participant_colours.js';
import {dayWords, parseDay} from '../date_words.js';
import {strings} from '../strings.js';
import {layerOfType} from './article_marks.js';
import {button, make, span} from './element.js';
import {appendPaged} from './paged_list.js';
import {createTimelineBox} from './timeline_box.js';

/** @typedef {import('../compare/article_set.js').SetArticle} SetArticle */
/** @typedef {import('../compare/same_events.js').SetEvent} SetEvent */

/** Goes to an item of one of the articles: an event, an entity, a figure, or, if it is "", the article itself.
 * @typedef {(article: SetArticle, key: string) => void} OpenItem */

const kColours = 6;

/** "A", "B" … "Z", "27" … @param {number} article */
export const letterOf = (article) => article < 26 ? String.fromCharCode(65 + article) : String(article + 1);

/** @param {number} article */
const colourOf = (article) => article < kColours ? article + 1 : 0;

/**
 * @param {HTMLElement} element
 * @param {SetArticle[]} articles  two or more
 * @param {{open: OpenItem}} actions
 */
export function renderCompare(element, articles, {open}) {
  const words = strings.compare;
  const joined = joinEntities(articles);
  const events = eventsOfSet(articles, joined.idOf);
  const same = sameEvents(events);
  const figures = sameFigures(articles);

  /** @param {number} article @param {boolean} [withTitle] */
  const source = (article, withTitle = false) => make('span', {'class': `letter colour-${colourOf(article)}`,
    'title': articles[article].title}, letterOf(article), make('span', {class: 'visually-hidden'},
    withTitle ? '' : ` ${articles[article].title}`));

  const sources = make('ol', {class: 'sources'}, ...articles.map((article, index) => make('li', {},
    button({'class': 'item source-article', 'data-article': article.id}, () => open(article, ''),
      source(index, true), make('span', {class: 'source-words'}, make('bdi', {}, article.title),
        span('how', article.date ? span('date', dayWords(article.date)) : null,
          span('events', words.events(article.report.timeline.length))))))));

  const drawn = make('div', {class: 'drawn'});
  const list = make('ol', {class: 'items merged'});
  const timeline = make('section', {'class': 'merged-timeline'}, make('h2', {}, words.timeline),
    events.length > 0 ? '' : make('p', {class: 'none'}, strings.timeline.none),
    make('div', {class: 'drawn-and-words'}, drawn, make('div', {class: 'in-words'}, list)));
  /** @param {SetEvent} event */
  const openEvent = (event) => open(articles[event.article], event.id);
  element.replaceChildren(sources, timeline,
    toldDifferently(same, source, openEvent), figuresPart(figures, articles, source, open),
    namesPart(joined.entities, articles, source, open));

  const box = createTimelineBox(drawn, (item) => {
    const event = events.find(({key}) => key === item.key);
    if (event) openEvent(event);
  });
  const dates = articles.map(({date}) => parseDay(date)?.getTime() ?? NaN).filter((time) => !Number.isNaN(time));
  const names = new Map(joined.entities.map((entity) => [entity.id, entity]));
  box.update(events, {
    published: dates.length > 0 ? Math.max(...dates) : null,
    colourings: [
      {
        key: 'source', label: words.bySource, colour: (item) => colourOf(/** @type {SetEvent} */ (item).article),
        classes: articles.slice(0, kColours).map(({title, report}, i) =>
          ({name: `${letterOf(i)} · ${title}`, colour: colourOf(i), count: report.timeline.length})),
      },
      {key: 'participant', label: strings.drawing.byParticipant, ...colourByParticipant(events, names)},
    ],
    label: events.length > 0 ?
      strings.drawing.label(events.length, events[0].when, events[events.length - 1].when) : '',
  });
  appendPaged(list, events, (event) => make('li', {}, button({'class': 'item merged-event', 'data-event-of': event.key},
    () => openEvent(event),
    source(event.article), span('merged-words', span('card-when', event.when), ' ',
      make('span', {class: 'title', dir: 'auto'}, event.title)))));
}

/**
 * @param {import('../compare/same_events.js').SameEvent[]} same
 * @param {(article: number) => HTMLElement} source
 * @param {(event: SetEvent) => void} openEvent
 */
function toldDifferently(same, source, openEvent) {
  const words = strings.compare;
  const list = make('ol', {class: 'tellings'});
  const part = make('section', {class: 'same-events'}, make('h2', {}, words.sameEvents), list);
  if (same.length === 0) list.replaceWith(make('p', {class: 'none'}, words.noSameEvents));
  appendPaged(list, same, ({tellings, datesDiffer}) => make('li', {class: 'telling-group'},
    datesDiffer ? make('p', {class: 'differs'}, words.datesDiffer) : null,
    make('ul', {class: 'side-by-side'}, ...tellings.map((event) => make('li', {},
      button({'class': 'item telling', 'data-event-of': event.key}, () => openEvent(event),
        source(event.article), span('card-when', event.when),
        make('span', {class: 'title', dir: 'auto'}, event.title)))))), part);
  return part;
}

/**
 * @param {import('../compare/same_figures.js').SameFigure[]} figures
 * @param {SetArticle[]} articles
 * @param {(article: number) => HTMLElement} source
 * @param {OpenItem} open
 */
function figuresPart(figures, articles, source, open) {
  const words = strings.compare;
  const list = make('ol', {class: 'tellings'});
  const part = make('section', {class: 'same-figures'}, make('h2', {}, words.sameFigures), list);
  if (figures.length === 0) list.replaceWith(make('p', {class: 'none'}, words.noSameFigures));
  appendPaged(list, figures, ({tellings, valuesDiffer}) => make('li', {class: 'telling-group'},
    valuesDiffer ? make('p', {class: 'differs'}, words.valuesDiffer) : null,
    make('ul', {class: 'side-by-side'}, ...tellings.map(({article, figure, words: said}) => make('li', {},
      button({'class': 'item telling', 'data-figure-of': `${article}:${figure.id}`},
        () => open(articles[article], figure.id),
        source(article), make('strong', {dir: 'auto'}, said),
        make('span', {class: 'title', dir: 'auto'}, figure.what ?? '')))))), part);
  return part;
}

/**
 * @param {import('../compare/joined_entities.js').JoinedEntity[]} entities
 * @param {SetArticle[]} articles
 * @param {(article: number) => HTMLElement} source
 * @param {OpenItem} open
 */
function namesPart(entities, articles, source, open) {
  const words = strings.compare;
  const body = make('tbody');
  const table = make('table', {class: 'joined-names'},
    make('caption', {class: 'visually-hidden'}, words.names),
    make('thead', {}, make('tr', {}, make('th', {scope: 'col'}, words.name),
      ...articles.map((_, i) => make('th', {scope: 'col'}, source(i))))),
    body);
  const box = make('div', {'class': 'table-box', 'tabindex': '0', 'role': 'region', 'aria-label': words.names}, table);
  const part = make('section', {class: 'joined'}, make('h2', {}, words.names), box);
  appendPaged(body, entities.filter(({members}) => new Set(members.map(({article}) => article)).size > 1), (one) =>
    make('tr', {}, make('th', {'scope': 'row', 'dir': 'auto'}, span(`name ${layerOfType(one.type)}`, one.name)),
      ...articles.map((article, i) => {
        const member = one.members.find((other) => other.article === i);
        return make('td', {}, member ? button({'class': 'link', 'data-entity-of': `${i}:${member.entity.id}`},
          () => open(article, member.entity.id),
          make('span', {class: 'visually-hidden'}, `${one.name}, ${letterOf(i)}: `),
          String(one.members.filter((other) => other.article === i)
            .reduce((sum, {entity}) => sum + entity.mentions.length, 0))) : make('span', {class: 'nothing'}, '–'));
      })), part);
  if (body.childElementCount === 0) box.replaceWith(make('p', {class: 'none'}, words.noNames));
  return part;
}
