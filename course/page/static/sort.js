// @ts-check
// Items, each with its own radio buttons for the headings, or one select where the page is narrow.
// A heading can also be dragged onto an item.
/** @import { Kind, Page } from "./frame.js" */
/** @import { SortItem, SortView } from "./messages.js" */

import { exercise } from "./frame.js";
import { glossed } from "./gloss.js";
import { digit } from "./keys.js";
import { html, live, nothing } from "./lit.js";
import { TRIED } from "./prose.js";
import { sign } from "./signs.js";
import { still } from "./timing.js";

/**
 * @typedef {object} Own
 * @property {Record<string, string>} at where each item is put
 * @property {string} told
 * @property {{item?: string, heading?: string} | null} held is being dragged
 * @property {string} over has it above it
 */
/** @typedef {Page<SortView, Own>} Sorting */

const places = (/** @type {SortView} */ view) =>
  Object.fromEntries(view.items.map((item) => [item.id, item.at]));

const left = (/** @type {Sorting} */ { view, own }) =>
  view.items.filter((item) => !own.at[item.id]).length;

const MARKS = { full: "Right here.", part: "In part.", none: "Not here.", "": "" };

// A mark is of the place that was checked; an item that was moved since has none.
/** @param {Sorting} page @param {SortItem} item */
const mark = ({ own }, item) => (own.at[item.id] === item.checked ? item.mark : "");

/** @param {Sorting} page @param {string} item @param {string} heading */
function put(page, item, heading) {
  if (page.own.at[item] === heading) return;
  const at = { ...page.own.at, [item]: heading };
  const open = left({ ...page, own: { ...page.own, at } });
  const name = page.view.headings.find((one) => one.id === heading)?.text;
  const told = `Put under ${name}. ${open ? `${open} to place.` : "All are placed."}`;
  page.change({ at, told }, Object.fromEntries(Object.entries(at).filter(([, one]) => one)));
}

/**
 * What is dragged from here, and what happens to what is dropped here.
 *
 * @param {Sorting} page
 * @param {{item?: string, heading?: string}} mine
 * @param {string} text
 */
function dragging(page, mine, text) {
  const name = JSON.stringify(mine);
  return {
    over: page.own.over === name,
    start(/** @type {DragEvent} */ event) {
      event.dataTransfer?.setData("text/plain", text);
      page.set({ held: mine });
    },
    above(/** @type {DragEvent} */ event) {
      if (page.locked || !page.own.held) return;
      event.preventDefault();
      if (page.own.over !== name) page.set({ over: name });
    },
    away: () => page.set({ over: "" }),
    drop(/** @type {DragEvent} */ event) {
      event.preventDefault();
      const { item, heading } = { ...page.own.held, ...mine };
      page.set({ held: null, over: "" });
      if (!page.locked && item && heading) put(page, item, heading);
    },
  };
}

