// @ts-check
// A text cut at the sayings that stand in it. Pure.
/** @import { Word } from "./messages.js" */

const escaped = (/** @type {string} */ text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll("'", "['’]");
const plain = (/** @type {string} */ text) => text.toLowerCase().replaceAll("’", "'");

/**
 * A text in pieces: those that are sayings carry what they mean.
 *
 * @param {string} text
 * @param {Word[]} words the longest first
 * @returns {{text: string, means: string}[]}
 */
export function pieces(text, words) {
  if (!words.length) return [{ text, means: "" }];
  const any = new RegExp(`(?<!\\w)(?<!\\w['’-])(${words.map((one) => escaped(one.says)).join("|")})(?![\\w-]|['’]\\w)`, "gi");
  const meanings = new Map(words.map((one) => [one.says.toLowerCase(), one.means]));
  return text.split(any).filter(Boolean).map((one) => ({ text: one, means: meanings.get(plain(one)) ?? "" }));
}
