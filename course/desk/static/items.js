// @ts-check
// The exercises of a cohort behind filters; each opens to what stands behind its figure.
/** @import { Desk } from "./desk.js" */
/** @import { CohortItemsAsks, CohortView, ItemShown } from "./messages.js" */

import { html, nothing } from "../../page/static/lit.js";
import { fold } from "../../page/static/prose.js";
import { choose } from "./fields.js";
import { desk } from "./desk.js";
import { track } from "./track.js";

/** @typedef {{filters: CohortView["filters"], waiting: boolean}} Own */
/** @typedef {Desk<CohortView, CohortItemsAsks, Own>} Page */

const TRIES = [{ id: "", name: "First tries" }, { id: "best", name: "Best tries" }];
const WHICH = [{ id: "", name: "All exercises" }, { id: "core", name: "Core of what was assigned" }];
const ORDER = [
  { id: "course", name: "As in the course" },
  { id: "hardest", name: "Hardest first" },
  { id: "look", name: "Worth a look first" },
];

/** @param {Page} page @param {Partial<CohortView["filters"]>} part */
async function show(page, part) {
  page.set({ filters: { ...page.own.filters, ...part }, waiting: true });
  await page.ask("show", page.own.filters);
  page.set({ waiting: false });
}

/** @param {Page} page */
function filterBar(page) {
  const { id, own: { filters }, view } = page;
  return html`<div class="cc-filters" role="group" aria-label="Filters"><div class="cc-fields">
    ${choose(`${id}-lesson`, "Lesson", [{ id: "", name: "All lessons" }, ...view.lessons], filters.lesson,
      (lesson) => show(page, { lesson }))}
    ${view.groups.length ? choose(`${id}-group`, "Trainees", [{ id: "", name: "Everybody" }, ...view.groups],
      filters.group, (group) => show(page, { group })) : nothing}
    ${choose(`${id}-core`, "Exercises", WHICH, filters.core ? "core" : "", (core) => show(page, { core: Boolean(core) }))}
    ${choose(`${id}-best`, "Tries", TRIES, filters.best ? "best" : "", (best) => show(page, { best: Boolean(best) }))}
    ${choose(`${id}-order`, "Order", ORDER, filters.order, (order) => show(page, { order: /** @type {any} */ (order) }))}
  </div></div>`;
}

/** @param {ItemShown} one */
const head = (one) => html`<span class="cc-item-head"><span class="cc-item-title">${one.title}</span>
  <span class="cc-item-right">${one.right} right${one.odd ? html` <strong>· look again</strong>` : nothing}</span>
  ${one.mark ? track({ from: 0, to: 100 }, [one.mark]) : html`<span class="cc-item-few">too few to draw</span>`}</span>`;

/** @param {ItemShown} one */
const inside = (one) => html`<div class="cc-item-inside">
  <ul class="cc-plain">${one.said.map((text) => html`<li>${text}</li>`)}</ul>
  ${one.lines.length ? html`<h4 class="cc-item-part">The lines to choose</h4>
    <ul class="cc-plain">${one.lines.map((line) => html`<li>${line.text} <span class="cc-under">
      <strong>${line.right ? "Right." : "Not right."}</strong> ${line.said}</span></li>`)}</ul>` : nothing}
  ${one.leaving.length ? html`<h4 class="cc-item-part">Where the best road was left</h4>
    <ul class="cc-plain">${one.leaving.map((left) => html`<li><strong>${left.trainees}</strong> said ‘${left.said}’,
      where the best road says ‘${left.better}’. <span class="cc-under">The customer had said ‘${left.after}’.</span></li>`)}</ul>` : nothing}
</div>`;

/** @param {Page} page */
function body(page) {
  const { view, own } = page;
  return html`<p>${view.source}</p>
    ${filterBar(page)}
    <p class="cc-summary" role="status" aria-live="polite">${own.waiting ? "Working it out" : view.summary}</p>
    <p>${view.together}</p>
    <p class="cc-small">The mark on each line is the share that had it right; the bar is where it would lie for most cohorts like this one.</p>
    ${view.items.length ? html`<div class="cc-items">${view.items.map((one) => fold(head(one), inside(one), "cc-item"))}</div>`
    : html`<p class="cc-empty">Nobody has answered an exercise here yet.</p>`}
    <div class="cc-part"><h4>Times and groups</h4>
      <ul class="cc-plain">${view.besides.map((text) => html`<li>${text}</li>`)}</ul></div>`;
}

export default { render: desk({
  begin: (/** @type {CohortView} */ view) => /** @type {Own} */ ({ filters: view.filters, waiting: false }),
  title: () => "How the exercises did",
  body,
  retry: (/** @type {Page} */ page) => show(page, {}),
  heard(page) {
    if (!page.own.waiting) page.set({ filters: page.view.filters });
  },
}) };
