// @ts-check
// An interval on its scale, and what can be said of a difference. The words beside them say the same.
/** @import { Mark, Verdict } from "./messages.js" */

import { html, nothing } from "../../page/static/lit.js";
import { shape } from "../../page/static/signs.js";

/**
 * Each mark, the second below the first.
 *
 * @param {{from: number, to: number}} ends
 * @param {Mark[]} marks
 */
export function track(ends, marks) {
  const far = (/** @type {number} */ size) => (100 * size) / (ends.to - ends.from);
  const at = (/** @type {number} */ value) => `${Math.min(100, Math.max(0, far(value - ends.from))).toFixed(2)}%`;
  const lane = (/** @type {Mark} */ mark, /** @type {number} */ place) => html`<span class="cc-lane ${place ? "cc-lane-then" : ""}">
    <span class="cc-reach" style="left:${at(mark.low)};width:calc(max(3px, ${far(mark.high - mark.low).toFixed(2)}%))"></span>
    <span class="cc-at" style="left:${at(mark.value)}"></span></span>`;
  return html`<span class="cc-track" aria-hidden="true">${marks.map(lane)}</span>`;
}

/** @param {Verdict} verdict */
const way = ({ way: to, sure }) => (!to ? nothing
  : shape(to === "up" ? "M2 11h12L8 3z" : "M2 5h12L8 13z", { filled: sure, width: 1.6, name: "cc-sign cc-way" }));

/** @param {Verdict} verdict */
export const said = (verdict) => html`<span class="cc-verdict-line" ?data-sure=${verdict.sure}
  >${way(verdict)}<span>${verdict.short}</span></span>`;
