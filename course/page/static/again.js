// @ts-check
// The end of a debrief: the same person again, somebody else with the same problem, or on.
/** @import { Page } from "./frame.js" */
/** @import { DialogueView } from "./messages.js" */

import { html, nothing } from "./lit.js";

/**
 * @param {Page<DialogueView, any>} page
 * @param {DialogueView} view
 * @param {() => void} begin what is done before a conversation is begun anew
 * @param {() => void} goOn
 */
export function again(page, view, begin, goOn) {
  const { others, debrief } = view;
  const sameOne = () => {
    begin();
    page.tell("again", page.view.play);
  };
  const somebodyElse = () => {
    begin();
    page.tell("somebody_else", { play: page.view.play, person: page.view.person });
  };
  const why = `${page.id}-somebody-else`;
  const best = Boolean(debrief?.best);
  return html`${!others ? nothing
    : html`<p class="cc-small cc-somebody-else" id=${why}>Somebody else: the same problem, another person. The name, the manner and some details are different.</p>`}
    <div class="cc-actions">
      <button type="button" class="cc-button ${best ? "" : "cc-primary"}" @click=${sameOne}>Again</button>
      ${!others ? nothing : html`<button type="button" class="cc-button" aria-describedby=${why}
        @click=${somebodyElse}>Somebody else</button>`}
      <button type="button" class="cc-button ${best ? "cc-primary" : ""}" @click=${goOn}>Go on</button>
    </div>`;
}
