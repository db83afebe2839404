// @ts-check
// Lies over figures that answer an earlier question, until the present one is answered.

import { html, nothing } from "../../page/static/lit.js";

/** @typedef {{old: boolean, words: string, more: string}} Cover */

const AGAIN = "The course has not answered yet. It is being asked again.";

/** @type {Cover} */
export const UP_TO_DATE = { old: false, words: "", more: "" };
/** @type {Cover} */
export const OLD = { old: true, words: "Working it out", more: "" };
/** @type {Cover} */
export const SLOW = { ...OLD, more: AGAIN };
/** @param {string} why @returns {Cover} */
export const failed = (why) => ({ old: true, words: "This could not be worked out.", more: why });

/**
 * @param {Cover} cover
 * @param {unknown} figures
 */
export const covered = ({ old, words, more }, figures) => html`<div class="cc-cover" aria-busy=${old ? "true" : nothing}>
  <p class="cc-cover-words" ?hidden=${!old}><span>${words}</span><span class="cc-cover-slow" role="status">${more}</span></p>
  <div class="cc-covered">${figures}</div>
</div>`;
