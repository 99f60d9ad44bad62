// Who is the same in several articles: entities of one kind that share a full name, or of which one bears a name that
// another article gives as an alias. A surname alone joins only where no second person of the set has it.
import {layerOfType} from '../views/article_marks.js';
import {createGroups, folded} from './article_set.js';

/** @typedef {import('./article_set.js').SetArticle} SetArticle */
/** @typedef {import('../report_types.js').Entity} Entity */

/**
 * @typedef {object} JoinedEntity
 * @property {string} id      "j0", "j1" …
 * @property {string} name    the fullest
 * @property {string} type
 * @property {{article: number, entity: Entity}[]} members
 * @property {number} mentions  in all articles
 */

/**
 * @param {SetArticle[]} articles
 * @returns {{entities: JoinedEntity[], idOf: (article: number, id: string) => string}}
 *     those in most articles first; idOf: the joined id of an article's entity. Cost: linear in entities and names
 */
export function joinEntities(articles) {
  const all = articles.flatMap(({report}, article) => report.entities.map((entity) => ({article, entity})));
  const groups = createGroups(all.length);
  /** @param {Entity} entity @param {string} name */
  const key = (entity, name) => `${layerOfType(entity.type)} ${folded(name)}`;

  /** @type {Map<string, number>} */
  const byName = new Map();
  all.forEach(({entity}, index) => {
    const name = key(entity, entity.name);
    const first = byName.get(name);
    if (first === undefined) byName.set(name, index);
    else groups.join(first, index);
  });
  /** Which groups bear a name as an alias. @type {Map<string, Set<number>>} */
  const byAlias = new Map();
  all.forEach(({entity}, index) => {
    const surname = entity.type === 'person' ? [entity.name.split(/\s+/).pop() ?? ''] : [];
    for (const alias of new Set([...entity.aliases, ...surname])) {
      if (folded(alias) === folded(entity.name)) continue;
      const name = key(entity, alias);
      const set = byAlias.get(name) ?? new Set();
      byAlias.set(name, set.add(groups.find(index)));
    }
  });
  for (const [name, index] of byName) {
    const bearers = byAlias.get(name);
    if (!bearers) continue;
    const roots = new Set([...bearers].map((one) => groups.find(one)));
    if (roots.size === 1) groups.join([...roots][0], index);
  }

  /** @type {JoinedEntity[]} */
  const entities = groups.all().map((indices) => {
    const members = indices.map((index) => all[index]);
    const fullest = members.reduce((best, one) => one.entity.name.length > best.entity.name.length ? one : best);
    return {
      id: '', name: fullest.entity.name, type: fullest.entity.type, members,
      mentions: members.reduce((sum, {entity}) => sum + entity.mentions.length, 0),
    };
  });
  /** @param {JoinedEntity} one */
  const spread = (one) => new Set(one.members.map(({article}) => article)).size;
  entities.sort((a, b) => spread(b) - spread(a) || b.mentions - a.mentions);
  /** @type {Map<string, string>} */
  const ids = new Map();
  entities.forEach((one, index) => {
    one.id = `j${index}`;
    for (const {article, entity} of one.members) ids.set(`${article} ${entity.id}`, one.id);
  });
  return {entities, idOf: (article, id) => ids.get(`${article} ${id}`) ?? ''};
}
