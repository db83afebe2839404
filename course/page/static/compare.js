// @ts-check
// What the placed line does beside what was seen in the trainee's own words. The trainee says
// which of it is there, and marks the words that do it.
/** @import { ComparedView } from "./messages.js" */

import { html, nothing } from "./lit.js";
import { next, quoteOf, wordsOf } from "./words.js";

/**
 * Which question is open: to be answered once more, or with its words being marked.
 *
 * @typedef {object} Asked
 * @property {string} name
 * @property {boolean} marks
 * @property {number[]} places of the words that are marked
 * @property {number} at the word that the arrow keys are at
 */
/**
 * @typedef {object} Comparing
 * @property {string} id no other element's id begins with it
 * @property {number} turn
 * @property {string} text the trainee's own words
 * @property {ComparedView[]} list
 * @property {Asked | null} asked
 * @property {(asked: Asked | null) => void} ask
 * @property {(move: string, there: boolean, quote: string) => void} tell
 * @property {(words: string) => void} say
 */

/** @param {Comparing} what @param {string} name @param {boolean} marks @returns {Asked} */
const opened = ({ asked }, name, marks) => ({ name, marks, places: asked?.name === name ? asked.places : [], at: 0 });

/** @param {Comparing} what @param {ComparedView} one */
function marking(what, one) {
  const { asked, ask } = what;
  if (!asked) return nothing;
  const words = wordsOf(what.text);
  const toggle = (/** @type {number} */ place) => ask({
    ...asked, at: place,
    places: asked.places.includes(place) ? asked.places.filter((other) => other !== place) : [...asked.places, place],
  });
  const move = (/** @type {KeyboardEvent} */ event) => {
    const to = next(event.key, asked.at, words.length);
    if (to < 0) return;
    event.preventDefault();
    const row = /** @type {HTMLElement} */ (event.currentTarget);
    ask({ ...asked, at: to });
    /** @type {HTMLElement} */ (row.children[to]).focus();
  };
  const keep = () => {
    const quote = quoteOf(words, asked.places);
    if (!quote) what.say("Mark at least one word first.");
    else what.tell(one.move, true, quote);
  };
  return html`<p class="cc-small" id="${what.id}-${what.turn}-how">Mark the words that say it. Move with the arrow keys. Mark with Space.</p>
    <div class="cc-marking" role="group" aria-labelledby="${what.id}-${what.turn}-how" @keydown=${move}>${words.map((word, place) =>
      html`<button type="button" class="cc-markable" tabindex=${place === asked.at ? 0 : -1} aria-pressed=${String(asked.places.includes(place))}
        @click=${() => toggle(place)}>${word}</button>`)}</div>
    <div class="cc-answers"><button type="button" class="cc-button cc-small-button" @click=${keep}>Keep these words</button>
      <button type="button" class="cc-button cc-quiet-button cc-small-button" @click=${() => ask(null)}>Cancel</button></div>`;
}

/** @param {Comparing} what @param {ComparedView} one @param {string} about the id of the sentence */
function buttons(what, one, about) {
  const button = (/** @type {string} */ words, /** @type {() => void} */ act) => html`<button type="button"
    class="cc-button cc-quiet-button cc-small-button" aria-describedby=${about} @click=${act}>${words}</button>`;
  const mark = (/** @type {Event} */ event) => {
    const row = /** @type {HTMLElement} */ (/** @type {HTMLElement} */ (event.currentTarget).closest("li"));
    what.ask(opened(what, `${what.turn}/${one.move}`, true));
    /** @type {HTMLElement | null} */ (row.querySelector(".cc-markable"))?.focus();
  };
  return html`<div class="cc-answers">${one.quote
    ? [button("Yes, it is there", () => what.tell(one.move, true, one.quote)), button("No, it is not there", () => what.tell(one.move, false, one.quote))]
    : [button("Right, it is not there", () => what.tell(one.move, false, "")),
      html`<button type="button" class="cc-button cc-quiet-button cc-small-button" aria-describedby=${about} @click=${mark}>It is there</button>`]}</div>`;
}

/** What the trainee said of it. @param {ComparedView} one */
function answer({ answer: said, quote, marked }) {
  if (said === "not") return quote ? "You said: it is not there." : "You said: that is right.";
  return quote ? "You said: that is right." : html`You marked: <q>${marked}</q>`;
}

/**
 * One sentence, and what can be said to it. It stands in a list item that can take the focus.
 *
 * @param {Comparing} what
 * @param {ComparedView} one
 * @param {unknown} [sign] beside the sentence
 */
export function answering(what, one, sign = nothing) {
  const about = `${what.id}-${what.turn}-${one.move}`;
  const name = `${what.turn}/${one.move}`;
  const open = what.asked?.name === name;
  const again = () => what.ask(opened(what, name, false));
  return html`<p id=${about} class="cc-seen">${sign}<span>${one.said}${one.quote ? html` <q>${one.quote}</q>` : nothing}</span></p>
    ${open && what.asked?.marks ? marking(what, one)
      : one.answer && !open ? html`<p class="cc-answered">${answer(one)}
          <button type="button" class="cc-button cc-quiet-button cc-small-button" aria-describedby=${about} @click=${again}>Change</button></p>`
        : buttons(what, one, about)}`;
}

/** @param {Comparing} what */
export const compare = (what) => (!what.list.length ? nothing
  : html`<div class="cc-compare-own" role="group" aria-label="Your words beside the line" aria-live="off">
      <ul>${what.list.map((one) => html`<li tabindex="-1" data-move=${one.move}>${answering(what, one)}</li>`)}</ul></div>`);
