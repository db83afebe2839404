// @ts-check
// Text as people read it.
/** @import { Block, Run, Word } from "./messages.js" */

import { glossed } from "./gloss.js";
import { html } from "./lit.js";
import { sheet } from "./sheet.js";

/** @param {Run} run @param {Word[]} words */
function inline({ text, weight }, words) {
  const inside = glossed(text, words);
  if (weight === "bold") return html`<strong>${inside}</strong>`;
  return weight === "italic" ? html`<em>${inside}</em>` : inside;
}

// What stands to the right, so that digits stand below each other.
const FIGURE = /^(?:[-−£]?\d[\d,.]*(?: %)?)?$/;

/**
 * @param {Run[][]} cells row by row, the heads first
 * @param {number} columns
 * @param {(line: Run[]) => unknown} runs
 */
function figures(cells, columns, runs) {
  const rows = Array.from({ length: cells.length / columns },
    (_, row) => cells.slice(row * columns, (row + 1) * columns));
  const words = (/** @type {Run[]} */ cell) => cell.map(({ text }) => text).join("");
  const right = rows[0].map((_, place) => place)
    .filter((place) => place && rows.slice(1).every((row) => FIGURE.test(words(row[place]))));
  return sheet("Figures", /** @type {any} */ (rows[0].map(runs)),
    rows.slice(1).map((row) => row.map(runs)), right);
}

/** @param {Block[]} blocks @param {Word[]} [words] those that can be opened */
export const prose = (blocks, words = []) => blocks.map(({ kind, lines, columns }) => {
  const runs = (/** @type {Run[]} */ line) => line.map((one) => inline(one, words));
  if (kind === "table") return figures(lines, columns, runs);
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
