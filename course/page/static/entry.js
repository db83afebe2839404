// @ts-check
// What one exercise on the page knows of itself, and how that changes. Pure.
/** @import { ExerciseView } from "./messages.js" */

/**
 * @typedef {object} Alarm
 * @property {string} words
 * @property {string} [title]
 * @property {boolean} [echo] an alarm elsewhere on the page says the same
 * @property {() => void} [retry]
 */

/**
 * @template {ExerciseView} V
 * @typedef {object} Entry
 * @property {V} view what Python sent last
 * @property {boolean} reopened a finished answer is being changed
 * @property {number} edits counted, so that an answer that arrives late undoes nothing newer
 * @property {number} sent edits that the last answer held
 * @property {boolean} dirty while the page holds something newer than Python does, the page is right
 * @property {boolean} doubted was asked whether the answer is meant
 * @property {boolean} busy an answer takes longer than a moment
 * @property {Alarm | null} alarm
 * @property {{words: string, loud?: boolean, quiet?: boolean}} told what the line by the button says;
 *   `quiet` is for eyes alone
 * @property {{open: boolean, said: string, text: string}} wrong the note that something is wrong in the exercise
 */

/**
 * @template {ExerciseView} V
 * @param {V} view
 * @returns {Entry<V>}
 */
export function begin(view) {
  const reopened = view.state === "done" && view.cameBack;
  return {
    view, reopened, edits: 0, sent: 0, dirty: false, doubted: false, busy: false,
    alarm: null, told: { words: "" }, wrong: { open: Boolean(view.noted), said: "", text: view.noted },
  };
}

/** @param {Entry<any>} entry */
export const locked = (entry) => entry.view.state === "done" && !entry.reopened;

/** @param {Entry<any>} entry */
export const refused = (entry) => entry.view.result?.kind === "invalid";

/**
 * Something was entered.
 *
 * @param {Entry<any>} entry
 */
export const edited = (entry) =>
  ({ edits: entry.edits + 1, dirty: true, doubted: false, told: { words: "" } });

/**
 * Python has the answer that was sent; what was entered since is newer.
 *
 * @param {Entry<any>} entry
 */
export function answered(entry) {
  if (refused(entry)) return {};
  const dirty = entry.edits !== entry.sent;
  return { dirty, reopened: dirty };
}

/**
 * What is marked here is checked; what a person reads is sent.
 *
 * @param {ExerciseView} view
 */
export const verbs = (view) => (view.sent
  ? { first: "Send", next: "Send again", busy: "Sending", later: "send", past: "sent" }
  : { first: "Check", next: "Check again", busy: "Checking", later: "check", past: "checked" });

/**
 * The one button: its words, and whether it would do nothing now.
 *
 * @param {Entry<any>} entry
 * @param {string} [sure] what it says while an answer that nobody may have meant is asked about
 */
export function button(entry, sure) {
  const { view, busy, dirty, doubted } = entry;
  const done = locked(entry);
  const words = verbs(view);
  const stale = view.tries > 0 && !dirty && !view.cameBack && view.state === "notyet";
  if (busy) return { words: words.busy, quiet: false, stale: false };
  if (done) return { words: "Answer again", quiet: true, stale: false };
  if (doubted && sure) return { words: sure, quiet: false, stale };
  return { words: view.tries ? words.next : words.first, quiet: false, stale };
}
