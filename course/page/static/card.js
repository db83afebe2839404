// @ts-check
// A card for a team lead, on the page and on paper.
/** @import { Panel } from "./panel.js" */
/** @import { CardAsks, CardView } from "./messages.js" */

import { html, render } from "./lit.js";
import { panel } from "./panel.js";

/** @param {CardView} view */
const card = (view) => html`<p class="cc-card-kicker">${view.lesson}</p>
  <h3 class="cc-title">${view.name ? `What ${view.name} is practising` : "What I am practising"}</h3>
  <blockquote class="cc-card-own">${view.own ? html`<p>${view.own}</p>` : html`<p class="cc-small">${view.empty}</p>`}</blockquote>
  <p class="cc-label">Three things to watch for</p>
  <ol class="cc-card-list">${view.behaviours.map((one) =>
    html`<li><span>${one}</span><span class="cc-tick" aria-hidden="true"></span></li>`)}</ol>
  <p class="cc-small">${view.use}</p>`;

/** @param {CardView} view */
function print(view) {
  // Only the card goes to the printer, so it is laid out in a frame of its own.
  const frame = document.createElement("iframe");
  frame.className = "cc-vanish";
  frame.title = "The card to print";
  frame.setAttribute("aria-hidden", "true");
  frame.tabIndex = -1;
  document.body.append(frame);
  const inner = /** @type {Document} */ (frame.contentDocument);
  inner.title = "A card for a team lead";
  inner.documentElement.lang = "en-GB";
  const style = inner.createElement("style");
  style.textContent = view.print;
  inner.head.append(style);
  render(card(view), inner.body);
  const paper = /** @type {Window} */ (frame.contentWindow);
  paper.addEventListener("afterprint", () => frame.remove());
  paper.print();
}

/** @param {Panel<CardView, CardAsks, {}>} page */
const body = (page) => html`<article class="cc-card">${card(page.view)}</article>
  <div class="cc-actions">
    <button type="button" class="cc-button cc-primary" @click=${() => print(page.view)}>Print this card</button>
    ${page.status}
  </div>`;

export default { render: panel({ begin: () => ({}), body, looks: true }) };
