// Every word a reader of the page sees, in one place, ready for translation. Functions where a word depends on a
// number.

export const kLocale = 'en-GB';
const kNumbers = new Intl.NumberFormat(kLocale);

/** "1,000". @param {number} count */
export const numberWords = (count) => kNumbers.format(count);

/** @param {number} count @param {string} one @param {string} many */
const counted = (count, one, many) => `${numberWords(count)} ${count === 1 ? one : many}`;

export const strings = {
  /** The words of index.html, put there by the build. */
  page: {
    title: 'Dateline · read a news article closely',
    description: 'Paste a news article: who is in it, what happened when, who said what. Read on your own device.',
    name: 'Dateline',
    tagline: 'A close reading of the news',
    privacy: 'Nothing you paste leaves this device',
    skip: 'Skip to the article',
    heroTitle: 'Who, when, and who said what',
    heroText: 'Paste a news article. Dateline marks its people, organisations and places, puts its events in order, ' +
      'lists who said what, and points to the sentences to read first. Every finding leads back to the exact words.',
    textLabel: 'Text of the article',
    textPlaceholder: 'Paste a news article here, as it comes: headline, captions, “Read more” and all.',
    openFile: 'Open a file',
    moreWays: 'More ways in',
    dropWords: 'or drop it here:',
    fileKinds: 'text, Markdown, HTML, PDF, Word',
    samplesLabel: 'Or try one of these',
    read: 'Read it marked up',
    edit: 'Edit text',
    clear: 'New article',
    take: 'Export',
    library: 'Library',
    help: 'Help and keyboard shortcuts',
    dateLabel: 'Published',
    legend: 'Marked in the text',
    marked: 'What is marked',
    article: 'Article',
    findings: 'Findings',
    tabs: 'Views',
    tabArticle: 'Article',
    tabSummary: 'Overview',
    tabTimeline: 'Timeline',
    tabQuotes: 'Quotes',
    tabEntities: 'People & places',
    tabEntitiesShort: 'Names',
    compare: 'Several articles together',
    widen: 'More room for the findings',
    noScript: 'This page reads the article with a program that runs in your browser, so it needs JavaScript. ' +
      'Nothing is sent anywhere.',
  },

  status: {
    empty: '',
    working: 'Reading…',
    /** @param {number} count */
    words: (count) => `${counted(count, 'word', 'words')} · `,
    /** @param {number} count */
    minutes: (count) => `${counted(count, 'minute', 'minutes')} to read · `,
    /** @param {number} milliseconds */
    time: (milliseconds) => {
      if (milliseconds < 1) return 'analysed in under 1 ms on this device';
      return milliseconds < 1000 ? `analysed in ${Math.round(milliseconds)} ms on this device` :
        `analysed in ${(milliseconds / 1000).toFixed(1)} s on this device`;
    },
    /** @param {{names: number, events: number, quotes: number}} counts */
    announce: (counts) => `Analysed. ${counted(counts.names, 'name', 'names')}, ` +
      `${counted(counts.events, 'dated event', 'dated events')}, ${counted(counts.quotes, 'quote', 'quotes')}.`,
  },

  notice: {
    emptyPaste: 'There was no text in what you pasted: only pictures, or nothing at all. ' +
      'Select the words of the article, copy them, and paste again.',
    onlySpaces: 'There are only spaces here. Paste the words of an article.',
    /** @param {number} length @param {number} limit */
    tooLong: (length, limit) => `This text has ${numberWords(length)} characters; the page reads up to ` +
      `${numberWords(limit)} at a time. It is all still here: shorten it, or take one part of it.`,
    /** @param {string} message */
    failed: (message) => `The analysis stopped: ${message} Your text is still here.`,
    loadFailed: 'The analysis program could not be loaded. Check the connection and load the page again; ' +
      'your text is kept.',
    cleared: 'The article was put aside.',
    replaced: 'The article that was here before was put aside.',
    bringBack: 'Bring it back',
    close: 'Close',
  },

  // Ways in

  input: {
    dropHere: 'Drop the article here',
    /** @param {string} place  as the page's source has it */
    dateWhy: (place) => `found in the data of the web page (${place}).`,
    /** @param {string} name */
    readingFile: (name) => `Reading ${name}…`,
    /** @param {number} count */
    severalKept: (count) => `${count} articles were read: the first is shown, all are in your library.`,
    /** @param {number} count */
    firstOf: (count) => `The first of ${count} articles is shown.`,
    /** @param {string} name */
    emptyFile: (name) => `${name} is empty.`,
    /** @param {string} name */
    unknownFile: (name) => `${name} is no file that can be read here. Those are text, Markdown, HTML, PDF and Word ` +
      '(.docx).',
    /** @param {string} name */
    unreadableFile: (name) => `${name} could not be read. It may have been moved, or be a folder.`,
    /** @param {string} name */
    noTextInFile: (name) => `There are no words in ${name}.`,
    /** @param {string} name @param {number} size @param {number} limit  bytes */
    largeFile: (name, size, limit) => `${name} has ${Math.ceil(size / 1e6)} MB; files of this kind are read up to ` +
      `${limit / 1e6} MB. Open it in its own program, copy the article, and paste it.`,
    /** @param {string} encoding */
    guessedEncoding: (encoding) => `The file does not say how its letters are written; it was read as ${encoding}. ` +
      'If some look wrong, save it as UTF-8 and open it again.',
    brokenLink: 'The link was cut on its way, or holds no article. Ask for it again, or paste the article.',
    fromLink: 'This article came in the link itself; no server has seen it.',
    inLink: 'the link',
    sharedFile: 'shared file',
    nothingShared: 'Nothing to read came with what was shared.',
    onlyAddress: 'Only the address of a page was shared. This page fetches nothing from the web: select the article ' +
      'there and share or paste its words, or use the bookmark “Send to Dateline”.',
    noTab: 'The other tab did not send its article; some sites forbid that. Copy the article there and paste it ' +
      'here.',
    tabTitle: 'An article from another tab',
    tabSends: 'sends this page:',
    tabSafe: 'Only its text is taken; nothing in it runs, and nothing is fetched or sent.',
    tabRead: 'Read it',
    tabRefuse: 'No',
    wholePage: 'No article could be told from the rest of this web page, so all its text is here. Delete what does ' +
      'not belong to it.',
    /** @param {number} count  of pages */
    pagesLeft: (count) => `The PDF is long: its last ${counted(count, 'page was', 'pages were')} left out.`,
    problems: {
      too_long: 'What was sent is too long to be an article.',
      not_text: 'This file holds no text, though its name says so.',
      pdf_locked: 'This PDF is locked with a password. Open it in a PDF program, copy the text, and paste it.',
      pdf_broken: 'This PDF is damaged, or is none.',
      pdf_pictures: 'This PDF holds only pictures of text, as a scan does. There are no letters in it to read.',
      docx_broken: 'This Word document is damaged, or is none. Older .doc files have to be saved as .docx first.',
      docx_none: 'This .docx file holds no Word document.',
      docx_large: 'The text of this Word document is too long to be read here.',
      reader_failed: 'The reader for this kind of file stopped. Copy the article from its own program and paste it.',
      reader_slow: 'Reading this file took more than a minute and was ended. Copy the article and paste it instead.',
      reader_not_loaded: 'The reader for this kind of file could not be loaded. It is fetched when it is first used, ' +
        'so connect once and try again; or copy the article and paste it.',
    },
  },

  waysIn: {
    title: 'More ways in',
    tabTitle: 'From the page you are reading',
    tabText: 'Drag this to your bookmarks bar. On a page with an article, press it: the article opens here, after ' +
      'you said yes. It goes from tab to tab inside your browser.',
    bookmark: 'Send to Dateline',
    dragIt: 'Drag it to the bookmarks bar; it works from there, on the page with the article.',
    shareTitle: 'From the share menu',
    shareText: 'Install this page as an app (in the browser’s menu), and Dateline is among the places that articles ' +
      'and files can be shared to.',
    filesTitle: 'From files',
    filesText: 'Text, Markdown, saved web pages, PDF and Word documents can be opened or dropped anywhere on the ' +
      'page, several at a time too. Of a saved web page only the article is taken.',
    linkTitle: 'From a link',
    linkText: '“Export” can make a link that holds a whole article. Opening it brings the article here; no server ' +
      'sees it.',
  },

  offline: {
    update: 'A newer version of this page is ready.',
    use: 'Use it now',
    later: 'Later',
  },

  help: {
    title: 'Keys and help',
    help: 'This help',
    openFile: 'Open a file',
    library: 'Library',
    edit: 'Edit the text',
    read: 'Read it marked up',
    next: 'Next mention of what is marked',
    previous: 'Previous mention',
    takeAway: 'Export: files, link, citation, print',
    keep: 'Keep the article in the library',
    /** @param {string} name */
    tab: (name) => `To ${name}`,
    readTyped: 'Read what is typed in the field',
    escape: 'Close, or remove the mark',
    arrows: 'Along the tabs',
    on: 'Single keys do these things',
    about: 'About this page',
    aboutLines: [
      'The article is read by a program inside this page, on this device. Nothing you paste, open or keep is sent ' +
        'anywhere: the page’s own security policy forbids it.',
      'It reads English. It knows no more than the article says, does not judge whether that is true, and makes ' +
        'mistakes; every finding leads to the words it came from, so that you can check.',
    ],
    oneFile: 'Save this page as one file, which works from disk',
    licences: 'Licences of the programs and data in this page',
    noLicences: 'The licences are not kept on this device; connect once and try again.',
  },

  // Taking it away

  output: {
    title: 'Export and share',
    files: 'As a file',
    share: 'Share and keep',
    picturesTitle: 'As a picture',
    noPictures: 'Open the timeline or the map, and it can be saved here as a picture too.',
    markdown: 'Report to read (Markdown)',
    markdownNote: 'summary, timeline, quotes, names and figures on one page',
    calendar: 'Timeline for a calendar (iCalendar)',
    calendarNote: 'opens in Outlook, Google Calendar, Apple Calendar',
    tables: {entities: 'People & places', timeline: 'Timeline', quotes: 'Quotes', figures: 'Figures'},
    /** @param {string} table */
    table: (table) => `${table} as a table (CSV)`,
    tableNote: {
      entities: 'name, type, description, number of mentions, coordinates',
      timeline: 'days, how each is known, who took part, the clause',
      quotes: 'who, what, how it was reported',
      figures: 'value, unit, what it counts, who gives it',
    },
    json: 'Everything (JSON)',
    jsonNote: 'the full report with its text, for programs',
    annotations: 'Annotations (W3C, JSON-LD)',
    annotationsNote: 'every mark with its place in the text, as Hypothesis reads them',
    pictures: {timeline: 'Timeline', map: 'Map'},
    /** @param {string} what @param {string} kind */
    picture: (what, kind) => `${what} (${kind})`,
    svgNote: 'sharp at any size; can be edited in a drawing program',
    pngNote: 'for slides and messages',
    cite: 'Copy as a citation',
    cited: 'The citation is on the clipboard.',
    link: 'Copy a link that holds the article',
    linkNote: 'The whole text is packed into the link itself, behind its “#”, the part that browsers never send to a ' +
      'server. Whoever has the link has the article.',
    /** @param {number} length */
    linkCopied: (length) => `The link is on the clipboard: ${numberWords(length)} characters, which hold the ` +
      'whole article. No server gets to see it.',
    /** @param {number} length */
    linkLong: (length) => `The link is on the clipboard. It has ${numberWords(length)} characters, since it ` +
      'holds the whole article; some programs for mail and chat cut links that long.',
    linkTooLong: 'This article is too long for a link. Export it as a file instead.',
    print: 'Print, or save as PDF',
    printNote: 'the article marked up, then every view',
    keep: 'Keep in the library',
    keepNote: 'in this browser, on this device',
    notCopied: 'The browser did not let the page use the clipboard.',
    /** @param {number} count */
    leftOut: (count) => `${counted(count, 'event lies', 'events lie')} in years that calendars cannot hold, and ` +
      'was left out.',
    /** @param {string} message */
    failed: (message) => `That did not work: ${message}`,
    basis: {
      explicit: 'The date stands in the sentence.', relative: 'Worked out from the publication date.',
      context: 'The date was carried over from the words before.',
    },
    planned: 'Told as planned or expected.',
    noEnd: 'The article gives no end.',
    /** @param {string} title @param {string} date */
    fromArticle: (title, date) => `From “${title}”${date ? `, ${date}` : ''}.`,
    columns: {name: 'Name', kind: 'Kind', description: 'What the article calls it', mentions: 'Mentions',
      source: 'According to'},
    madeBy: 'Found by Dateline, a program, in the words of the article; it can be wrong.',
  },

  library: {
    title: 'Library',
    where: 'Articles kept in this browser, on this device. They are sent nowhere, and are gone if you clear the ' +
      'browser’s data; export them to have a copy.',
    none: 'Nothing is kept here yet. Read an article, then choose “Keep this article”.',
    noneFound: 'No kept article has these words.',
    search: 'Search titles and texts',
    keepThis: 'Keep this article',
    kept: 'The article is in your library.',
    exportAll: 'Export all',
    importAll: 'Import',
    fileName: 'dateline library',
    /** @param {number} count */
    imported: (count) => `${counted(count, 'article was', 'articles were')} brought in.`,
    importLarge: 'This file is too large for a library of articles.',
    importBroken: 'This file is damaged, or is no library of articles.',
    importOther: 'This file is no library of articles. To read an article from a file, choose “Open a file”.',
    delete: 'Delete',
    /** @param {string} title */
    deleteThis: (title) => `Delete “${title}”`,
    /** @param {string} title */
    deleted: (title) => `“${title}” was deleted.`,
    undo: 'Undo',
    /** @param {string} title */
    choose: (title) => `Choose “${title}”`,
    /** @param {number} count */
    compare: (count) => `See ${count} together`,
    /** @param {string} date */
    published: (date) => `published ${date}`,
    /** @param {string} date */
    savedOn: (date) => `kept ${date}`,
    /** @param {number} count */
    size: (count) => counted(count, 'word', 'words'),
    errors: {
      no_storage: 'This browser gives the page no storage, as in some private windows or where it is switched off. ' +
        'Articles cannot be kept here; export them as files instead.',
      full: 'The browser has no room left for this page. Delete some articles, or export them and delete them here.',
      newer: 'The articles kept here were written by a newer version of this page. Load the page again.',
      failed: 'The browser’s storage did not answer. Nothing was changed; try again, or load the page again.',
    },
  },

  date: {
    found: 'found in the article:',
    given: 'set by you.',
    useArticle: 'Use the article’s own',
    none: 'not found in the article.',
    /** @param {string} words */
    noneExample: (words) => `not found in the article; without it “${words}” cannot be worked out.`,
    label: 'Publication date',
    showWords: 'Show where the article says it',
  },

  layers: {
    person: 'People',
    organization: 'Organisations',
    place: 'Places',
    other: 'Other names',
    time: 'Dates',
    quote: 'Quotes',
  },

  entityTypes: {
    person: 'person',
    organization: 'organisation',
    place: 'place',
    group: 'group',
    event: 'event',
    work: 'work',
    product: 'product',
    law: 'law',
    language: 'language',
    other: 'other name',
  },

  entities: {
    filterLabel: 'Show',
    all: 'All',
    /** @param {string} names */
    aliases: (names) => `also ${names}`,
    /** @param {number} count */
    mentions: (count) => counted(count, 'mention', 'mentions'),
    none: 'No names were found in this text.',
    noneOfType: 'None of this kind.',
    noneFound: 'No name here has these letters.',
    search: 'Search the names',
    partsLabel: 'Shown as',
    list: 'List',
    network: 'Connections',
    map: 'Map',
  },

  timeline: {
    none: 'No dated event was found in this text.',
    basis: {explicit: 'stated', relative: 'worked out', context: 'carried over'},
    basisHelp: {
      explicit: 'the date stands in the sentence',
      relative: 'counted from the publication date',
      context: 'taken over from the words before',
    },
    /** @param {string} words */
    from: (words) => `from “${words}”`,
    planned: 'planned',
    how: 'How the dates are known',
    precision: {
      year: 'day not given', quarter: 'day not given', month: 'day not given', week: 'day not given',
      day: '', time: '', interval: '',
    },
    /** TimeML's modifiers, said before a month, a year or a quarter. */
    modifiers: {START: 'early', MID: 'mid', END: 'late', APPROX: 'about'},
    /** @param {string} begin */
    since: (begin) => `since ${/s$|quarter/.test(begin) ? 'the ' : ''}${begin}`,
    /** @param {number} year  its first */
    decade: (year) => `${year}s`,
    /** @param {string} end */
    until: (end) => `until ${end}`,
    /** @param {string} day */
    weekOf: (day) => `week of ${day}`,
    /** @param {number} quarter @param {number} year */
    quarterOf: (quarter, year) => `${['first', 'second', 'third', 'fourth'][quarter - 1]} quarter of ${year}`,
    /** @param {number} year */
    beforeChrist: (year) => `${year} BC`,
    partsOfDay: {MO: 'morning', MI: 'midday', AF: 'afternoon', EV: 'evening', NI: 'night', DT: 'daytime'},
  },

  drawing: {
    /** @param {number} count @param {string} first @param {string} last */
    label: (count, first, last) => `${counted(count, 'event', 'events')} drawn along time, from ${first} to ${last}. ` +
      'Arrow keys go from one to the next, Enter opens it, plus and minus zoom, Shift with an arrow key moves. ' +
      'The same stands in words beside it.',
    colourBy: 'Colour by',
    byParticipant: 'participant',
    byBasis: 'how the date is known',
    others: 'others',
    colours: 'What the colours mean; press one to see it alone',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    whole: 'All',
    published: 'published',
    /** @param {number} count */
    before: (count) => `‹ ${numberWords(count)} earlier`,
    /** @param {number} count */
    after: (count) => `${numberWords(count)} later ›`,
    /** @param {number} count */
    together: (count) => `${counted(count, 'event', 'events')} at one time`,
    /** @param {number} count @param {string} first @param {string} last */
    many: (count, first, last) => first === last ? `${counted(count, 'event', 'events')}, ${first}` :
      `${counted(count, 'event', 'events')}, from ${first} to ${last}`,
  },

  network: {
    none: 'No two names stand in one sentence.',
    explain: 'An arc joins two names that one sentence holds; the more sentences, the broader.',
    /** @param {number} names @param {number} pairs */
    label: (names, pairs) => `${names} names, and arcs between the ${pairs} pairs named in one sentence. ` +
      'The same stands in words below.',
    /** @param {string} names */
    with: (names) => `with ${names}`,
    /** @param {string} one @param {string} other */
    pair: (one, other) => `${one} and ${other}`,
    and: ' and ',
    inWords: 'Most often together',
    /** @param {number} count */
    sentences: (count) => counted(count, 'sentence', 'sentences'),
  },

  map: {
    none: 'None of the places in this text is in the small gazetteer that the page carries.',
    /** @param {number} count */
    label: (count) => `Map of ${counted(count, 'place', 'places')}. Arrow keys go from one to the next, ` +
      'Enter opens it, plus and minus zoom, Shift with an arrow key moves. The same stands in words beside it.',
    world: 'World',
    places: 'Places',
    notLoaded: 'The map could not be loaded. The list says the same.',
    /** @param {string} names */
    unknown: (names) => `Not on the map: ${names}.`,
    kinds: {city: 'town', country: 'country', region: 'region', continent: 'continent', water: 'water'},
  },

  compare: {
    /** @param {number} count */
    title: (count) => `${count} articles together`,
    close: 'Back to the article',
    /** @param {number} at @param {number} count */
    progress: (at, count) => `Reading ${at} of ${count}…`,
    /** @param {number} count */
    ready: (count) => `${count} articles are shown together.`,
    /** @param {string} message */
    failed: (message) => `The articles could not be put together: ${message}`,
    events: (/** @type {number} */ count) => counted(count, 'dated event', 'dated events'),
    timeline: 'One timeline',
    bySource: 'article',
    sameEvents: 'The same event in different words',
    noSameEvents: 'No event was recognised in more than one of these articles.',
    datesDiffer: 'The articles give different dates',
    sameFigures: 'The same figure in different articles',
    noSameFigures: 'No figure was recognised in more than one of these articles.',
    valuesDiffer: 'The numbers differ',
    names: 'Names in several of them, and how often',
    noNames: 'No name stands in more than one of these articles.',
    name: 'Name',
  },

  card: {
    /** @param {string} name */
    label: (name) => `About ${name}`,
    keys: 'N and P, or the arrow keys, go from mark to mark; Enter opens what a mark means.',
    quotes: 'Quotes',
    events: 'Events',
    /** @param {number} count */
    moreQuotes: (count) => `and ${counted(count, 'more quote', 'more quotes')}`,
    /** @param {number} count */
    moreEvents: (count) => `and ${counted(count, 'more event', 'more events')}`,
    /** @param {string} day */
    countedFrom: (day) => `counted from ${day}`,
    unresolved: {
      DATE: 'no day can be worked out', TIME: 'no day can be worked out', DURATION: 'a length of time',
      SET: 'again and again',
    },
  },

  quotes: {
    none: 'No quotes were found in this text.',
    orderLabel: 'Order',
    bySpeaker: 'By speaker',
    inTextOrder: 'In text order',
    kindLabel: 'Kind',
    all: 'All',
    noneOfKind: 'None of this kind.',
    copy: 'Copy with its source',
    copied: 'Copied, with who said it and where.',
    notCopied: 'The browser did not let the page copy it.',
    /** @param {string} source */
    inArticle: (source) => `In: ${source}`,
    nobody: 'Speaker not named',
    kind: {direct: 'direct quote', mixed: 'partly quoted', indirect: 'paraphrased'},
    /** @param {string} words */
    namedAs: (words) => `named here as “${words}”`,
    /** @param {string} words */
    cue: (words) => `“${words}”`,
    count: (/** @type {number} */ count) => counted(count, 'quote', 'quotes'),
  },

  summary: {
    counts: 'What is in the article',
    people: (/** @type {number} */ count) => count === 1 ? 'person' : 'people',
    organizations: (/** @type {number} */ count) => count === 1 ? 'organisation' : 'organisations',
    places: (/** @type {number} */ count) => count === 1 ? 'place' : 'places',
    events: (/** @type {number} */ count) => count === 1 ? 'event' : 'events',
    quotes: (/** @type {number} */ count) => count === 1 ? 'quote' : 'quotes',
    length: 'How many sentences',
    /** @param {number} count @param {number} all @param {number} seconds */
    lengthWords: (count, all, seconds) => `${count} of ${counted(all, 'sentence', 'sentences')}, ` +
      (seconds < 90 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`),
    first: 'Read these first',
    picked: 'one of those to read first',
    /** @param {string} word @param {string} name */
    means: (word, name) => `“${word}”: ${name}`,
    none: 'Too little text to pick sentences from.',
    keyphrases: 'Key phrases',
    figures: 'Figures',
    noFigures: 'No figures were found in this text.',
    /** @param {number} count */
    times: (count) => `${count}×`,
  },

  figures: {
    caption: 'Figures in the article',
    figure: 'Figure',
    what: 'What',
    by: (/** @type {string} */ who) => `according to ${who}`,
  },

  warnings: {
    /** @param {number} count */
    title: (count) => counted(count, 'note on this text', 'notes on this text'),
    show: 'Show',
  },

  locator: {
    previous: 'Previous mention',
    next: 'Next mention',
    close: 'Remove the mark',
    /** @param {string} view */
    back: (view) => `Back to ${view}`,
    /** @param {number} index @param {number} count */
    position: (index, count) => `${index} of ${count}`,
    /** @param {string} label @param {string} words @param {string} position */
    announce: (label, words, position) => `Marked${position ? `, ${position}` : ''}: ${words}. ${label}`,
    kinds: {
      event: 'Event', quote: 'Quote', name: 'Name', sentence: 'Sentence', phrase: 'Key phrase', figure: 'Figure',
      date: 'Publication date', note: 'Note',
    },
  },

  article: {
    reading: 'The article is shown marked up.',
    editing: 'The text can be edited.',
  },

  list: {
    /** @param {number} count */
    more: (count) => `Show ${numberWords(count)} more`,
  },
};
