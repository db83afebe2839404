// Made from Python's structs by `python -m tests.page.typedefs`; change them there.

/** The same problem is to be somebody else's. */
export interface Another {
  person: number;
  play: number;
}

/** What the trainee may say. */
export interface Asks {
  choices: LineToSay[];
  doubt: Doubt | null;
  first: boolean;
  moment: string;
  needed: boolean;
  paused: boolean;
  play: number;
  road: number;
  settled: string[];
  tries: number;
  typed: string;
}

/** Two things laid side by side: a heading, the finding in a sentence, the table. */
export interface Beside {
  columns: string[];
  figures: boolean;
  rows: string[][];
  said: string;
  title: string;
}

/** A paragraph, which is one line; a list, a line for each item; or a table, one for each cell. */
export interface Block {
  columns: number;
  kind: "bullets" | "numbers" | "table" | "text";
  lines: Run[][];
}

/** The card as it stands, and the styles of its print. */
export interface CardView {
  behaviours: string[];
  empty: string;
  lesson: string;
  name: string;
  own: string;
  print: string;
  saving: boolean;
  use: string;
}

/** One line, or several, to pick. */
export interface ChoiceView {
  agreement: Beside | null;
  cameBack: boolean;
  checked: string;
  chosen: string[];
  glossary: Word[];
  hints: Hints;
  id: string;
  kind: string;
  noted: string;
  options: OptionView[];
  others: Told[];
  prompt: Block[];
  reasons: Told[];
  result: Verdict | null;
  returned: Beside | null;
  rights: RightsView | null;
  saidBy: string;
  saved: string;
  saving: boolean;
  says: string;
  select: "one" | "several";
  sent: boolean;
  state: "before" | "done" | "notyet";
  title: string;
  tried: string[];
  tries: number;
  words: Word[];
}

/** One move, in the line and in the words. */
export interface ComparedView {
  answer: "" | "not" | "there";
  marked: string;
  move: string;
  quote: string;
  said: string;
}

/** Whether something is in the trainee's own words. */
export interface Correct {
  move: string;
  play: number;
  quote: string;
  road: number;
  there: boolean;
  turn: number;
}

/** The figures to work from, as people read them. */
export interface DataTable {
  caption: string;
  columns: string[];
  figures: boolean[];
  rows: string[][];
}

/** Everything that is looked at together once a conversation is over. */
export interface DebriefView {
  best: boolean;
  finding: string;
  handling: HandlingView;
  lines: LineView[];
  steps: Step[];
  survey: SurveyView;
  table: MoodLine[];
}

/** A conversation: so far, what can be said, and once it is over the debrief. */
export interface DialogueView {
  agreement: Beside | null;
  asks: Asks | null;
  brief: Block[];
  cameBack: boolean;
  channel: string;
  checked: string;
  compared: ComparedView[];
  customer: string;
  debrief: DebriefView | null;
  ended: string;
  first: string;
  glossary: Word[];
  hints: Hints;
  id: string;
  identity: IdentityView | null;
  kind: string;
  last: string;
  left: boolean;
  mood: Gauge | null;
  noted: string;
  others: boolean;
  person: number;
  play: number;
  prompt: Block[];
  result: Verdict | null;
  returned: Beside | null;
  rights: RightsView | null;
  road: RoadView | null;
  rules: Rule[];
  saved: string;
  saving: boolean;
  sees: string[];
  sent: boolean;
  state: "before" | "done" | "notyet";
  taken: TwoRoads[];
  talk: Line[];
  title: string;
  tries: number;
  turns: number;
  warning: string;
  words: Word[];
  writes: boolean;
}

/** What was asked for is done. */
export interface Done {
  alt?: string;
  chart?: string;
  file?: Download;
  saved: string | null;
}

/** One question about words of the trainee's own. */
export interface Doubt {
  ask: string;
  name: string;
  pauses: boolean;
  quote: string;
}

/** A file for the browser to keep. */
export interface Download {
  data: string;
  name: string;
}

/** An exercise and how far it is. */
export interface ExerciseMark {
  id: string;
  state: "met" | "open" | "tried";
  title: string;
  word: string;
}

/** What every exercise shows, whatever its kind. */
export interface ExerciseView {
  agreement: Beside | null;
  cameBack: boolean;
  checked: string;
  glossary: Word[];
  hints: Hints;
  id: string;
  kind: string;
  noted: string;
  prompt: Block[];
  result: Verdict | null;
  returned: Beside | null;
  rights: RightsView | null;
  saved: string;
  saving: boolean;
  sent: boolean;
  state: "before" | "done" | "notyet";
  title: string;
  tries: number;
  words: Word[];
}

/** A question and what was said to it. */
export interface Fact {
  ask: string;
  said: string;
}

/** A mood to draw. */
export interface Gauge {
  points: number;
  step: number;
  word: string;
}

/** What a picture is drawn for. */
export interface Ground {
  dark: boolean;
  narrow: boolean;
}

/** A lesson for the course view: its stations, where to open it, and the other lessons. */
export interface GuideView {
  here: Here;
  lesson: string;
  lessons: LessonMark[];
  saving: boolean;
  stations: StationMark[];
  title: string;
}

