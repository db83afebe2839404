// @ts-check
// Before a customer who swears or is in distress: one sentence, and a way round that loses nothing.
/** @import { DialogueView } from "./messages.js" */

import { html, nothing } from "./lit.js";

const LEFT = "You left this conversation out. It does not count for your mark, and your instructor sees that you left it out. You can start it at any time.";
const CAN = "You can leave it out. It does not count for your mark then, and your instructor sees that you left it out. You can start it at any time.";

/**
 * @param {DialogueView} view
 * @param {() => void} start
 * @param {() => void} leave
 */
export const warned = (view, start, leave) => html`<div class="cc-warned">
  <p><strong>${view.warning}</strong></p>
  <p class="cc-small">${view.left ? LEFT : CAN}</p>
  <div class="cc-actions">
    <button type="button" class="cc-button cc-primary cc-start" @click=${start}>${view.left ? "Start it after all" : "Start"}</button>
    ${view.left ? nothing : html`<button type="button" class="cc-button" @click=${leave}>Leave this one out</button>`}
  </div>
</div>`;
