// @ts-check
// A text in which a word or a saying can be opened: a button, and its meaning beside it.
/** @import { Word } from "./messages.js" */

import { html, nothing } from "./lit.js";
import { pieces } from "./pieces.js";

/** @param {MouseEvent} event */
function toggle(event) {
  const button = /** @type {HTMLElement} */ (event.currentTarget);
  const open = button.getAttribute("aria-expanded") !== "true";
  button.setAttribute("aria-expanded", String(open));
  /** @type {HTMLElement} */ (button.nextElementSibling).hidden = !open;
}

/**
 * A text, or what stands for one; without words to open it stays what it is.
 *
 * @param {string} text
 * @param {Word[]} words
 */
export const glossed = (text, words) => pieces(text, words).map((one) => (one.means
  ? html`<button type="button" class="cc-word" aria-expanded="false" @click=${toggle}>${one.text}</button><span class="cc-meaning" hidden>${` (${one.means}) `}</span>`
  : one.text));

/**
 * Paragraphs of what a customer says.
 *
 * @param {string} text
 * @param {Word[]} words
 */
export const spoken = (text, words) =>
  text.trim().split(/\n\s*\n/).map((one) => html`<p>${glossed(one.trim(), words)}</p>`);

/**
 * A customer's words above a question.
 *
 * @param {{says: string, saidBy: string, words: Word[]}} view
 * @param {string} id with which those of the speaker and of the words begin
 */
export const saying = (view, id) => (!view.says ? nothing : html`<figure class="cc-said">
  ${view.saidBy ? html`<figcaption class="cc-who" id="${id}-by">${view.saidBy}</figcaption>` : nothing}
  <blockquote class="cc-bubble cc-theirs" id="${id}-said">${spoken(view.says, view.words)}</blockquote>
</figure>`);
