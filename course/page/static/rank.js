// @ts-check
// Items in an order: buttons or arrow keys move one, dragging does too, and every move is announced.
/** @import { Kind, Page } from "./frame.js" */
/** @import { RankView } from "./messages.js" */

import { exercise } from "./frame.js";
import { glossed } from "./gloss.js";
import { html, nothing, repeat } from "./lit.js";
import { moved } from "./order.js";
import { fold, terms } from "./prose.js";
import { shape } from "./signs.js";

const UP = "M3.5 10 8 5.5 12.5 10";
const DOWN = "M3.5 6 8 10.5 12.5 6";
/** @type {Record<string, number>} */
const KEYS = { ArrowUp: -1, ArrowDown: 1, Home: -99, End: 99 };

/** @typedef {{order: string[], told: string, held: string}} Own */
/** @typedef {Page<RankView, Own>} Ranking */

const text = (/** @type {Ranking} */ { view }, /** @type {string} */ id) =>
  view.items.find((item) => item.id === id)?.text ?? "";

/** @param {Ranking} page @param {string} one @param {number} by */
function shift(page, one, by) {
  const order = page.locked ? null : moved(page.own.order, one, by);
  if (!order) return;
  const focus = document.activeElement;
  const told = `${text(page, one)}: now ${order.indexOf(one) + 1} of ${order.length}.`;
  page.change({ order, told }, order);
  // Moving an element drops its focus, so it is given back.
  if (focus instanceof HTMLElement && focus !== document.activeElement) focus.focus();
}

/** @param {Ranking} page */
function body(page) {
  const { view, own } = page;

  const row = (/** @type {string} */ one, /** @type {number} */ place) => {
    const move = (/** @type {boolean} */ up) => html`<button type="button" class="cc-move"
      aria-label="Move ${up ? "up" : "down"}: ${text(page, one)}" ?disabled=${page.locked}
      aria-disabled=${place === (up ? 0 : own.order.length - 1)}
      @click=${() => shift(page, one, up ? -1 : 1)}>${shape(up ? UP : DOWN, { width: 2, name: "" })}</button>`;
    const key = (/** @type {KeyboardEvent} */ event) => {
      if (!KEYS[event.key]) return;
      event.preventDefault();
      shift(page, one, KEYS[event.key]);
    };
    const start = (/** @type {DragEvent} */ event) => {
      event.dataTransfer?.setData("text/plain", text(page, one));
      page.set({ held: one });
    };
    const above = (/** @type {DragEvent} */ event) => {
      const { held, order } = page.own;
      if (!held || page.locked) return;
      event.preventDefault();
      if (held !== one) shift(page, held, order.indexOf(one) - order.indexOf(held));
    };
    return html`<li class="cc-rank-item" data-item=${one} draggable=${!page.locked} ?data-held=${own.held === one} @keydown=${key}
      @dragstart=${start} @dragend=${() => page.set({ held: "" })} @dragover=${above}>
      <span class="cc-rank-place">${place + 1}</span><span class="cc-rank-text">${glossed(text(page, one), view.glossary)}</span>
      <span class="cc-rank-moves">${move(true)}${move(false)}</span></li>`;
  };

  return html`<div class="cc-body">
    <p class="cc-rank-end">${view.first}</p>
    <ol class="cc-rank" aria-labelledby=${page.names.prompt} ?data-locked=${page.locked}>${repeat(own.order, (one) => one, row)}</ol>
    <p class="cc-rank-end">${view.last}</p>
    <p class="cc-rank-end">${view.counts}</p>
    <p class="cc-vanish" aria-live="polite">${own.told}</p>
  </div>`;
}

/** @param {Ranking} page */
const reasons = ({ view }) => html`${view.must.map((one) => html`<div class="cc-reason"><p>${one}</p></div>`)}
  ${view.reasons.map((one) => html`<div class="cc-reason">
    <p class="cc-yours"><q>${one.text}</q></p><p>${glossed(one.why, view.glossary)}</p></div>`)}
  ${view.because.length ? fold("Why each stands where it does",
    html`<dl class="cc-others">${terms(view.because.map((one) => [one.text, glossed(one.why, view.glossary)]))}</dl>`) : nothing}`;

const order = (/** @type {RankView} */ view) => view.items.map((item) => item.id);

/** @type {Kind<RankView, Own>} */
const rank = {
  begin: (view) => ({ order: order(view), told: "", held: "" }),
  entered: (view) => ({ order: order(view) }),
  answer: ({ own }) => own.order,
  // The shuffle is nobody's answer until somebody says so.
  doubt: ({ view }) => (view.moved ? null : { ask: "Nothing has been moved yet. Is this your order?", yes: "This is my order" }),
  body,
  reasons,
};

export default { render: exercise(rank) };
