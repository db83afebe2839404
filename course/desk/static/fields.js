// @ts-check
// What can be chosen and ticked.
/** @import { Named, NamedGroup } from "./messages.js" */

import { html, live } from "../../page/static/lit.js";

/**
 * @param {string} id of the select; its label names it
 * @param {string} label
 * @param {(Named | NamedGroup)[]} options
 * @param {string} chosen
 * @param {(value: string) => void} onChange
 */
export function choose(id, label, options, chosen, onChange) {
  const option = (/** @type {Named} */ one) =>
    html`<option value=${one.id} .selected=${live(one.id === chosen)}>${one.name}</option>`;
  const each = (/** @type {Named | NamedGroup} */ one) => ("of" in one
    ? html`<optgroup label=${one.name}>${one.of.map(option)}</optgroup>` : option(one));
  return html`<div class="cc-field"><label class="cc-field-name" for=${id}>${label}</label>
    <select class="cc-select" id=${id} @change=${(/** @type {any} */ { target }) => onChange(target.value)}
      >${options.map(each)}</select></div>`;
}

/**
 * @param {string} label
 * @param {boolean} on
 * @param {(on: boolean) => void} onChange
 */
export const tick = (label, on, onChange) => html`<label class="cc-tickline">
  <input type="checkbox" class="cc-tickbox" .checked=${live(on)}
    @change=${(/** @type {any} */ { target }) => onChange(target.checked)}><span>${label}</span></label>`;
