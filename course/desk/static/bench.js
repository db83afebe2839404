// @ts-check
// The bench: choose a table, a calculator and its conventions; the answer comes with its working.
/** @import { Desk } from "./desk.js" */
/** @import { BenchAsks, BenchResult, BenchView, Form, Setting } from "./messages.js" */

import { again } from "../../page/static/aloud.js";
import { html, live, nothing, repeat } from "../../page/static/lit.js";
import { fold } from "../../page/static/prose.js";
import { sheet } from "../../page/static/sheet.js";
import { desk } from "./desk.js";
import { choose, tick } from "./fields.js";
import { headline } from "./sentence.js";

/** @typedef {{setting: Setting, form: string, status: string, busy: boolean}} Own */
/** @typedef {Desk<BenchView, BenchAsks, Own>} Bench */

// An answer that comes sooner needs no word for the waiting.
const MOMENT = 250;

/** @param {Bench} page @param {Partial<Setting>} part */
function change(page, part) {
  const setting = { ...page.own.setting, ...part };
  page.set({ setting, status: page.view.results.length ? "Changed. Work it out again." : "" });
  page.ask("set", setting);
}

/** @param {Bench} page @param {string} name @param {string | boolean} value */
const valued = ({ own: { setting } }, name, value) => ({ ...setting.values, [name]: value });

/** @param {Bench} page @param {Event} event */
async function work(page, event) {
  event.preventDefault();
  const slow = setTimeout(() => page.set({ busy: true }), MOMENT);
  const said = /** @type {HTMLElement} */ (page.root.querySelector(".cc-bench-result"));
  const before = said.textContent;
  await page.ask("work", page.own.setting);
  clearTimeout(slow);
  page.set({ busy: false, status: "" });
  if (said.textContent === before) again(said);
}

/** @param {Bench} page @param {Form["fields"][number]} one */
function field(page, one) {
  const id = `${page.id}-${one.id}`;
  const value = page.own.setting.values[one.id] ?? one.value;
  const set = (/** @type {string | boolean} */ to) => change(page, { values: valued(page, one.id, to) });
  if (one.kind === "choice") return choose(id, one.label, one.of, String(value), set);
  if (one.kind === "tick") return tick(one.label, Boolean(value), set);
  // A number that is still being written has not been sent yet.
  const write = (/** @type {any} */ { target }) =>
    page.set({ setting: { ...page.own.setting, values: valued(page, one.id, target.value) } });
  return html`<div class="cc-field"><label class="cc-field-name" for=${id}>${one.label}</label>
    <input type="text" inputmode="decimal" autocomplete="off" class="cc-input" id=${id} data-number=${one.id}
      .value=${live(String(value))} @input=${write} @change=${(/** @type {any} */ { target }) => set(target.value)}></div>`;
}

/** @param {Bench} page */
function narrowing(page) {
  const { id, own: { setting }, view: { form } } = page;
  const dated = form.months.length > 0;
  const start = choose(`${id}-start`, "From month", [{ id: "", name: "the first" }, ...form.months], setting.start,
    (month) => change(page, { start: month, end: setting.end && month > setting.end ? month : setting.end }));
  const end = choose(`${id}-end`, "To month", [{ id: "", name: "the last" }, ...form.months], setting.end,
    (month) => change(page, { end: month, start: setting.start && month && month < setting.start ? month : setting.start }));
  return html`<div class="cc-fields cc-bench-fields">${dated ? [start, end] : nothing}
    ${choose(`${id}-where`, "Only rows where", form.where, setting.where, (where) => change(page, { where, value: "" }))}
    ${setting.where ? choose(`${id}-value`, "is", form.value, setting.value, (value) => change(page, { value })) : nothing}</div>`;
}

/** @param {Bench} page */
function fieldset(page) {
  const { id, own, view } = page;
  const fields = (/** @type {boolean} */ ticks) =>
    repeat(view.form.fields.filter((one) => (one.kind === "tick") === ticks), (one) => `${one.id} ${one.label}`, (one) => field(page, one));
  return html`<form class="cc-filters" @submit=${(/** @type {Event} */ event) => work(page, event)}>
    <div class="cc-fields cc-bench-fields cc-bench-first">
      ${choose(`${id}-table`, "Table", view.form.tables, own.setting.table, (table) => change(page, { table }))}
      ${choose(`${id}-metric`, "Number", view.form.metrics, own.setting.metric, (metric) => change(page, { metric }))}
    </div>
    <div class="cc-fields cc-bench-fields">${fields(false)}</div>
    <div class="cc-checks">${fields(true)}</div>
    ${fold("Only some of the rows", narrowing(page))}
    <div class="cc-actions">
      <button type="submit" class="cc-button cc-primary" aria-busy=${own.busy || nothing}>Work it out</button>
      <p class="cc-status" role="status" aria-live="polite">${own.status}</p>
    </div>
  </form>`;
}

/** @param {BenchResult} last */
function number(last) {
  if (last.problem) return html`<p class="cc-problem">${last.problem}</p>`;
  const { number: large, more } = headline(last.sentence);
  return html`<div class="cc-bench-number"><p>${large}</p>${more ? html`<p class="cc-bench-more">${more}</p>` : nothing}</div>`;
}

/** @param {BenchResult} last */
const working = (last) => html`<p class="cc-small">Chosen: ${last.chosen}.</p>
  ${last.working.length ? html`<div class="cc-part"><h4 class="cc-label">The working</h4>
    <ol class="cc-working">${last.working.map((one) => html`<li>${one}</li>`)}</ol></div>` : nothing}
  ${last.rows.length ? html`<div class="cc-part cc-bench-table"><h4 class="cc-label">The table behind it</h4>
    ${sheet("The table behind the number", last.heads, last.rows, last.heads.map((_, at) => at).slice(1, 3))}</div>` : nothing}`;

/** @param {BenchResult} one */
const before = (one) => html`<li>${one.sentence || one.problem}<span class="cc-under">${one.chosen}</span></li>`;

/** @param {Bench} page */
function body(page) {
  const [last, ...earlier] = page.view.results;
  return html`${fieldset(page)}
    <div class="cc-bench-result" role="status" aria-live="polite">${last ? number(last) : nothing}</div>
    <div>${last ? working(last) : nothing}</div>
    <div>${earlier.length ? fold(`Worked out before (${earlier.length})`, html`<ul class="cc-plain">${earlier.map(before)}</ul>`) : nothing}</div>`;
}

/** @param {Bench} page */
function heard(page) {
  const form = JSON.stringify(page.view.form);
  if (form === page.own.form) return;
  const { setting } = page.view.form;
  const box = document.activeElement;
  const writes = box instanceof HTMLInputElement && page.root.contains(box) ? box.dataset.number : undefined;
  const kept = writes && writes in setting.values ? { [writes]: page.own.setting.values[writes] } : {};
  page.set({ form, setting: { ...setting, values: { ...setting.values, ...kept } } });
}

export default { render: desk({
  begin: (/** @type {BenchView} */ view) =>
    /** @type {Own} */ ({ setting: view.form.setting, form: JSON.stringify(view.form), status: "", busy: false }),
  title: ({ view }) => view.title,
  body,
  heard,
  retry: (page) => { page.ask("set", page.own.setting); },
}) };
