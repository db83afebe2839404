// @ts-check
// A kind of exercise without a widget: a plain sentence, and what an answer from elsewhere came to.
/** @import { Kind } from "./frame.js" */
/** @import { PlainView } from "./messages.js" */

import { exercise } from "./frame.js";
import { html } from "./lit.js";

/** @type {Kind<PlainView, {}>} */
const plain = {
  button: false,
  begin: () => ({}),
  answer: () => undefined,
  body: ({ view }) => html`<div class="cc-body"><p class="cc-plain">${view.plain}</p></div>`,
  reasons: ({ view }) => view.reasons.map((one) => html`<div class="cc-reason"><p>${one}</p></div>`),
};

export default { render: exercise(plain) };
