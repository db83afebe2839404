// @ts-check
// A figure to work out: the table, a labelled box with its unit; Enter checks.
/** @import { Kind, Page } from "./frame.js" */
/** @import { DataTable, NumberView } from "./messages.js" */

import { exercise } from "./frame.js";
import { glossed } from "./gloss.js";
import { html, live, nothing } from "./lit.js";
import { sheet } from "./sheet.js";

/** @typedef {{value: string, wide: boolean}} Own */
/** @typedef {Page<NumberView, Own>} Figure */

/** @param {DataTable} table @param {boolean} wide */
const dataTable = (table, wide) => html`
  <p class="cc-wider" ?hidden=${!wide}>The table is wider than the page: move it sideways to see every column. →</p>
  <div class="cc-data">${sheet(table.caption || "The data", table.columns, table.rows,
    table.figures.flatMap((is, place) => (is ? [place] : [])), Boolean(table.caption))}</div>`;

const places = (/** @type {number} */ decimals) =>
  (decimals === 0 ? "A whole number" : `To ${decimals} decimal place${decimals === 1 ? "" : "s"}`);

/** @param {Figure} page */
function body(page) {
  const { view, own, id, names } = page;
  const refused = view.result?.kind === "invalid";
  return html`<div class="cc-body">
    ${view.table ? dataTable(view.table, own.wide) : nothing}
    <label class="cc-label" for="${id}-box">Your answer <span class="cc-places">${places(view.decimals)}</span></label>
    <div class="cc-number-row">
      <input type="text" inputmode="decimal" autocomplete="off" class="cc-number" id="${id}-box"
        aria-describedby="${refused ? `${names.result} ` : ""}${names.prompt} ${id}-unit"
        aria-invalid=${refused ? "true" : nothing} .value=${live(own.value)} ?readonly=${page.locked}
        @input=${(/** @type {any} */ { target: { value } }) => page.change({ value }, value, 800)} @blur=${page.flush}>
      <span class="cc-unit" id="${id}-unit">${view.unit}</span>
    </div>
  </div>`;
}

/** @type {Kind<NumberView, Own>} */
const number = {
  begin: (view) => ({ value: view.value, wide: false }),
  entered: (view) => ({ value: view.value }),
  answer: ({ own }) => own.value.trim() || undefined,
  missing: () => "Write a number first.",
  body,
  reasons: ({ view }) => view.reasons.map((one) => html`<div class="cc-reason"><p>${glossed(one, view.glossary)}</p></div>`),
  key(page, event) {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    page.check();
  },
  start(page) {
    const box = page.root.querySelector(".cc-data .cc-scroll");
    const size = new ResizeObserver(() => {
      const wide = Boolean(box && box.scrollWidth > box.clientWidth);
      if (wide !== page.own.wide) page.set({ wide });
    });
    if (box) size.observe(box);
    return () => size.disconnect();
  },
};

export default { render: exercise(number) };
