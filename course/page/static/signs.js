// @ts-check
// Shapes that go with colours, so that a colour is never alone.

import { html, nothing, svg } from "./lit.js";

const FULL = svg`<path d="M4.8 8.3 7 10.5 11.3 5.8" fill="none" stroke="currentColor"
  stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"></path>`;
const PART = svg`<path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor"></path>`;
const NONE = svg`<path d="M5 8h6" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"></path>`;

/**
 * A shape for each mark: full, half, none; dashed for what only a person can tell.
 *
 * @param {string} mark
 */
export const sign = (mark) => html`<svg viewBox="0 0 16 16" class="cc-sign" aria-hidden="true">
  <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.6"
    stroke-dasharray=${mark === "person" ? "2.5 2.6" : nothing}></circle>
  ${mark === "full" ? FULL : mark === "part" ? PART : mark === "none" ? NONE : nothing}
</svg>`;

/**
 * A sign with its word next to it, for those who do not see shapes.
 *
 * @param {string} mark
 * @param {string} word
 */
export const marked = (mark, word) => html`${sign(mark)}<span class="cc-vanish">${word}: </span>`;

/**
 * One path, filled or only drawn round.
 *
 * @param {string} path
 * @param {{filled?: boolean, width?: number, name?: string}} how
 */
export const shape = (path, { filled = false, width = 1.8, name = "cc-sign" } = {}) =>
  html`<svg viewBox="0 0 16 16" class=${name} aria-hidden="true"><path d=${path}
    fill=${filled ? "currentColor" : "none"} stroke="currentColor" stroke-width=${width}
    stroke-linecap="round" stroke-linejoin="round"></path></svg>`;
