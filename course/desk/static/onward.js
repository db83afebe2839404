// @ts-check
// The foot of a review: on to the next exercise, and in the end what came of all.
/** @import { Panel } from "../../page/static/panel.js" */
/** @import { OnwardAsks, OnwardView } from "./messages.js" */

import { html, nothing } from "../../page/static/lit.js";
import { panel } from "../../page/static/panel.js";

/** @typedef {Panel<OnwardView, OnwardAsks, {}>} Onward */

// Lab draws what is new part by part.
const FRAMES = 300;

/** @param {Pick<OnwardView, "exercise">} view */
function arrive({ exercise }, left = FRAMES) {
  const place = exercise ? `.cc-exercise[data-exercise="${CSS.escape(exercise)}"]` : ".cc-came";
  const found = /** @type {HTMLElement | null} */ (document.querySelector(place));
  if (found) {
    found.focus({ preventScroll: true });
    found.scrollIntoView({ block: "start" });
  } else if (left) {
    requestAnimationFrame(() => arrive({ exercise }, left - 1));
  }
}

/** @param {Onward} page */
function body(page) {
  const { view } = page;
  const on = () => page.tell("next", view.exercise);
  if (view.exercise) {
    return html`<div class="cc-actions">
      <button type="button" class="cc-button cc-primary" ?hidden=${!view.answered} @click=${on}
        >${view.last ? "See how it went" : "Next exercise"}</button>
      <a class="cc-button cc-quiet-button" href=${view.home}>Stop here</a>
      ${page.status}
    </div>`;
  }
  return html`${view.outcomes.length ? html`<h2 class="cc-title cc-came" tabindex="-1">How it went</h2>
      <ul class="cc-sentences">${view.outcomes.map((one) => html`<li>${one}</li>`)}</ul>` : nothing}
    <div class="cc-actions"><a class="cc-button cc-primary" href=${view.home}>Back to home</a></div>`;
}

/** @param {OnwardView} view */
function begin(view) {
  if (view.moved) requestAnimationFrame(() => arrive(view));
  return {};
}

export default { render: panel({ begin, body, looks: true }) };
