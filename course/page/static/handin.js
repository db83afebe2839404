// @ts-check
// How far along, where the answers are, and the file to hand in.
/** @import { Panel } from "./panel.js" */
/** @import { HandInAsks, HandInView } from "./messages.js" */

import { html, nothing } from "./lit.js";
import { panel } from "./panel.js";

/** @param {Panel<HandInView, HandInAsks, {busy: boolean}>} page */
function body(page) {
  const { view, own } = page;
  const make = async () => {
    page.set({ busy: true });
    await page.tell("make", null);
    page.set({ busy: false });
  };
  const far = view.total ? (100 * view.done) / view.total : 0;
  return html`<h3 class="cc-title">Hand in</h3>
    <p class="cc-done">${view.done} of ${view.total} exercises answered, in all the lessons.</p>
    <div class="cc-bar" aria-hidden="true"><span style="width:${far}%"></span></div>
    <p class="cc-small">${view.where ? `Your answers are in ${view.where}. You can hand in now and again later.`
      : "Your answers are in no folder yet."}</p>
    <div class="cc-actions">
      <button type="button" class="cc-button cc-primary" aria-busy=${own.busy || nothing} @click=${make}
        >${view.made ? "Make it again" : "Make the file"}</button>
      ${page.status}
    </div>
    <p class="cc-made" role="status" aria-live="polite">${view.made
      ? html`Ready: <code>${view.made}</code> Send it to your instructor.` : nothing}</p>`;
}

export default { render: panel({ begin: () => ({ busy: false }), body, looks: true }) };
