// Another article on what the sample harbour-talks.txt tells, with a report written by hand: it dates the blockade
// otherwise, counts other dead, and names the minister by his surname only.

export const kSecondTelling = `Kessel port to open again, minister says

KESSEL, 15 March 2024 - Korda signed a deal with Tarsk on Thursday. The blockade began on 12 October 2023.

At least 19 sailors were killed off Cape Dorn in the days before.
`;

/** A report of kSecondTelling. */
export function secondReport() {
  const text = kSecondTelling;
  const at = (words) => {
    const start = text.indexOf(words);
    if (start < 0) throw new Error(`not in the text: ${words}`);
    return {start, end: start + words.length};
  };
  const blocks = [...text.matchAll(/[^\n]+/g)].map(({index, 0: line}, i) =>
    ({kind: i === 0 ? 'headline' : 'paragraph', start: index, end: index + line.length}));
  const named = (id, type, name, words) => ({
    id, type, name, aliases: [], description: null, salience: 0.5, mentions: [{...at(words), kind: 'name'}],
  });
  const time = (id, words, value) =>
    ({id, ...at(words), type: 'DATE', value, mod: null, begin: value, end_date: value});
  const event = (id, begin, words, title, timeId, entities) => ({
    id, begin, end_date: begin, precision: 'day', basis: 'explicit', time: timeId, sentence: 1, ...at(words),
    trigger: at(words), title, planned: false, entities,
  });
  return {
    version: 1, offsets: 'utf16', length: text.length,
    reference_date: '2024-03-15', reference_date_source: 'article', reference_date_span: at('15 March 2024'),
    blocks, sentences: blocks.map(({start, end}, block) => ({start, end, block})),
    entities: [named('e1', 'person', 'Korda', 'Korda'), named('e2', 'place', 'Kessel', 'Kessel'),
      named('e3', 'place', 'Tarsk', 'Tarsk')],
    times: [time('t1', '12 October 2023', '2023-10-12'), time('t2', 'on Thursday', '2024-03-14')],
    timeline: [
      event('v1', '2023-10-12', 'The blockade began on 12 October 2023', 'The blockade begins', 't1', ['e2']),
      event('v2', '2024-03-14', 'Korda signed a deal', 'Minister Korda signs the agreement', 't2', ['e1', 'e3']),
    ],
    quotes: [],
    figures: [{
      id: 'f1', ...at('At least 19 sailors'), kind: 'count', value: 19, modifier: 'at least', unit: 'sailors',
      what: 'killed off Cape Dorn', time: null, source: null,
    }],
    keyphrases: [], summary: [{sentence: 0, score: 1}], warnings: [],
  };
}
