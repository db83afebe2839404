// @ts-check
// Every line of the trainee's, explained: what matters most is open, the rest can be opened.
/** @import { LineView, Word } from "./messages.js" */

import { glossed } from "./gloss.js";
import { html, nothing } from "./lit.js";
import { moodWord } from "./gauge.js";
import { fold } from "./prose.js";
import { sign } from "./signs.js";

/** @typedef {(turn: number) => void} TakeBack */
/** What the line does beside what was seen in one's own words. @typedef {(one: LineView) => unknown} Compared */

/** What was said, in one's own words first where they were placed. @param {LineView} one @returns {[string, string, string][]} */
const own = ({ turn, line, typed, placed }) => (placed
  ? [[`Your words, line ${turn}`, typed, "mine"], ["The line you chose", line, "line"]]
  : [[`Your line ${turn}`, line, "mine"], ["What you had written", typed, "typed"]]);

/** @param {string} first @param {LineView} one @param {Word[]} words */
function quotes(first, one, words) {
  /** @type {[string, string, string][]} */
  const all = [
    ...own(one),
    [`What ${one.by || first} heard`, one.heard, "heard"],
    ["A better line", one.better, "better"],
    ["Why", one.why || one.change, "why"],
    ["What it would have changed", one.why ? one.change : "", "change"],
    ["What it did to the mood", one.weighty && one.why ? "" : one.reasons.join(" "), "mood"],
  ];
  return html`<dl class="cc-road">${all.filter(([, text]) => text).map(([name, text, kind]) =>
    html`<div class="cc-quote cc-quote-${kind}"><dt>${name}</dt><dd><span>${glossed(text, words)}</span></dd></div>`)}</dl>`;
}

/** @param {LineView} one */
const broke = (one) => (!one.broken.length ? nothing
  : html`<p class="cc-broke">${sign("none")}<span>This line broke a house rule: ${one.broken.join(", ")}.</span></p>`);

/** @param {string} first @param {LineView} one @param {TakeBack} takeBack @param {Compared} compared @param {Word[]} words */
const explained = (first, one, takeBack, compared, words) => html`${broke(one)}${quotes(first, one, words)}${compared(one)}
  <button type="button" class="cc-button cc-quiet-button cc-back" data-back=${one.turn} @click=${() => takeBack(one.turn)}
    >${one.begun ? "Go on with the other road" : "Take this line back"}<span class="cc-vanish">(line ${one.turn})</span></button>`;

/**
 * @param {string} first
 * @param {LineView[]} lines
 * @param {TakeBack} takeBack
 * @param {Compared} compared
 * @param {Word[]} words those that can be opened
 */
export function mine(first, lines, takeBack, compared, words) {
  const open = lines.filter((one) => one.weighty || one.begun);
  const rest = lines.filter((one) => !open.includes(one));
  const summary = (/** @type {LineView} */ one) =>
    html`<span class="cc-fold-line">Line ${one.turn}<span>: <q>${one.placed ? one.typed : one.line}</q></span></span>${moodWord(one.mood)}`;
  return html`${open.map((one) => html`<div class="cc-explained">${explained(first, one, takeBack, compared, words)}</div>`)}
    ${rest.map((one) => fold(summary(one), html`<div class="cc-explained">${explained(first, one, takeBack, compared, words)}</div>`, "cc-other-line"))}`;
}
