// @ts-check
// An exercise whose kind has no page of its own: what it asks can be read, and that is said.
/** @import { Kind } from "./frame.js" */
/** @import { ExerciseView } from "./messages.js" */

import { exercise } from "./frame.js";
import { html } from "./lit.js";

/** @type {Kind<ExerciseView, {}>} */
const plain = {
  bare: true,
  begin: () => ({}),
  answer: () => undefined,
  body: ({ view }) => html`<div class="cc-body"><p class="cc-small">There is nothing to fill in here yet
    for an exercise of the kind '${view.kind}'. Answer it in a cell instead.</p></div>`,
};

export default { render: exercise(plain) };
