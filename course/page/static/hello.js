// @ts-check
// Who is here: asked once, changeable ever after.
/** @import { Panel } from "./panel.js" */
/** @import { HelloAsks, HelloView } from "./messages.js" */

import { html, nothing } from "./lit.js";
import { panel } from "./panel.js";

/** @typedef {Panel<HelloView, HelloAsks, {name: string, changing: boolean}>} Hello */

/** @param {Hello} page */
function body(page) {
  const { view, own, id } = page;
  const asks = own.changing || !view.name;
  const field = () => /** @type {HTMLInputElement} */ (page.root.querySelector("input"));

  const keep = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const name = page.own.name.trim();
    if (!name) {
      page.say("Write a name first. Any name will do.");
      field().focus();
      return;
    }
    const held = page.root.contains(document.activeElement);
    const kept = await page.tell("name", name);
    page.set({ changing: !kept, name: kept ? page.view.name : page.own.name });
    if (kept && held) /** @type {HTMLElement} */ (page.root.querySelector(".cc-greeting")).focus();
  };
  const change = () => {
    page.set({ changing: true, name: view.name });
    field().focus();
  };

  return html`<form ?hidden=${!asks} @submit=${keep}>
      <label class="cc-label" for="${id}-name">What should we call you?</label>
      <div class="cc-number-row">
        <input type="text" class="cc-number cc-name-box" id="${id}-name" maxlength="80" autocomplete="name"
          .value=${own.name} @input=${(/** @type {any} */ { target }) => page.set({ name: target.value })}>
        <button type="submit" class="cc-button cc-primary">Keep my name</button>
      </div>
    </form>
    <div class="cc-number-row" ?hidden=${asks}>
      <p class="cc-greeting" tabindex="-1">${view.name ? `Good to have you here, ${view.name}.` : ""}</p>
      <button type="button" class="cc-button cc-quiet-button" @click=${change}>Change</button>
    </div>
    <p class="cc-small">${view.seen}</p>
    ${view.other ? html`<p class="cc-small cc-other">${view.other}</p>` : nothing}
    ${page.status}`;
}

export default { render: panel({
  begin: (/** @type {HelloView} */ view) => ({ name: view.name, changing: false }),
  body,
}) };
