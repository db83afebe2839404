// @ts-check
// A short part of a page: a heading, and a sentence a line, each with a place that belongs to it.
/** @import { Part, PartLine } from "./messages.js" */

import { html, nothing } from "../../page/static/lit.js";

/** @param {PartLine} one */
const line = (one) => html`<li>${one.text} ${one.link ? html`<a class="cc-link" href=${one.link}>${one.to}</a>` : nothing}</li>`;

/** @param {Part} part */
export const sentences = (part) => (part.empty ? html`<p class="cc-quietly">${part.empty}</p>`
  : html`<ul class="cc-sentences">${part.lines.map(line)}</ul>`);

/** @param {Part} part */
export const all = ({ groups }) => (groups.length ? html`<details class="cc-fold"><summary>All of it</summary>
  ${groups.map((one) => html`<h3 class="cc-group">${one.title}</h3><p class="cc-quietly">${one.tries}</p>
    <ul class="cc-sentences">${one.lines.map(line)}</ul>`)}</details>` : nothing);
