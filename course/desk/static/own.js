// @ts-check
// The second tab: one's own conversations beside the company's scores.
/** @import { OwnContacts, OwnLine, Quote } from "./messages.js" */

import { html, nothing } from "../../page/static/lit.js";
import { sheet } from "../../page/static/sheet.js";

const COLUMNS = ["Conversation", "Satisfied, 1 to 5", "Ease, 1 to 7", "Recommend, 0 to 10", "Resolved", "Your lines", "Asked twice"];

/** @param {OwnLine} one */
const row = (one) => [
  html`<span>${one.title}<span class="cc-under">${one.customer}. ${one.ended}.</span></span>`,
  one.satisfaction, one.ease, one.recommend, one.resolved, one.turns, one.repeats,
];

/** @param {Quote} one */
const quote = (one) => html`<div class="cc-few-one"><p class="cc-who">${one.who}</p>
  <blockquote class="cc-bubble cc-theirs">${one.said}</blockquote></div>`;

/** @param {OwnContacts} own */
const measured = (own) => html`<p class="cc-summary">${own.summary}</p>
  ${sheet("Yours and the company's", ["Asked of the customer, or counted", "Yours", "The company, last twelve months"],
    own.rows.map((one) => [one.name, one.yours, one.company]))}
  <p class="cc-small">Your customers were written for practice. The company's are everybody who got in touch. Look for what you would change, not for who is better.</p>
  ${own.quotes.length ? html`<div class="cc-part"><h4>What they wrote</h4>${own.quotes.map(quote)}</div>` : nothing}
  <div class="cc-part"><h4>Every conversation, the newest first</h4>
    ${sheet("Your conversations", COLUMNS, own.contacts.map(row), [1, 2, 3, 5, 6])}</div>`;

/**
 * @param {OwnContacts} own
 * @param {string} empty
 */
export const ownContacts = (own, empty) => html`<div class="cc-contacts">
  ${own.count ? measured(own) : html`<p class="cc-empty">${empty}</p>`}
  ${own.kept ? html`<p class="cc-small">${own.kept} more ${own.kept === 1 ? "is" : "are"} kept for your instructor and not shown here.</p>` : nothing}
</div>`;