/** How far along, what is open, where the answers are, and the file once it is made. */
export interface HandInView {
  at: string;
  counted: boolean;
  done: number;
  made: string;
  open: OpenLesson[];
  saving: boolean;
  total: number;
  where: string;
}

/** The handling mark and its parts. */
export interface HandlingView {
  fatal: string[];
  mark: string;
  parts: PartView[];
}

/** The name that is known, and who sees it. */
export interface HelloView {
  name: string;
  other: string;
  saving: boolean;
  seen: string;
}

/** Where to open the lesson. */
export interface Here {
  exercise: string;
  station: string;
}

/** The hints asked for so far. */
export interface Hints {
  last: string;
  level: number;
  of: number;
  off: boolean;
  shown: Block[][];
}

/** Who has passed the check, as the company has it. */
export interface IdentityView {
  counts: string[];
  doesNotCount: string[];
  more: Rule[];
  needed: string;
}

/** A lesson in the list of all. */
export interface LessonMark {
  id: string;
  state: "met" | "open" | "part";
  time: string;
  title: string;
  word: string;
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

/** A line of the trainee's own, and whether the lines to choose from may be shown. */
export interface LineDraft {
  left: boolean;
  moment: string;
  paused: boolean;
  play: number;
  ready: boolean;
  road: number;
  settled: string[];
  typed: string;
}

/** A line that can be said. */
export interface LineToSay {
  id: string;
  pieces: Piece[];
  text: string;
}

/** One of the trainee's lines, and all there is to say about it. */
export interface LineView {
  begun: boolean;
  better: string;
  broken: string[];
  by: string;
  change: string;
  compared: ComparedView[];
  heard: string;
  line: string;
  mood: Gauge;
  placed: boolean;
  reasons: string[];
  turn: number;
  typed: string;
  weighty: boolean;
  why: string;
}

/** One line of the agent's, what the customer said to it, and the mood after it. */
export interface MoodLine {
  line: string;
  mood: Gauge;
  then: string;
  turn: number;
}

/** What was written is none of the lines that can be said. */
export interface NoneOfThese {
  after: number;
  play: number;
  road: number;
  tries: number;
  typed: string;
}

/** One line of the rubric, and what was seen of it in the words. */
export interface Noticed {
  mark: "full" | "none" | "part" | "person";
  said: string;
  seen: ComparedView | null;
  text: string;
}

/** A figure to work out. */
export interface NumberView {
  agreement: Beside | null;
  cameBack: boolean;
  checked: string;
  decimals: number;
  glossary: Word[];
  hints: Hints;
  id: string;
  kind: string;
  noted: string;
  prompt: Block[];
  reasons: string[];
  result: Verdict | null;
  returned: Beside | null;
  rights: RightsView | null;
  saved: string;
  saving: boolean;
  sent: boolean;
  state: "before" | "done" | "notyet";
  table: DataTable | null;
  title: string;
  tries: number;
  unit: string;
  value: string;
  words: Word[];
}

/** A lesson in which something is not answered yet. */
export interface OpenLesson {
  stations: OpenStation[];
  title: string;
}

/** A core station in which something is not answered yet. */
export interface OpenStation {
  left: number;
  lesson: string;
  station: string;
  title: string;
}

/** Something that can be picked, put or moved. */
export interface OptionView {
  id: string;
  text: string;
}

/** What a road came to, beside what the other one did. */
export interface Outcome {
  first: string;
  name: string;
  now: string;
}

/** One part of the handling mark. */
export interface PartView {
  score: string;
  title: string;
  why: string;
}

/** Which mood is to be drawn. */
export interface PictureOf {
  dark: boolean;
  narrow: boolean;
  road: number;
}

/** Part of a line. */
export interface Piece {
  shared: boolean;
  text: string;
}

/** An exercise that this page cannot ask. */
export interface PlainView {
  agreement: Beside | null;
  cameBack: boolean;
  checked: string;
  glossary: Word[];
  hints: Hints;
  id: string;
  kind: string;
  noted: string;
  plain: string;
  prompt: Block[];
  reasons: string[];
  result: Verdict | null;
  returned: Beside | null;
  rights: RightsView | null;
  saved: string;
  saving: boolean;
  sent: boolean;
  state: "before" | "done" | "notyet";
  title: string;
  tries: number;
  words: Word[];
}

/** Items to put in an order. */
export interface RankView {
  agreement: Beside | null;
  because: Told[];
  cameBack: boolean;
  checked: string;
  counts: string;
  first: string;
  glossary: Word[];
  hints: Hints;
  id: string;
  items: OptionView[];
  kind: string;
  last: string;
  moved: boolean;
  must: string[];
  noted: string;
  prompt: Block[];
  reasons: Told[];
  result: Verdict | null;
  returned: Beside | null;
  rights: RightsView | null;
  saved: string;
  saving: boolean;
  sent: boolean;
  state: "before" | "done" | "notyet";
  title: string;
  tries: number;
  words: Word[];
}

/** It was not done, and why not, in a sentence. */
export interface Refused {
  elsewhere: boolean;
  error: string;
  saved: null;
}

/** A reply under way, and how the trainee rates it. */
export interface ReplyDraft {
  own: string;
  text: string;
}

/** A reply in one's own words. */
export interface ReplyView {
  agreement: Beside | null;
  also: Words[];
  atLeast: number;
  because: string;
  cameBack: boolean;
  changed: Beside | null;
  checked: string;
  glossary: Word[];
  hints: Hints;
  hurts: ComparedView[];
  id: string;
  kind: string;
  minutes: number;
  model: Block[];
  noted: string;
  noticed: Noticed[];
  own: string;
  prompt: Block[];
  ratings: OptionView[];
  result: Verdict | null;
  returned: Beside | null;
  rights: RightsView | null;
  saidBy: string;
  saved: string;
  saving: boolean;
  says: string;
  sent: boolean;
  sentText: string;
  starts: string;
  state: "before" | "done" | "notyet";
  text: string;
  title: string;
  tries: number;
  words: Word[];
}

/** What the law gives a customer. */
export interface RightView {
  source: string;
  text: string;
  title: string;
}

/** The lines of the rights card that an exercise rests on. */
export interface RightsView {
  country: string;
  lines: RightView[];
  note: string;
}

/** The road under way after a line was taken back. */
export interface RoadView {
  choice: string;
  line: string;
  parts: boolean;
  turn: number;
}

/** The same line on both roads; None where a road was over by then. */
export interface Row {
  first: Stretch | null;
  now: Stretch | null;
  turn: number;
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

/** Something to put under a heading, and where it is put. */
export interface SortItem {
  at: string;
  checked: string;
  id: string;
  mark: "" | "full" | "none" | "part";
  text: string;
  tried: string[];
  why: string;
}

/** Items to put under headings. */
export interface SortView {
  agreement: Beside | null;
  cameBack: boolean;
  checked: string;
  glossary: Word[];
  headings: OptionView[];
  hints: Hints;
  id: string;
  items: SortItem[];
  kind: string;
  noted: string;
  prompt: Block[];
  result: Verdict | null;
  returned: Beside | null;
  rights: RightsView | null;
  saved: string;
  saving: boolean;
  sent: boolean;
  state: "before" | "done" | "notyet";
  title: string;
  tries: number;
  words: Word[];
}

/** A station, its exercises, and what stands below it. */
export interface StationMark {
  core: boolean;
  exercises: ExerciseMark[];
  id: string;
  known: string;
  next: WayOn | null;
  said: string;
  state: "met" | "open" | "part";
  time: string;
  title: string;
  word: string;
}

/** A step of the chain, or several that one line did; why it is missing where it is. */
export interface Step {
  found: boolean;
  line: string;
  name: string;
  to: string;
  why: string;
}

/** One line of the trainee's, what the customer said to it, and the mood after it. */
export interface Stretch {
  by: string;
  line: string;
  mood: Gauge;
  then: string;
  typed: string;
}

/** The customer's answers, question by question, and why they came out so. */
export interface SurveyView {
  answered: boolean;
  comment: string;
  facts: Fact[];
  none: string;
  why: string[];
}

/** A line to take back. */
export interface TakeBack {
  play: number;
  turn: number;
}

/** Something that was picked or left, and why that was right or not. */
export interface Told {
  id: string;
  mark: "" | "full" | "none" | "part";
  text: string;
  why: string;
}

/** A line that is said. */
export interface Turn {
  after: number;
  choice: string;
  play: number;
  road: number;
  typed: string;
}

/** Both roads, row by row from the line that was taken back. */
export interface TwoRoads {
  ended: string;
  finding: string;
  outcomes: Outcome[];
  rows: Row[];
  turn: number;
}

/** A result in words. */
export interface Verdict {
  kind: "invalid" | "recorded" | "review" | "scored";
  mark: "" | "full" | "none" | "part";
  score: string;
  word: string;
}

/** The station to go to after another one. */
export interface WayOn {
  lesson: string;
  station: string;
  time: string;
  title: string;
}

/** A saying and what it means. */
export interface Word {
  means: string;
  says: string;
}

/** Words of the trainee's that seem to do the same thing, and what it is. */
export interface Words {
  quotes: string[];
  sure: boolean;
  why: string;
}

export interface CardAsks {
  look: null;
  ping: null;
}

export interface ExerciseAsks {
  again: number;
  answer: string | number | string[] | Record<string, string>;
  chart: PictureOf;
  correct: Correct;
  draft: string[] | Record<string, string> | string | ReplyDraft | LineDraft;
  hint: number;
  leave_road: number;
  look: null;
  none: NoneOfThese;
  note: string;
  ping: null;
  somebody_else: Another;
  take_back: TakeBack;
  turn: Turn;
  write_first: boolean;
  wrong: string;
}

export interface GuideAsks {
  look: null;
  ping: null;
  visit: string;
}

export interface HandInAsks {
  look: null;
  make: null;
  ping: null;
}

export interface HelloAsks {
  name: string;
  ping: null;
}
