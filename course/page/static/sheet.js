// @ts-check
// Tables.
/** @import { Beside } from "./messages.js" */

import { html, nothing } from "./lit.js";

/**
 * A table in a box of its own, which scrolls where the page is too narrow for it.
 *
 * @param {string} caption
 * @param {string[]} columns
 * @param {unknown[][]} rows
 * @param {number[]} figures which columns hold numbers
 * @param {boolean} captioned eyes see the caption, too
 */
export function sheet(caption, columns, rows, figures = [], captioned = false) {
  const of = (/** @type {number} */ place) => (figures.includes(place) ? "cc-figures" : nothing);
  // An empty cell is the head of nothing.
  const row = (/** @type {unknown[]} */ cells) => html`<tr>${cells.map((cell, place) => (place || cell === ""
    ? html`<td class=${of(place)}>${cell}</td>`
    : html`<th scope="row" class=${of(place)}>${cell}</th>`))}</tr>`;
  return html`<div class="cc-scroll" role="group" aria-label=${caption}>
    <table class="cc-table">
      <caption class=${captioned ? nothing : "cc-vanish"}>${caption}</caption>
      <thead><tr>${columns.map((name, place) => html`<th scope="col" class=${of(place)}>${name}</th>`)}</tr></thead>
      <tbody>${rows.map(row)}</tbody>
    </table>
  </div>`;
}

/**
 * Two things laid side by side below a result: a heading, the finding in a sentence, the table.
 *
 * @param {Beside | null} view
 */
export function beside(view) {
  if (!view) return nothing;
  const figures = view.figures ? view.columns.map((_, place) => place).slice(1) : [];
  return html`<div class="cc-beside">
    <h4 class="cc-beside-title">${view.title}</h4>
    <p>${view.said}</p>
    ${view.rows.length ? sheet(view.title, view.columns, view.rows, figures) : nothing}
  </div>`;
}
