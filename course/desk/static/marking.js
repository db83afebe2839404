// @ts-check
// Replies to mark: who sits down to what, one reply after the other, and how markers agree.
/** @import { Panel } from "../../page/static/panel.js" */
/** @import { AgreementTable, MarkingAsks, MarkingView, Task } from "./messages.js" */
/** @import { Given } from "./marking-reply.js" */

import { html, live, nothing } from "../../page/static/lit.js";
import { panel } from "../../page/static/panel.js";
import { sheet } from "../../page/static/sheet.js";
import { debounce } from "../../page/static/timing.js";
import { choose } from "./fields.js";
import { begin as first, reply } from "./marking-reply.js";

/**
 * @typedef {object} Own
 * @property {string} marker
 * @property {MarkingView["what"]} what
 * @property {string} share
 * @property {number} shown which reply is on the page; -1 for none
 * @property {number} at which reply it is that is given something
 * @property {Record<string, Given>} given by line of the rubric
 * @property {Record<string, Given>} last what the reply before got
 * @property {boolean} task whether the task is open
 * @property {boolean} model whether the model reply is
 * @property {boolean} moving the next reply is on its way
 * @property {string[]} typed keys that were pressed meanwhile
 * @property {ReturnType<typeof debounce>} drafts
 */
/** @typedef {Panel<MarkingView, MarkingAsks, Own>} Marking */

const SHARES = [10, 20, 30, 50, 100].map((one) => ({ id: String(one), name: `${one} in 100` }));
const KAPPA = ["Line of the rubric", "Marks", "Equal points", "Kappa", "Interval of kappa"];

/** @param {MarkingView} view @returns {Own} */
const begin = (view) => ({
  marker: view.marker || view.markers[0] || "", what: view.what, share: "20",
  shown: view.reply?.at ?? -1, at: -1, given: {}, last: {}, task: true, model: false, moving: false, typed: [],
  drafts: debounce(800, (/** @type {() => void} */ act) => act()),
});

/** @param {AgreementTable} one */
const agreed = (one) => html`<h4 class="cc-h">${one.title}</h4><p>${one.said}</p>
  <details class="cc-fold"><summary>Line by line</summary>
  ${sheet(`How ${one.title} agree`, KAPPA, one.rows.map((row) => [row.text, row.n, row.agreed, row.kappa, row.interval]), [1, 3])}</details>`;

/** @param {Marking} page */
function agreement({ view }) {
  if (!view.agreement.length) return nothing;
  return html`<section class="cc-mark-part"><h3 class="cc-title">How far markers agree</h3>
    ${view.agreement.map(agreed)}</section>`;
}

/** @param {Marking} page */
function second(page) {
  const { view, own, id } = page;
  if (!view.canDraw) return nothing;
  const draw = () => page.tell("draw", Number(own.share));
  return html`<section class="cc-mark-part"><h3 class="cc-title">A second marking</h3>
    <p>Somebody else marks a sample without seeing the first marks. Then it shows how far both agree.</p>
    ${view.drawn ? html`<p class="cc-mark-drawn">${view.drawn}</p>` : nothing}
    <div class="cc-mark-draw">${choose(`${id}-share`, "How many of the marked replies", SHARES, own.share, (share) => page.set({ share }))}
      <button type="button" class="cc-button" @click=${draw}>${view.drawn ? "Draw another sample" : "Draw the sample"}</button></div>
  </section>`;
}

/** @param {Marking} page @param {Task} task */
const pill = ({ own, id, set }, task) => html`<label class="cc-pill" for="${id}-${task.id}">
  <input type="radio" id="${id}-${task.id}" name="${id}-what" .checked=${live(own.what === task.id)}
    @change=${() => set({ what: task.id })}><span>${task.name} <span class="cc-quietly">${task.said}</span></span></label>`;

/** Something that can be taken up; what one was at may be done by now. @param {Marking} page */
const chosen = ({ view, own }) => (view.tasks.find((one) => one.id === own.what) ?? view.tasks[0])?.id ?? "all";

/** @param {Marking} page */
function start(page) {
  const { view, own, id } = page;
  const go = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const what = chosen(page);
    if (!own.marker.trim()) {
      page.say("Write your name first: marks are kept under it.");
      /** @type {HTMLElement} */ (page.root.querySelector(`#${CSS.escape(id)}-name`)).focus();
      return;
    }
    if (!await page.tell("begin", { marker: own.marker, what })) return;
    if (!page.view.reply) page.say("Nothing of it is left.");
    page.set({ what, at: -1, last: {}, task: true });
  };
  return html`${view.said ? html`<p class="cc-mark-said">${view.said}</p>` : nothing}
    ${view.wrong.map((one) => html`<p class="cc-asked-wrong">${one}</p>`)}
    ${view.tasks.length && view.tasks[0].said !== "0 of 0 left" ? html`<form @submit=${go}>
      <label class="cc-label" for="${id}-name">Your name, under which your marks are kept</label>
      <input class="cc-input cc-name-box" id="${id}-name" autocomplete="off" maxlength="60" list="${id}-names"
        .value=${live(own.marker)} @input=${(/** @type {any} */ { target }) => page.set({ marker: target.value })}>
      <datalist id="${id}-names">${view.markers.map((one) => html`<option value=${one}></option>`)}</datalist>
      <fieldset class="cc-options cc-mark-tasks"><legend class="cc-label">What will you do?</legend>
        <div class="cc-pills">${view.tasks.map((one) => pill({ ...page, own: { ...own, what: chosen(page) } }, one))}</div></fieldset>
      <div class="cc-actions"><button type="submit" class="cc-button cc-primary">Begin</button>${page.status}</div>
    </form>` : nothing}
    ${second(page)} ${agreement(page)}`;
}

/** What is new is read from its beginning, and can be marked at once. @param {Marking} page */
function arrive(page) {
  const { root, view } = page;
  if (view.reply) first(page, view.reply);
  else /** @type {HTMLElement} */ (root.querySelector(".cc-mark-title")).focus({ preventScroll: true });
  root.scrollIntoView({ block: "start" });
}

/** @param {Marking} page */
function body(page) {
  const { view, own } = page;
  // Another reply has come, whenever it did: an answer may be late.
  const here = view.reply?.at ?? -1;
  if (here !== own.shown) {
    own.shown = here;
    queueMicrotask(() => arrive(page));
  }
  return html`<h2 class="cc-title cc-mark-title" tabindex="-1">Mark replies</h2>
    ${view.reply ? reply(page, view.reply) : start(page)}`;
}

export default { render: panel({ begin, body }) };
