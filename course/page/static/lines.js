// @ts-check
// Who says what where, in runs. Pure.
/** @import { Line } from "./messages.js" */

/**
 * @typedef {object} TalkRun
 * @property {string} who `me`, `them`, or what stands alone between the runs
 * @property {string} by who says them, where it is neither the trainee nor the customer
 * @property {string} about the channel, named once and again where it changes
 * @property {Line[]} lines
 * @property {number} place of its first line in the conversation
 */

/**
 * Lines of one person in one place, one after the other, are one run; everything else stands alone.
 *
 * @param {Line[]} talk
 * @returns {TalkRun[]}
 */
export function runs(talk) {
  /** @type {TalkRun[]} */
  const made = [];
  let before = "";
  let where = "";
  talk.forEach((line, place) => {
    const spoken = line.who === "me" || line.who === "them";
    const key = spoken ? `${line.who}/${line.by}/${line.where}` : "";
    if (key && key === before) {
      made[made.length - 1].lines.push(line);
      return;
    }
    const about = line.who === "them" && line.where !== where ? line.where : "";
    if (line.who === "them") where = line.where;
    made.push({ who: line.who, by: line.by, about, lines: [line], place });
    before = key;
  });
  return made;
}

/**
 * What is shown while the customer is writing: everything up to what was said to them.
 *
 * @param {Line[]} talk
 */
export const untilMine = (talk) => talk.slice(0, talk.map((one) => one.who).lastIndexOf("me") + 1);
