// @ts-check
// Text as people read it.
/** @import { Block, Run, Word } from "./messages.js" */

import { glossed } from "./gloss.js";
import { html } from "./lit.js";

/** @param {Run} run @param {Word[]} words */
function inline({ text, weight }, words) {
  const inside = glossed(text, words);
  if (weight === "bold") return html`<strong>${inside}</strong>`;
  return weight === "italic" ? html`<em>${inside}</em>` : inside;
}

/** @param {Block[]} blocks @param {Word[]} [words] those that can be opened */
export const prose = (blocks, words = []) => blocks.map(({ kind, lines }) => {
  const runs = (/** @type {Run[]} */ line) => line.map((one) => inline(one, words));
  if (kind === "text") return html`<p>${runs(lines[0])}</p>`;
  const items = lines.map((line) => html`<li>${runs(line)}</li>`);
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
