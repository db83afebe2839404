// @ts-check
// Text as people read it.
/** @import { Block, Run } from "./messages.js" */

import { html } from "./lit.js";

/** @param {Run} run */
function inline({ text, weight }) {
  if (weight === "bold") return html`<strong>${text}</strong>`;
  return weight === "italic" ? html`<em>${text}</em>` : text;
}

/** @param {Block[]} blocks */
export const prose = (blocks) => blocks.map(({ kind, lines }) => {
  if (kind === "text") return html`<p>${lines[0].map(inline)}</p>`;
  const items = lines.map((line) => html`<li>${line.map(inline)}</li>`);
  return kind === "numbers" ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
});

/**
 * Plain text of several paragraphs, as people write letters.
 *
 * @param {string} text
 */
export const paragraphs = (text) =>
  text.trim().split(/\n\s*\n/).map((one) => html`<p>${one.trim()}</p>`);

/** Beside what was tried before and is not right. */
export const TRIED = html`<span class="cc-tried">tried before</span>`;

/**
 * What can be opened to read more.
 *
 * @param {unknown} summary
 * @param {unknown} inside
 * @param {string} [name] a class beside `cc-fold`
 */
export const fold = (summary, inside, name = "") =>
  html`<details class="cc-fold ${name}"><summary>${summary}</summary>${inside}</details>`;

/**
 * Terms, each with what is said of it.
 *
 * @param {[unknown, unknown][]} pairs
 */
export const terms = (pairs) => pairs.map(([term, said]) => html`<dt>${term}</dt><dd>${said}</dd>`);

/**
 * Facts in a row, each a question and what was said.
 *
 * @param {{ask: string, said: string}[]} facts
 */
export const factList = (facts) => html`<dl class="cc-facts">
  ${facts.map((one) => html`<div><dt>${one.ask}</dt><dd>${one.said}</dd></div>`)}
</dl>`;
