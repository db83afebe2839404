// Made from Python's structs by `python -m tests.page.typedefs`; change them there.

/** What the contacts are about. */
export interface About {
  alt?: string;
  chart?: string;
  file?: Download;
  saved: string | null;
  topics: Topics;
}

/** How two markers agree on a line, in words and figures. */
export interface AgreementRow {
  agreed: string;
  interval: string;
  kappa: string;
  n: number;
  text: string;
}

/** How two markers agree. */
export interface AgreementTable {
  rows: AgreementRow[];
  said: string;
  title: string;
}

/** A question with its answer. */
export interface Answered {
  answer: string;
  text: string;
}

/** What is asked, what was answered, and whether it can go on. */
export interface AskedFirstView {
  given: Answered[];
  question: OpenQuestion | null;
  said: string;
  saving: boolean;
  wrong: string;
}

/** What is to be taken back. */
export interface Back {
  attempt: number;
  turn: number;
}

/** Intervals on one scale: the number's, and below it the one it is compared with. */
export interface Bar {
  from: number;
  marks: Mark[];
  to: number;
}

/** Somebody sits down. */
export interface Begin {
  marker: string;
  what: "all" | "second" | "settle";
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

/** A paragraph, which is one line; a list, a line for each item; or a table, one for each cell. */
export interface Block {
  columns: number;
  kind: "bullets" | "numbers" | "table" | "text";
  lines: Run[][];
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

/** Some cells of a column. */
export interface Cells {
  cells: string[];
  heading: string;
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

/** The filters as they were understood, and what they leave. */
export interface CohortView {
  besides: string[];
  filters: ItemFilters;
  groups: NamedGroup[];
  items: ItemShown[];
  lessons: Named[];
  source: string;
  summary: string;
  together: string;
}

/** The first tab: the filters as they were understood, and the numbers. */
export interface Company {
  against: string;
  detail: Detail;
  filters: Filters;
  summary: string;
  tiles: Tile[];
}

/** One thing that the mark looks at. */
export interface Criterion {
  score: string;
  title: string;
  why: string;
}

/** Both tabs; the first before anything was asked is empty. */
export interface DashboardView {
  choices: Choices;
  company: Company | null;
  own: OwnContacts;
}

/** A decision that mattered, and what would have followed. */
export interface Decision {
  at: string;
  attempt: number;
  did: string;
  followed: string;
  instead: string;
  turn: number;
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

/** A button. */
export interface Doing {
  about: string;
  contact: string;
  costs: string;
  do: "ask_lead" | "call_back" | "follow_up" | "hand_over" | "hold" | "pick" | "say" | "wait";
  label: string;
  what: string;
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

/** What became of the day. */
export interface End {
  before: string;
  contacts: Ended[];
  days: string[];
  decisions: Decision[];
  figures: FigureRow[];
  gap: string;
  headlines: Headline[];
  looking: string;
  none: string;
}

/** How it went with one contact. */
export interface Ended {
  about: string;
  channel: string;
  channelName: string;
  comment: string;
  criteria: Criterion[];
  how: string;
  id: string;
  mark: string;
  minutes: string;
  survey: string;
  who: string;
  why: string[];
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

/** One figure of the day beside those of other days. */
export interface FigureRow {
  better: string;
  few: string;
  interval: string;
  means: string;
  name: string;
  others: string[];
  value: string;
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

/** What is given a reply so far. */
export interface Give {
  at: number;
  lines: LineGiven[];
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

/** Something that happened. */
export interface Happened {
  at: string;
  text: string;
}

/** One of the three figures that are said first. */
export interface Headline {
  name: string;
  under: string;
  value: string;
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

/** Who has passed the check, as the company has it. */
export interface IdentityView {
  counts: string[];
  doesNotCount: string[];
  more: Rule[];
  needed: string;
}

/** What is looked at. Empty text means: all of it. */
export interface ItemFilters {
  best: boolean;
  core: boolean;
  group: string;
  lesson: string;
  order: "course" | "hardest" | "look";
}

/** One exercise. */
export interface ItemShown {
  id: string;
  leaving: LeavingShown[];
  lines: LineShown[];
  mark: Mark | null;
  odd: boolean;
  right: string;
  said: string[];
  title: string;
}

/** Where in a day the page is, so that one that is behind is told. */
export interface Known {
  attempt: number;
  done: number;
  turn: number;
}

/** A line by which the best road was left. */
export interface LeavingShown {
  after: string;
  better: string;
  said: string;
  trainees: string;
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

/** Something in a conversation: what somebody says, or what happens between. */
export interface Line {
  by: string;
  own: "" | "none" | "placed";
  text: string;
  turn: number;
  typed: string;
  where: string;
  who: "later" | "me" | "scene" | "silence" | "them";
}

/** What is given for a line so far. */
export interface LineGiven {
  comment: string;
  criterion: string;
  points: number | null;
}

/** A line to choose, and who took it. */
export interface LineShown {
  right: boolean;
  said: string;
  text: string;
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

/** The marking of replies, at its beginning or at one reply. */
export interface MarkingView {
  agreement: AgreementTable[];
  canDraw: boolean;
  drawn: string;
  left: number;
  marker: string;
  markers: string[];
  reply: ReplyToMark | null;
  said: string;
  saving: boolean;
  tasks: Task[];
  what: "all" | "second" | "settle";
  wrong: string[];
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

/** Where the sliders stand, by their ids. */
export interface Moved {
  places: Record<string, number>;
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

/** A conversation under way. */
export interface Open {
  about: string;
  channel: string;
  channelName: string;
  costs: string;
  customer: string;
  does: Doing[];
  first: string;
  id: string;
  identity: IdentityView | null;
  play: number;
  rules: Rule[];
  says: Say[];
  sees: string[];
  short: string;
  talk: Line[];
  turns: number;
  warning: string;
  writes: string;
}

/** A question that waits for its answer. */
export interface OpenQuestion {
  answers: Named[];
  beside: Cells[];
  optional: boolean;
  text: string;
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

/** What another marker gave a line. */
export interface Other {
  comment: string;
  gave: string;
  who: string;
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

/** Words of a reply, with the number of what was seen in them; 0 for nothing. */
export interface Piece {
  number: number;
  text: string;
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

/** One reply, without a name. */
export interface ReplyToMark {
  at: number;
  because: string;
  cut: string;
  likeLast: boolean;
  model: Block[];
  notes: string[];
  own: string;
  pieces: Piece[];
  place: string;
  prompt: Block[];
  rubric: RubricLine[];
  saidBy: string;
  says: string;
  seen: SeenHere[];
  title: string;
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

/** The road under way after something was taken back. */
export interface Road {
  at: string;
  did: string;
}

/** A line of the rubric, as far as it is marked. */
export interface RubricLine {
  again: string[];
  comment: string;
  id: string;
  others: Other[];
  points: number | null;
  seen: string[];
  steps: Step[];
  text: string;
}

/** One of the company's rules. */
export interface Rule {
  text: string;
  title: string;
}

/** Words in one weight. */
export interface Run {
  text: string;
  weight: "" | "bold" | "italic";
}

/** A line that can be said. */
export interface Say {
  id: string;
  text: string;
}

/** Something that the reader saw in the reply, and what its writer says of it. */
export interface SeenHere {
  number: number;
  says: string;
  sure: boolean;
  text: string;
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

/** The day as it stands. */
export interface ShiftView {
  changed: string;
  closes: string;
  contacts: number;
  end: End | null;
  happened: Happened[];
  known: Known;
  name: string;
  open: Open[];
  opens: string;
  phase: "card" | "day" | "end";
  queue: Waiting[];
  road: Road | null;
  saving: boolean;
  strip: Strip | null;
  waits: Doing | null;
}

/** One number to move: its stops, and each of them in words. */
export interface SliderView {
  at: number;
  id: string;
  label: string;
  said: string[];
  stops: number[];
}

/** The sliders, and what comes of them in words and figures. */
export interface SlidersView {
  caption: string;
  facts: Fact[];
  heads: string[];
  rows: string[][];
  sliders: SliderView[];
  summary: string;
  supposed: string;
  title: string;
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

/** Points that can be given, with the key that gives them. */
export interface Step {
  key: string;
  points: number;
  word: string;
}

/** What stands at the top. */
export interface Strip {
  clock: string;
  closes: string;
  goodwill: string;
  lead: string;
  left: string;
  over: number;
  part: number;
  refunds: string;
  waiting: number;
}

/** Something to sit down to, and how much of it is left. */
export interface Task {
  id: "all" | "second" | "settle";
  left: number;
  name: string;
  said: string;
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

/** Something to do in the day. */
export interface ToDo {
  contact: string;
  do: "ask_lead" | "call_back" | "follow_up" | "hand_over" | "hold" | "pick" | "say" | "wait";
  known: Known;
  what: string;
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

/** Somebody, or a promise, that waits for the trainee. */
export interface Waiting {
  about: string;
  channel: string;
  channelName: string;
  does: Doing[];
  id: string;
  said: string;
  soon: boolean;
  state: "held" | "promised" | "task" | "waiting";
  warning: string;
  who: string;
}

/** Somewhere to go, and why. */
export interface WayOn {
  does: string;
  facts: string;
  link: string;
  title: string;
}

export interface AskedFirstAsks {
  afresh: null;
  answer: string;
  ping: null;
}

export interface BenchAsks {
  ping: null;
  set: Setting;
  work: Setting;
}

export interface CohortItemsAsks {
  ping: null;
  show: Partial<ItemFilters>;
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

export interface MarkingAsks {
  back: number;
  begin: Begin;
  draw: number;
  give: Give;
  next: number;
  ping: null;
  stop: null;
}

export interface OnwardAsks {
  look: null;
  next: string;
  ping: null;
}

export interface ShiftAsks {
  act: ToDo;
  back: Back;
  begin: Known;
  leave_road: null;
  look: null;
  ping: null;
}

export interface SlidersAsks {
  chart: Ground;
  ping: null;
  set: Moved;
}
