// @ts-check
// A question about an export, with the cells that leave it open beside it.
/** @import { AskedFirstAsks, AskedFirstView, Cells, OpenQuestion } from "./messages.js" */
/** @import { Panel } from "../../page/static/panel.js" */

import { html, live, nothing } from "../../page/static/lit.js";
import { panel } from "../../page/static/panel.js";

/** @typedef {{picked: string | null}} Own */
/** @typedef {Panel<AskedFirstView, AskedFirstAsks, Own>} Page */

/** @param {Cells} one */
const column = ({ heading, cells }) => html`<figure class="cc-cells"><figcaption>${heading}</figcaption>
  <ul>${cells.map((cell) => html`<li>${cell}</li>`)}</ul></figure>`;

/** @param {Page} page @param {OpenQuestion} question */
function choices(page, { text, answers }) {
  const { id, own } = page;
  if (!answers.length) {
    return html`<label class="cc-label" for="${id}-text">${text}</label>
      <input type="text" class="cc-text cc-asked-text" id="${id}-text" autocomplete="off" .value=${live(own.picked ?? "")}
        @input=${(/** @type {any} */ { target }) => page.set({ picked: target.value })}>`;
  }
  return html`<fieldset class="cc-options"><legend class="cc-label">${text}</legend>
    <div class="cc-pills">${answers.map((one, at) => html`<label class="cc-pill" for="${id}-${at}">
      <input type="radio" id="${id}-${at}" name="${id}-answer" .checked=${live(own.picked === one.id)}
        @change=${() => page.set({ picked: one.id })}><span>${one.name}</span></label>`)}</div></fieldset>`;
}

/** @param {Page} page @param {OpenQuestion} question */
function form(page, question) {
  const answer = async (/** @type {string} */ value) => {
    await page.tell("answer", value);
    page.set({ picked: null });
    /** @type {HTMLElement | null} */ (page.root.querySelector("input, .cc-asked-said"))?.focus();
  };
  const send = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (page.own.picked === null) page.say(question.answers.length ? "Choose an answer first." : "Write an answer first.");
    else answer(page.own.picked);
  };
  return html`<form class="cc-asked" @submit=${send}>
    <div class="cc-asked-parts"><div>${choices(page, question)}</div>
      ${question.beside.length ? html`<div class="cc-asked-beside" aria-label="Cells of the file" role="group">
        ${question.beside.map(column)}</div>` : nothing}</div>
    <div class="cc-actions"><button type="submit" class="cc-button cc-primary">This is the answer</button>
      ${question.optional ? html`<button type="button" class="cc-button" @click=${() => answer("")}>I do not know</button>` : nothing}
      ${page.status}</div>
  </form>`;
}

/** @param {Page} page */
function body(page) {
  const { view } = page;
  return html`<h3 class="cc-title">Before it is measured</h3>
    <p class="cc-asked-said" role="status" tabindex="-1">${view.said}</p>
    ${view.wrong ? html`<p class="cc-asked-wrong" role="alert">${view.wrong}</p>` : nothing}
    ${view.question ? form(page, view.question) : nothing}
    ${view.given.length ? html`<h4 class="cc-h">What you answered</h4>
      <dl class="cc-asked-given">${view.given.map((one) => html`<dt>${one.text}</dt><dd>${one.answer}</dd>`)}</dl>
      <div class="cc-actions"><button type="button" class="cc-button cc-quiet-button" @click=${() => page.tell("afresh", null)}>
        Answer again from the beginning</button></div>` : nothing}`;
}

export default { render: panel({ begin: () => /** @type {Own} */ ({ picked: null }), body }) };
