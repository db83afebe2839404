// @ts-check
// Three quiet questions at the end of a lesson.
/** @import { Panel } from "../../page/static/panel.js" */
/** @import { EndingAsks, EndingView, Opinion } from "./messages.js" */

import { html } from "../../page/static/lit.js";
import { debounce } from "../../page/static/timing.js";

/** @typedef {Opinion & {drafts: ReturnType<typeof debounce>}} Own */
/** @typedef {Panel<EndingView, EndingAsks, Own>} Ending */

// Whoever writes pauses; then it is kept as a draft.
const PAUSE = 1000;
const RATINGS = ["1, not at all", "2", "3", "4", "5, very"];

/** @param {EndingView} view @returns {Own} */
export const begin = (view) => ({ ...view.opinion, drafts: debounce(PAUSE, (/** @type {any} */ act) => act()) });

/** @param {Own} own @returns {Opinion} */
const entered = ({ rating, helped, wrong }) => ({ rating, helped, wrong });

/** @param {Ending} page */
export function opinion(page) {
  const { own, id } = page;
  const change = (/** @type {Partial<Opinion>} */ part) => {
    page.set(part);
    own.drafts.later(() => page.tell("draft", entered(page.own)));
  };
  const keep = (/** @type {Event} */ event) => {
    event.preventDefault();
    own.drafts.drop();
    page.tell("keep", entered(page.own));
  };
  const box = (/** @type {"helped" | "wrong"} */ name, /** @type {string} */ asks) => html`
    <label class="cc-label" for="${id}-${name}">${asks}</label>
    <textarea class="cc-text" id="${id}-${name}" rows="2" maxlength="4000" spellcheck="true" .value=${own[name]}
      @input=${(/** @type {any} */ { target }) => change({ [name]: target.value })} @blur=${() => own.drafts.now()}></textarea>`;

  return html`<form class="cc-opinion" @submit=${keep}>
    <h4 class="cc-h">How was this lesson?</h4>
    <fieldset class="cc-options">
      <legend class="cc-label">How satisfied are you with this lesson?</legend>
      <div class="cc-pills">${RATINGS.map((text, at) => html`<label class="cc-pill" for="${id}-rating-${at + 1}">
        <input type="radio" id="${id}-rating-${at + 1}" name="${id}-rating" .checked=${own.rating === at + 1}
          @change=${() => change({ rating: at + 1 })}><span>${text}</span></label>`)}</div>
    </fieldset>
    ${box("helped", "What helped you most?")}
    ${box("wrong", "What was wrong, or hard to understand?")}
    <p class="cc-small">It goes into the file that you hand in. Your instructor reads it with your name, and it changes no mark.</p>
    <div class="cc-actions"><button type="submit" class="cc-button">Keep my answers</button>${page.status}</div>
    <p class="cc-small cc-opinion-said" role="status" aria-live="polite">${page.view.missing}</p>
  </form>`;
}
