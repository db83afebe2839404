// Made from Python's structs by `python -m tests.page.typedefs`; change them there.

/** What the contacts are about. */
export interface About {
  alt?: string;
  chart?: string;
  file?: Download;
  saved: string | null;
  topics: Topics;
}

/** The sliders, and what comes of them in words and figures. */
export interface AskingView {
  customers: number;
  ends: [number, number];
  facts: Fact[];
  inHundred: number;
  rows: string[][];
  stops: number[];
  summary: string;
  supposed: string;
}

/** Intervals on one scale: the number's, and below it the one it is compared with. */
export interface Bar {
  from: number;
  marks: Mark[];
  to: number;
}

/** One number, worked out; or why there is none. */
export interface BenchResult {
  chosen: string;
  convention: string;
  heads: string[];
  problem: string;
  rows: string[][];
  sentence: string;
  working: string[];
}

/** The form, and the last results, the newest first. */
export interface BenchView {
  form: Form;
  results: BenchResult[];
  title: string;
}

/** The same number for every group, the highest first. */
export interface Breakdown {
  by: string;
  compared: boolean;
  finding: string;
  from: number;
  none: NoNumber[];
  rows: BreakdownRow[];
  small: SmallGroup[];
  to: number;
}

/** One group that is large enough to be ranked. */
export interface BreakdownRow {
  base: string;
  contacts: string;
  mark: Mark | null;
  name: string;
  range: string;
  value: string;
  verdict: Verdict | null;
}

/** The numbers side by side. */
export interface Broken {
  alt?: string;
  breakdown: Breakdown;
  chart?: string;
  file?: Download;
  saved: string | null;
}

/** A column or a convention to choose. */
export interface ChoiceField {
  kind: "choice";
  id: string;
  label: string;
  of: Named[];
  value: string;
}

/** What can be chosen; it never changes while the records do not. */
export interface Choices {
  against: Named[];
  by: Named[];
  empty: string;
  months: Named[];
  places: Place[];
}

/** Where the two sliders stand. */
export interface Chosen {
  customers: number;
  inHundred: number;
}

/** The first tab: the filters as they were understood, and the numbers. */
export interface Company {
  against: string;
  detail: Detail;
  filters: Filters;
  summary: string;
  tiles: Tile[];
}

/** Both tabs; the first before anything was asked is empty. */
export interface DashboardView {
  choices: Choices;
  company: Company | null;
  own: OwnContacts;
}

/** What a tile has no room for: the sentence, how it is counted, what was left out. */
export interface Detail {
  convention: string;
  few: string;
  how: string;
  notes: string[];
  problem: string;
  sentence: string;
  title: string;
  verdict: string;
}

/** What was asked for is done. */
export interface Done {
  alt?: string;
  chart?: string;
  file?: Download;
  saved: string | null;
}

/** A file for the browser to keep. */
export interface Download {
  data: string;
  name: string;
}

/** A look at the records, and what its picture is drawn for. */
export interface Drawn {
  dark: boolean;
  filters: Filters;
  narrow: boolean;
}

/** The end of one lesson. */
export interface EndingView {
  able: Part;
  home: string;
  last: boolean;
  lesson: string;
  missing: string;
  noSentence: string;
  opinion: Opinion;
  own: string;
  paired: Paired;
  saving: boolean;
  slips: Part;
}

/** A question and what was said to it. */
export interface Fact {
  ask: string;
  said: string;
}

/** One look at the records. Empty text means: all of them. */
export interface Filters {
  against: string;
  by: string;
  channel: string;
  copies: boolean;
  end: string;
  metric: string;
  own: boolean;
  people: boolean;
  region: string;
  start: string;
  team: string;
  zeros: boolean;
}

/** One thing to mend. */
export interface Finding {
  code: string;
  severity: "error" | "warning";
  where: string;
  words: string;
}

/** What is to be mended in a draft. */
export interface FindingsView {
  file: string;
  findings: Finding[];
  said: string;
  shown: boolean;
}

/** The form as the page draws it. */
export interface Form {
  fields: (ChoiceField | NumberField | TickField)[];
  metrics: Named[];
  months: Named[];
  setting: Setting;
  tables: Named[];
  value: Named[];
  where: Named[];
}

/** What a picture is drawn for. */
export interface Ground {
  dark: boolean;
  narrow: boolean;
}

/** All there is to say of a group of objectives. */
export interface GroupLines {
  lines: PartLine[];
  title: string;
  tries: string;
}

/** Home: what is known at once, and the rest. */
export interface HomeView {
  day: string;
  done: string;
  greeting: string;
  on: WayOn | null;
  rest: Rest | null;
  saving: boolean;
}

/** A lesson on the map. */
export interface LessonLine {
  core: StationLine[];
  id: string;
  more: StationLine[];
  present: boolean;
  said: string;
  time: string;
  title: string;
}

/** A look at the records. */
export interface Looked {
  filters: Filters;
}

/** A value and its interval, to draw. */
export interface Mark {
  high: number;
  low: number;
  value: number;
}

/** One month. */
export interface MonthRow {
  base: string;
  limits: string;
  month: string;
  range: string;
  sign: string;
  value: string;
}

/** The months in a table and a sentence; the picture comes with them. */
export interface MonthsView {
  alt: string;
  chart: string;
  gaps: string[];
  limits: boolean;
  rows: MonthRow[];
}

