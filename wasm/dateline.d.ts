/**
 * Dateline: who and what is in a news article, what happened when, who said what, and what to read first.
 *
 * Every `start` and `end` indexes the JavaScript string that was passed in, end exclusive:
 * `text.slice(item.start, item.end)` is always the very words that an item came from.
 */

/** Where the compiled module comes from. Nothing need be said: it lies beside this file. */
export interface LoadOptions {
  /** The bytes of dateline-core.wasm. */
  wasmBinary?: BufferSource;
  /** Where to fetch dateline-core.wasm from. */
  wasmUrl?: string | URL;
}

/**
 * Loads the module, once: later calls get the same Dateline. Rejects with a DatelineError, code `load_failed`; the next
 * call then tries again.
 */
export function load(options?: LoadOptions): Promise<Dateline>;

export interface AnalyzeOptions {
  /** The publication date, "YYYY-MM-DD", which "Wednesday" counts from; null or empty: looked for in the text. */
  date?: string | null;
}

export interface Dateline {
  /** The library's version, as "1.2.3". */
  readonly version: string;
  /** The longest text that is read, in UTF-16 units. */
  readonly maxLength: number;
  /**
   * The report on one article. Any string gives a report; what is odd about it stands in `warnings`. Blocks until done:
   * a page calls it in a worker. Throws a DatelineError; after code `internal` await load() before the next call.
   */
  analyze(text: string, options?: AnalyzeOptions): Report;
  /** The same report as JSON, which a worker hands over sooner than an object. */
  analyzeToJson(text: string, options?: AnalyzeOptions): string;
}

export type DatelineErrorCode =
  /** The text is not a string. */
  | 'bad_text'
  /** The date is not a day written "YYYY-MM-DD". */
  | 'bad_date'
  /** The text is longer than `maxLength`. */
  | 'too_long'
  /** The module could not be fetched or compiled. */
  | 'load_failed'
  /** The analysis ran out of memory or failed; a fresh instance is being made. */
  | 'internal';

export class DatelineError extends Error {
  constructor(code: DatelineErrorCode, message: string, options?: { cause?: unknown });
  readonly code: DatelineErrorCode;
}

/** A piece of the text, in UTF-16 units, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** A calendar day, "YYYY-MM-DD". */
export type Day = string;

export interface Report {
  version: 1;
  /** Echoed from a record of the command line; never there in the module's reports. */
  id?: string;
  /** Always "utf16" in the module's reports. */
  offsets: 'utf8' | 'utf16' | 'codepoint';
  /** Of the text, in that unit. */
  length: number;
  /** What relative dates were resolved against; null where there is none. */
  reference_date: Day | null;
  reference_date_source: 'given' | 'article' | 'none';
  /** Where the article says its date; null where it does not, or where the date was given. */
  reference_date_span: Span | null;
  /** The article's structure, in text order, covering every line that is not blank. */
  blocks: Block[];
  sentences: Sentence[];
  /** One row a real-world entity, most salient first. */
  entities: Entity[];
  times: Time[];
  /** Dated events, oldest first. */
  timeline: TimelineEvent[];
  quotes: Quote[];
  /** Numbers that count or measure something. */
  figures: Figure[];
  keyphrases: Keyphrase[];
  /** The sentences to read first, best first. */
  summary: SummarySentence[];
  /** What is odd about the text, in words. */
  warnings: Warning[];
}

export interface Block extends Span {
  kind: 'headline' | 'subheading' | 'byline' | 'dateline' | 'caption' | 'credit' | 'paragraph' | 'list' | 'other';
}

export interface Sentence extends Span {
  /** Index into `blocks`. */
  block: number;
}

export type EntityType =
  | 'person'
  | 'organization'
  | 'place'
  | 'group'
  | 'event'
  | 'work'
  | 'product'
  | 'law'
  | 'language'
  | 'other';

export interface Entity {
  /** "e1", "e2" … */
  id: string;
  type: EntityType;
  /** Its fullest name in the article. */
  name: string;
  /** Its other names here, without pronouns and descriptions. */
  aliases: string[];
  /** What the article calls it; null where it does not say. */
  description: string | null;
  /** How central it is, 0 to 1. */
  salience: number;
  /** Every place that means it, in text order. */
  mentions: Mention[];
  /** Where it lies; only where the gazetteer knows it. */
  place?: Place;
}

export interface Mention extends Span {
  kind: 'name' | 'nominal' | 'pronoun';
}

export interface Place {
  /** Decimal degrees, WGS 84. */
  latitude: number;
  longitude: number;
  /** ISO 3166-1 alpha-2; not there for a sea or a continent. */
  country?: string;
  kind: 'city' | 'country' | 'region' | 'continent' | 'water';
}

/** An expression of time, as TIMEX3. */
export interface Time extends Span {
  /** "t1", "t2" … */
  id: string;
  type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  /** TimeML value: "2016-02-10", "2016-W06", "P3D", "PAST_REF" … */
  value: string;
  /** TimeML mod: APPROX, START, MORE_THAN … */
  mod: string | null;
  /** The calendar days it covers. */
  begin: Day | null;
  end_date: Day | null;
}

export interface TimelineEvent extends Span {
  /** "v1", "v2" … */
  id: string;
  begin: Day;
  /** Null where it is still going on. */
  end_date: Day | null;
  precision: 'year' | 'quarter' | 'month' | 'week' | 'day' | 'time' | 'interval';
  /** A date stands in the sentence; worked out from one ("on Wednesday"); carried over from before. */
  basis: 'explicit' | 'relative' | 'context';
  /** Id of the time it hangs on; null where the date was carried over. */
  time: string | null;
  /** Index into `sentences`. */
  sentence: number;
  /** Its main word. (`start` and `end`: the clause that tells the event.) */
  trigger: Span;
  title: string;
  /** Told as planned or expected. */
  planned: boolean;
  /** Ids of the entities that take part. */
  entities: string[];
}

export interface Quote extends Span {
  /** "q1", "q2" … */
  id: string;
  /** All, part or none of it stands inside quotation marks. */
  kind: 'direct' | 'mixed' | 'indirect';
  /** Its pieces, where the cue splits it; quotation marks not counted. */
  parts: Span[];
  /** The reporting words; null where there are none. */
  cue: Span | null;
  /** The words that name the speaker; null where nobody is named. */
  speaker: Speaker | null;
}

export interface Speaker extends Span {
  /** Id and name of the entity they mean, where that is known. */
  entity: string | null;
  name: string | null;
}

export interface Figure extends Span {
  /** "f1", "f2" … */
  id: string;
  kind: 'count' | 'money' | 'percent' | 'measure' | 'ordinal';
  value: number;
  /** The upper end of a range; not there where it is none. */
  value_to?: number;
  /** "nearly", "more than" … */
  modifier: string | null;
  unit: string | null;
  /** What is counted or measured, in the article's words. */
  what: string | null;
  /** Id of the time it holds for. */
  time: string | null;
  /** Id of the entity that gives it. */
  source: string | null;
}

export interface Keyphrase {
  text: string;
  score: number;
  mentions: Span[];
}

export interface SummarySentence {
  /** Index into `sentences`. */
  sentence: number;
  score: number;
}

export interface Warning {
  /** invalid_utf8, lone_surrogate, nul, control, empty, long_line, not_english, few_words … */
  code: string;
  message: string;
  /** Where it is, if it is in one place. */
  start?: number;
  end?: number;
}