/** @param {Sorting} page */
function body(page) {
  const { view, own, id } = page;

  const chip = (/** @type {{id: string, text: string}} */ heading, /** @type {number} */ place) => {
    const drag = dragging(page, { heading: heading.id }, heading.text);
    return html`<li class="cc-chip" draggable="true" ?data-over=${drag.over} @dragstart=${drag.start}
      @dragover=${drag.above} @dragleave=${drag.away} @drop=${drag.drop}>
      <span class="cc-key" aria-hidden="true">${place + 1}</span><span>${heading.text}</span></li>`;
  };

  const row = (/** @type {SortItem} */ item, /** @type {number} */ place) => {
    const drag = dragging(page, { item: item.id }, item.text);
    const name = `${id}-${place}`;
    const is = mark(page, item);
    const tried = (/** @type {string} */ heading) => !page.locked && item.tried.includes(heading);
    const key = (/** @type {KeyboardEvent} */ event) => {
      const heading = view.headings[digit(event) - 1];
      if (!heading || page.locked || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      const fields = /** @type {HTMLElement} */ (event.currentTarget);
      fields.querySelectorAll("input")[digit(event) - 1].focus();
      put(page, item.id, heading.id);
    };
    return html`<fieldset class="cc-item" data-item=${item.id} ?disabled=${page.locked} draggable=${!page.locked} data-mark=${is}
      aria-describedby=${is || item.why ? `${name}-why` : nothing} ?data-over=${drag.over} @keydown=${key} @dragstart=${drag.start} @dragover=${drag.above}
      @dragleave=${drag.away} @drop=${drag.drop}>
      <legend class="cc-item-text" id=${name}><span class="cc-item-number">${place + 1}</span> <span>${glossed(item.text, view.glossary)}</span></legend>
      <div class="cc-pills">${view.headings.map((heading, at) => html`<label class="cc-pill" for="${name}-${at}">
        <input type="radio" id="${name}-${at}" name="${name}-at" value=${heading.id} .checked=${live(own.at[item.id] === heading.id)}
          @change=${() => put(page, item.id, heading.id)}><span>${heading.text}</span>${tried(heading.id) ? TRIED : nothing}</label>`)}</div>
      <select class="cc-select cc-item-select" aria-labelledby=${name}
        @change=${(/** @type {any} */ event) => put(page, item.id, event.target.value)}>
        <option value="" disabled .selected=${live(!own.at[item.id])}>Put it under</option>
        ${view.headings.map((heading) => html`<option value=${heading.id}
          .selected=${live(own.at[item.id] === heading.id)}>${heading.text}${tried(heading.id) ? " (tried before)" : ""}</option>`)}
      </select>
      <p class="cc-item-why" id="${name}-why" ?hidden=${!is && !item.why}>${is ? sign(is) : nothing}<span>${
        is ? html`<strong>${MARKS[is]}</strong> ` : nothing}${glossed(item.why, view.glossary)}</span></p>
    </fieldset>`;
  };

  return html`<div class="cc-body" role="group" aria-labelledby=${page.names.prompt}>
    <p class="cc-small cc-by-key" ?hidden=${page.locked}>Keys 1 to ${view.headings.length} put an item under a heading, too.</p>
    <ul class="cc-chips" aria-label="Headings" ?hidden=${page.locked}>${view.headings.map(chip)}</ul>
    ${view.items.map(row)}
    <p class="cc-vanish" aria-live="polite">${own.told}</p>
  </div>`;
}

// The comments stand with their items, which may be far above the button.
/** @param {Sorting} page */
function reasons({ view, root }) {
  const wrong = view.items.flatMap((item, place) => (item.mark === "none" || item.mark === "part" ? [place] : []));
  const go = (/** @type {number} */ place) => {
    const item = root.querySelectorAll(".cc-item")[place];
    const fields = /** @type {NodeListOf<HTMLElement>} */ (item.querySelectorAll("input:checked, select"));
    [...fields].find((one) => one.checkVisibility())?.focus({ preventScroll: true });
    item.scrollIntoView({ block: "start", behavior: still() ? "auto" : "smooth" });
  };
  return !wrong.length ? nothing : html`<p class="cc-misplaced">Not here: ${wrong.map((place) =>
    html`<button type="button" class="cc-button cc-goto" @click=${() => go(place)}><span class="cc-vanish">Go to </span>${place + 1}</button> `)}</p>`;
}

/** @type {Kind<SortView, Own>} */
const sort = {
  begin: (view) => ({ at: places(view), told: "", held: null, over: "" }),
  entered: (view) => ({ at: places(view) }),
  answer: (page) => (left(page) ? undefined : { ...page.own.at }),
  missing: (page) => `${left(page)} of ${page.view.items.length} ${left(page) === 1 ? "is" : "are"} not placed yet.`,
  body,
  reasons,
  key(page, event) {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    page.check();
  },
};

export default { render: exercise(sort) };
