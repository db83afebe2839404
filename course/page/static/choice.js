// @ts-check
// One line, or several, to pick: real radio buttons or checkboxes in a real fieldset.
/** @import { Kind, Page } from "./frame.js" */
/** @import { ChoiceView, Told } from "./messages.js" */

import { exercise } from "./frame.js";
import { glossed, saying } from "./gloss.js";
import { digit } from "./keys.js";
import { html, live, nothing } from "./lit.js";
import { fold, terms, TRIED } from "./prose.js";
import { marked } from "./signs.js";

/** @typedef {{chosen: string[]}} Own */

/**
 * @param {Page<ChoiceView, Own>} page
 * @param {string} option
 * @param {boolean} on
 */
function pick(page, option, on) {
  const { view, own } = page;
  const rest = view.select === "several" ? own.chosen.filter((one) => one !== option) : [];
  const wanted = on ? [...rest, option] : rest;
  const chosen = view.options.map((one) => one.id).filter((one) => wanted.includes(one));
  page.change({ chosen }, chosen);
}

/** @param {Page<ChoiceView, Own>} page */
function body(page) {
  const { view, own, id } = page;
  const several = view.select === "several";
  const marks = new Map(view.reasons.map((one) => [one.id, one.mark]));
  // Of what was answered last, the result says it while it is still picked.
  const last = (/** @type {string} */ option) => marks.has(option) && own.chosen.includes(option);
  const tried = (/** @type {string} */ option) => !page.locked && view.tried.includes(option) && !last(option);
  const row = (/** @type {{id: string, text: string}} */ option, /** @type {number} */ place) =>
    html`<label class="cc-option" for="${id}-${place}" data-mark=${marks.get(option.id) ?? ""}>
      <input type=${several ? "checkbox" : "radio"} id="${id}-${place}" name=${id} value=${option.id}
        .checked=${live(own.chosen.includes(option.id))}
        @change=${(/** @type {any} */ event) => pick(page, option.id, event.target.checked)}>
      <span class="cc-option-text"><span>${option.text}</span>${tried(option.id) ? TRIED : nothing}</span>
      <span class="cc-key" aria-hidden="true">${place + 1}</span>
    </label>`;
  return html`<div class="cc-body"><fieldset class="cc-options" ?disabled=${page.locked}
    aria-labelledby="${page.names.prompt} ${id}-legend" aria-describedby=${view.says ? page.names.said : nothing}>
    <legend class="cc-legend" id="${id}-legend">${several ? "Choose all that fit" : "Choose one"}</legend>
    ${view.options.map(row)}
  </fieldset></div>`;
}

const MARKS = { full: "Right", part: "In part", none: "Not this one", "": "" };

/** @param {Page<ChoiceView, Own>} page */
function reasons({ view }) {
  const several = view.select === "several";
  const quoted = several || view.reasons.length > 1;
  const told = (/** @type {Told} */ one) => html`<div class="cc-reason" data-mark=${one.mark}>
    ${quoted ? html`<p class="cc-yours">${marked(one.mark, MARKS[one.mark])}<q>${one.text}</q></p>` : nothing}
    <p>${glossed(one.why, view.glossary)}</p>
  </div>`;
  const others = view.others.length
    ? fold(several ? "What about the rest?" : "What about the other options?",
      html`<dl class="cc-others">${terms(view.others.map((one) => [one.text, glossed(one.why, view.glossary)]))}</dl>`)
    : nothing;
  return [view.reasons.map(told), others];
}

/**
 * @param {Page<ChoiceView, Own>} page
 * @param {KeyboardEvent} event
 */
function key(page, event) {
  const inputs = page.root.querySelectorAll("input");
  const input = inputs[digit(event) - 1];
  if (input && !page.locked) {
    event.preventDefault();
    input.focus();
    if (input.type === "checkbox" || !input.checked) input.click();
  } else if (event.key === "Enter" && event.target instanceof HTMLInputElement) {
    event.preventDefault();
    page.check();
  }
}

/** @type {Kind<ChoiceView, Own>} */
const choice = {
  begin: (view) => ({ chosen: view.chosen }),
  entered: (view) => ({ chosen: view.chosen }),
  answer: ({ own }) => (own.chosen.length ? own.chosen : undefined),
  missing: ({ view }) => (view.select === "several" ? "Choose at least one first." : "Choose one first."),
  before: ({ view, id }) => saying(view, id),
  body,
  reasons,
  key,
};

export default { render: exercise(choice) };
