// @ts-check
// What stands on the agent's screen while they speak: the case, the house rules, who passes the check.
/** @import { IdentityView, Rule, Word } from "./messages.js" */

import { glossed } from "./gloss.js";
import { html, nothing } from "./lit.js";
import { fold, terms } from "./prose.js";

const items = (/** @type {string[]} */ things) => html`<ul>${things.map((one) => html`<li>${one}</li>`)}</ul>`;

/** Who has passed the check. @param {IdentityView} identity @param {boolean} plain */
function who({ needed, counts, doesNotCount, more }, plain) {
  /** @type {[unknown, unknown][]} */
  const told = [[needed, items(counts)], ["Does not count", items(doesNotCount)]];
  for (const { title, text } of more) told.push([title, text]);
  const inside = html`<dl class="cc-rules">${terms(told)}</dl>`;
  const title = "Who has passed the check";
  return plain ? html`<p class="cc-label">${title}</p>${inside}` : fold(title, inside, "cc-identity");
}

/**
 * @param {{sees: string[], rules: Rule[], identity: IdentityView | null, glossary: Word[]}} view
 * @param {boolean} plain nothing is to be opened
 * @param {boolean} open it is at first
 */
export function onScreen({ sees, rules, identity, glossary }, plain, open) {
  const inside = html`<ul>${sees.map((one) => html`<li>${glossed(one, glossary)}</li>`)}</ul>
    ${rules.length ? html`<dl class="cc-rules">${terms(rules.map((one) => [one.title, one.text]))}</dl>` : nothing}
    ${identity ? who(identity, plain) : nothing}`;
  if (plain) return html`<div class="cc-screen"><p class="cc-label">On your screen</p>${inside}</div>`;
  return html`<details class="cc-fold cc-screen" ?open=${open}><summary>On your screen</summary>${inside}</details>`;
}
