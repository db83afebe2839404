// @ts-check
// How a customer feels: a word, a shape and a place on five steps, never colour alone.
/** @import { Gauge } from "./messages.js" */

import { html, nothing } from "./lit.js";
import { shape } from "./signs.js";

// Down for worse, up for better, filled for more.
const SHAPES = [
  { path: "M2 4h12L8 13z", filled: true },
  { path: "M3.4 4.8h9.2L8 11.7z", filled: false },
  { path: "M8 3.5a4.5 4.5 0 1 0 .01 0z", filled: true },
  { path: "M3.4 11.2h9.2L8 4.3z", filled: false },
  { path: "M2 12h12L8 3z", filled: true },
];

/** @param {Gauge} mood */
export const moodWord = ({ step, word }) => html`<span class="cc-mood" data-step=${step}
  >${shape(SHAPES[step - 1].path, SHAPES[step - 1])}<span>${word}</span></span>`;

/**
 * @param {string} name
 * @param {Gauge} mood
 * @param {string} [verb]
 */
export const gauge = (name, mood, verb = "seems") => html`<p class="cc-gauge" data-step=${mood.step}
  role="img" aria-label="${name} ${verb} ${mood.word}, step ${mood.step} of 5">
  ${verb === "seems" ? nothing : html`<span>${name} ${verb}</span>`}
  <span class="cc-gauge-steps">${[1, 2, 3, 4, 5].map((step) =>
    html`<span class="cc-gauge-step" ?data-on=${step === mood.step}></span>`)}</span>
  ${moodWord(mood)}
</p>`;