/** Something to choose, and its name. */
export interface Named {
  id: string;
  name: string;
}

/** Things to choose that belong together. */
export interface NamedGroup {
  name: string;
  of: Named[];
}

/** One group without a number, and why. */
export interface NoNumber {
  contacts: string;
  name: string;
  why: string;
}

/** A number to write. */
export interface NumberField {
  kind: "number";
  id: string;
  label: string;
  value: string;
}

/** The way on. */
export interface OnwardView {
  answered: boolean;
  exercise: string;
  home: string;
  last: boolean;
  moved: boolean;
  outcomes: string[];
  saving: boolean;
}

/** Which notebook was opened, and the filters that its page remembers, of whatever age. */
export interface Opened {
  filters: Record<string, string | boolean> | null;
  notebook: string;
}

/** The answers to the three questions at the end of a lesson. */
export interface Opinion {
  helped: string;
  rating: number;
  wrong: string;
}

/** The numbers month by month. */
export interface OverTime {
  alt?: string;
  chart?: string;
  file?: Download;
  saved: string | null;
  trend: MonthsView;
}

/** The tab of one's own contacts beside the company's scores. */
export interface OwnContacts {
  answered: number;
  contacts: OwnLine[];
  count: number;
  kept: number;
  quotes: Quote[];
  rows: OwnRow[];
  summary: string;
}

/** One conversation in the table. */
export interface OwnLine {
  customer: string;
  ease: string;
  ended: string;
  recommend: string;
  repeats: string;
  resolved: string;
  satisfaction: string;
  title: string;
  turns: string;
}

/** One measure: yours beside the company's. */
export interface OwnRow {
  company: string;
  name: string;
  yours: string;
}

/** One exercise: the first try beside the latest. */
export interface PairLine {
  first: boolean;
  latest: boolean;
  title: string;
}

/** First tries beside the latest, of all exercises that are marked at once. */
export interface Paired {
  lines: PairLine[];
  said: string;
}

/** A part of home. */
export interface Part {
  empty: string;
  groups: GroupLines[];
  lines: PartLine[];
}

/** A sentence, and a place that belongs to it. */
export interface PartLine {
  link: string;
  text: string;
  to: string;
}

/** Something to filter by, and its groups. */
export interface Place {
  all: string;
  id: string;
  name: string;
  of: string[];
}

/** What a customer wrote. */
export interface Quote {
  said: string;
  who: string;
}

/** It was not done, and why not, in a sentence. */
export interface Refused {
  elsewhere: boolean;
  error: string;
  saved: null;
}

/** All of home that takes a moment to work out. */
export interface Rest {
  able: Part;
  customers: Part;
  lessons: LessonLine[];
  review: WayOn | null;
  slips: Part;
  ten: WayOn | null;
}

/** Everything that was chosen on the bench. */
export interface Setting {
  end: string;
  metric: string;
  start: string;
  table: string;
  value: string;
  values: Record<string, string | boolean>;
  where: string;
}

/** One group that is not, with its answers as they are and what customers wrote. */
export interface SmallGroup {
  base: string;
  contacts: string;
  counts: string;
  name: string;
  quotes: string[];
}

/** A station on the map. */
export interface StationLine {
  id: string;
  known: string;
  link: string;
  state: "met" | "open" | "part";
  time: string;
  title: string;
  word: string;
}

/** Something that is done or not. */
export interface TickField {
  kind: "tick";
  id: string;
  label: string;
  value: boolean;
}

/** One number: its value, its range, what it stands on, what has changed. */
export interface Tile {
  bar: Bar | null;
  base: string;
  few: string;
  id: string;
  long: string;
  name: string;
  problem: string;
  range: string;
  unit: string;
  value: string;
  verdict: Verdict;
}

/** Where somebody is in the sitting. */
export interface TopView {
  said: string;
  title: string;
}

/** One topic and its share. */
export interface TopicRow {
  count: string;
  name: string;
  range: string;
  share: string;
  sum: string;
}

/** The topics in a table and a sentence; the picture comes with them. */
export interface Topics {
  alt: string;
  chart: string;
  rows: TopicRow[];
}

/** What can be said of a difference, long and short. */
export interface Verdict {
  short: string;
  sure: boolean;
  text: string;
  way: "" | "down" | "up";
}

/** Somewhere to go, and why. */
export interface WayOn {
  does: string;
  facts: string;
  link: string;
  title: string;
}

export interface AskingAsks {
  chart: Ground;
  ping: null;
  set: Chosen;
}

export interface BenchAsks {
  ping: null;
  set: Setting;
  work: Setting;
}

export interface DashboardAsks {
  breakdown: Looked;
  keep: Partial<Filters>;
  look: null;
  open: Opened;
  ping: null;
  show: Partial<Filters>;
  topics: Drawn;
  trend: Drawn;
}

export interface EndingAsks {
  draft: Partial<Opinion>;
  keep: Partial<Opinion>;
  look: null;
  ping: null;
  record: null;
}

export interface FindingsAsks {
  afresh: null;
  look: null;
  ping: null;
}

export interface HomeAsks {
  look: null;
  ping: null;
  record: null;
}

export interface OnwardAsks {
  look: null;
  next: string;
  ping: null;
}
