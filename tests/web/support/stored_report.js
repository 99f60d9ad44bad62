// A report written by hand for the sample article harbour-talks.txt, so that the views can be tested apart from the
// analysis. Spans are found by their words, so the article may be edited as long as the words stay.

/**
 * @param {string} text   harbour-talks.txt
 * @param {string | null} date  publication date given by the reader
 */
export function storedReport(text, date) {
  /** Span of the n-th occurrence of some words. */
  function at(words, n = 0) {
    let start = -1;
    for (let i = 0; i <= n; i++) {
      start = text.indexOf(words, start + 1);
      if (start < 0) throw new Error(`not in the text: ${words}`);
    }
    return {start, end: start + words.length};
  }
  const every = (words) => {
    const spans = [];
    for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + words.length)) {
      spans.push({start, end: start + words.length});
    }
    return spans;
  };
  const to = (first, last) => ({start: at(first).start, end: at(last).end});
  const named = (spans, kind = 'name') => spans.map((span) => ({...span, kind}));

  const blocks = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    const line = match[0];
    const i = blocks.length;
    const kind = i === 0 ? 'headline' : i === 1 ? 'subheading' : /^(By|Published)/.test(line) ? 'byline' :
      /Photo:/.test(line) ? 'caption' : /^(Advertisement|Read more|NPA and)/.test(line) ? 'other' :
        line.length < 40 ? 'subheading' : 'paragraph';
    const place = /^[A-Z]+ \(NPA\) -/.exec(line)?.[0].length;
    if (place) blocks.push({kind: 'dateline', start: match.index, end: match.index + place});
    blocks.push({kind, start: match.index + (place ? place + 1 : 0), end: match.index + line.length});
  }
  const sentences = blocks.flatMap(({start, end}, block) => {
    const found = [];
    for (const match of text.slice(start, end).matchAll(/\S.*?(?:[.!?]["”']?(?=\s+["“A-Z])|$)/g)) {
      found.push({start: start + match.index, end: start + match.index + match[0].length, block});
    }
    return found;
  });
  const sentenceAt = (position) => sentences.findIndex(({start, end}) => start <= position && position < end);

  const entity = (id, type, name, aliases, description, salience, mentions, place) => ({
    id, type, name, aliases, description, salience,
    mentions: mentions.sort((a, b) => a.start - b.start), ...(place ? {place} : {}),
  });
  const surname = every('Korda').filter(({start}) => text.slice(start - 7, start) !== 'Anselm ');
  const korda = [...every('Anselm Korda'), ...surname];
  const town = every('Kessel').filter(({end}) => text.slice(end, end + 8) !== ' Fishing');
  const entities = [
    entity('e1', 'place', 'Marenia', [], null, 0.93, named(every('Marenia').filter(({end}) => text[end] !== 'n'))),
    entity('e2', 'person', 'Anselm Korda', ['Korda'], 'Foreign Minister', 0.9,
      [...named(korda), {start: at('his counterpart').start, end: at('his counterpart').start + 3, kind: 'pronoun'}]),
    entity('e3', 'place', 'Kessel', [], null, 0.86, named(town)),
    entity('e4', 'place', 'Tarsk', [], null, 0.7, named(every('Tarsk'))),
    entity('e5', 'person', 'Lidia Broman', ['Broman'], 'his counterpart from Tarsk', 0.6,
      [...named([at('Lidia Broman'), at('Broman', 1)]), {...at('his counterpart from Tarsk'), kind: 'nominal'}]),
    entity('e6', 'organization', 'United Nations', [], null, 0.55, named(every('United Nations'))),
    entity('e7', 'person', 'Marta Illing', ['Illing'], 'who heads the cooperative', 0.5,
      named([at('Marta Illing'), at('Illing', 1)])),
    entity('e8', 'organization', 'Kessel Fishing Cooperative', [], null, 0.4,
      [...named(every('Kessel Fishing Cooperative')), {...at('the cooperative'), kind: 'nominal'}]),
    entity('e9', 'place', 'Geneva', [], null, 0.38, named(every('Geneva')),
      {latitude: 46.2, longitude: 6.15, country: 'CH', kind: 'city'}),
    entity('e10', 'person', 'Henrik Aasland', [], 'the Norwegian admiral', 0.2, named(every('Henrik Aasland'))),
    entity('e11', 'group', 'Norwegian', [], null, 0.1, named(every('Norwegian'))),
    entity('e12', 'organization', 'Lund & Farrow', [], 'bank', 0.1, named(every('Lund & Farrow'))),
  ];

  const reference = date ?? '2024-03-14';
  const day = (offset) => new Date(Date.parse(`${reference}T00:00:00Z`) + offset * 86400000).toISOString().slice(0, 10);
  const weekday = new Date(`${reference}T00:00:00Z`).getUTCDay();
  const thursday = day(-((weekday + 3) % 7));
  const time = (id, span, value, begin, end_date) => ({id, ...span, type: 'DATE', value, mod: null, begin, end_date});
  const times = [
    time('t1', at('14 March 2024'), '2024-03-14', '2024-03-14', '2024-03-14'),
    time('t2', at('on Thursday'), thursday, thursday, thursday),
    time('t3', at('last October'), '2023-10', '2023-10-01', '2023-10-31'),
    time('t4', at('28 March'), '2024-03-28', '2024-03-28', '2024-03-28'),
    time('t5', at('9 October 2023'), '2023-10-09', '2023-10-09', '2023-10-09'),
    time('t6', at('in January'), '2024-01', '2024-01-01', '2024-01-31'),
    time('t7', at('20 March'), '2024-03-20', '2024-03-20', '2024-03-20'),
    time('t8', at('last year'), '2023', '2023-01-01', '2023-12-31'),
  ];

  const event = (id, begin, end_date, precision, basis, timeId, span, trigger, title, more = {}) => ({
    id, begin, end_date, precision, basis, time: timeId, sentence: sentenceAt(span.start), ...span,
    trigger: at(trigger), title, planned: false, entities: [], ...more,
  });
  const timeline = [
    event('v1', '2023-01-01', '2023-12-31', 'year', 'relative', 't8',
      to('The harbour\'s 900 fishermen', 'last year'), 'lost',
      'The harbour’s 900 fishermen lose nearly two thirds of their income'),
    event('v2', '2023-10-09', null, 'interval', 'explicit', 't5', to('The blockade began', '9 October 2023'), 'began',
      'The blockade begins', {entities: ['e3']}),
    event('v3', '2024-01-01', '2024-01-31', 'month', 'relative', 't6',
      to('an inquiry led by', 'found in January'), 'found', 'An inquiry finds that the cause cannot be established'),
    event('v4', thursday, thursday, 'day', 'relative', 't2',
      to('Marenia agreed on Thursday', 'grain ships, ending'), 'agreed',
      'Marenia agrees to reopen the harbour of Kessel to grain ships'),
    event('v5', thursday, thursday, 'day', 'context', null,
      to('Foreign Minister Anselm Korda signed', 'eleven hours of talks'), 'signed',
      'Foreign Minister Anselm Korda signs the agreement', {entities: ['e2']}),
    event('v6', '2024-03-20', '2024-03-20', 'day', 'explicit', 't7',
      to('Korda is to present it', '20 March'), 'present', 'Korda is to present it to parliament',
      {planned: true, entities: ['e2']}),
    event('v7', '2024-03-28', '2024-03-28', 'day', 'explicit', 't4',
      to('The first of them will leave', '28 March'), 'leave', 'The first of them leaves Kessel',
      {planned: true, entities: ['e3']}),
  ];

  const quote = (id, kind, parts, cue, speaker) => ({
    id, kind, start: parts[0].start, end: parts[parts.length - 1].end, parts, cue, speaker,
  });
  const illing = {...at('Marta Illing'), entity: 'e7', name: 'Marta Illing'};
  const quotes = [
    quote('q1', 'direct', [to('We did not come here', 'so that ships can sail,'),
      at('The first of them will leave Kessel on 28 March.')],
      at('told'), {...at('Korda', 2), entity: 'e2', name: 'Anselm Korda'}),
    quote('q2', 'mixed', [to('the deal was', 'hand\'s breadth"')],
      {start: at('She said').start + 4, end: at('She said').end}, {...at('She'), entity: 'e5', name: 'Lidia Broman'}),
    quote('q3', 'direct', [at('They have signed a paper about grain,'),
      to('Nobody asked us about fish', 'next week either.')],
      {start: at('said Marta').start, end: at('said Marta').start + 4}, illing),
    quote('q4', 'indirect', [to('her members would decide', 'their own boats')],
      {start: at('Illing said').start + 7, end: at('Illing said').end},
      {...at('Illing', 1), entity: 'e7', name: 'Marta Illing'}),
    quote('q5', 'indirect', [to('The harbour\'s 900 fishermen', 'last year')], at('according to'), null),
  ];

  const figure = (id, words, kind, value, unit, what, more = {}) => ({
    id, ...at(words), kind, value, modifier: null, unit, what, time: null, source: null, ...more,
  });
  const figures = [
    figure('f1', 'more than 140 vessels', 'count', 140, 'vessels', 'at anchor since last October',
      {modifier: 'more than'}),
    figure('f2', 'about 60 inspectors', 'count', 60, 'inspectors', 'from the United Nations', {modifier: 'about'}),
    figure('f3', '$38 million a year', 'money', 38e6, 'USD', 'cost of the inspections'),
    figure('f4', '17 sailors', 'count', 17, 'sailors', 'killed off Cape Dorn'),
    figure('f5', '900 fishermen', 'count', 900, 'fishermen', null, {source: 'e8'}),
    figure('f6', '6.2 percent', 'percent', 6.2, '%', 'fall of wheat prices'),
  ];

  const firsts = ['Marenia agreed on Thursday', 'The blockade began on 9 October',
    'Foreign Minister Anselm Korda signed', 'Under the agreement, about 60'];
  return {
    version: 1, offsets: 'utf16', length: text.length,
    reference_date: reference, reference_date_source: date ? 'given' : 'article',
    reference_date_span: date ? null : at('14 March 2024'),
    blocks, sentences, entities, times, timeline, quotes, figures,
    keyphrases: [
      {text: 'grain ships', score: 0.9, mentions: every('grain ships')},
      {text: 'blockade', score: 0.7, mentions: every('blockade')},
      {text: 'harbour', score: 0.6, mentions: every('harbour')},
    ],
    summary: firsts.map((words, i) => ({sentence: sentenceAt(at(words).start), score: 0.9 - i / 10})),
    warnings: [{code: 'not_english', message: 'A line of this text is an advertisement.', ...at('Advertisement')}],
  };
}
