// @ts-check
// Tabs as people with a keyboard know them: arrows move, Home and End jump, one stop for Tab.

import { html } from "../../page/static/lit.js";

/**
 * @param {string} id
 * @param {string} label
 * @param {{name: string, inside: unknown}[]} parts
 * @param {number} picked which one lies on top, from 0
 * @param {(place: number) => void} onPick
 */
export function tabs(id, label, parts, picked, onPick) {
  const key = (/** @type {any} */ event) => {
    const places = { ArrowRight: picked + 1, ArrowLeft: picked - 1, Home: 0, End: parts.length - 1 };
    const to = places[/** @type {keyof typeof places} */ (event.key)];
    if (to === undefined || event.target.getAttribute("role") !== "tab") return;
    event.preventDefault();
    const place = (to + parts.length) % parts.length;
    const list = event.currentTarget;
    onPick(place);
    list.children[place].focus();
  };
  const tab = (/** @type {{name: string}} */ one, /** @type {number} */ at) => html`<button type="button" class="cc-tab" role="tab"
    id="${id}-tab-${at}" aria-controls="${id}-panel-${at}" aria-selected=${at === picked}
    tabindex=${at === picked ? 0 : -1} @click=${() => onPick(at)}>${one.name}</button>`;
  const panel = (/** @type {{inside: unknown}} */ one, /** @type {number} */ at) => html`<div class="cc-tabpanel" role="tabpanel"
    id="${id}-panel-${at}" aria-labelledby="${id}-tab-${at}" tabindex="0" ?hidden=${at !== picked}>${one.inside}</div>`;
  return html`<div class="cc-tabs" role="tablist" aria-label=${label} @keydown=${key}>${parts.map(tab)}</div>
    ${parts.map(panel)}`;
}
