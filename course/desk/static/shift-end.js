// @ts-check
// After closing: three figures, the dashboard beside other days, what mattered, and every contact.
/** @import { Shift } from "./shift-do.js" */
/** @import { Decision, End, Ended, FigureRow, Headline } from "./messages.js" */

import { html, nothing } from "../../page/static/lit.js";
import { fold, terms } from "../../page/static/prose.js";
import { sheet } from "../../page/static/sheet.js";
import { anew, goBack } from "./shift-do.js";
import { comes } from "./shift-signs.js";

/** @param {Headline} one */
const headline = (one) => html`<div class="cc-headline"><dt>${one.name}</dt><dd><strong>${one.value}</strong><span>${one.under}</span></dd></div>`;

/** @param {FigureRow} row */
const cells = (row) => [
  html`${row.name}<span class="cc-under">${row.means}; ${row.better}.</span>`,
  html`<span class="cc-own-value">${row.value}</span>${row.interval ? html`<span class="cc-under">${row.interval}</span>` : nothing}${
    row.few ? html`<span class="cc-under">${row.few}</span>` : nothing}`,
  ...row.others.map((value) => (value ? html`${value}` : html`<span class="cc-under">not yet</span>`)),
];

/** @param {End} end */
const board = (end) => html`<section class="cc-short cc-board"><h4 class="cc-shift-h">Your day beside other days on this desk</h4>
  <p class="cc-small">Under your figure stands where it may lie with 95 % confidence. One day is short: nearly every figure is too few to say, so compare whole days, not decimals.</p>
  ${end.looking ? html`<p class="cc-looking" role="status">${end.looking}</p>` : nothing}
  ${sheet("Your day beside other days on this desk", ["Figure", "Your day", ...end.days], end.figures.map(cells),
    [1, 2, 3, 4, 5])}
  ${end.gap ? html`<p class="cc-small">${end.gap}</p>` : nothing}</section>`;

/** @param {Shift} page @param {Decision} one */
const decision = (page, one) => html`<li class="cc-decision"><h5 class="cc-decision-at">${one.at}</h5>
  <p>You chose to <strong>${one.did}</strong>. Better: <strong>${one.instead}</strong>.</p>
  <p class="cc-small">${one.followed}</p>
  <button type="button" class="cc-button" @click=${() => goBack(page, one.attempt, one.turn)}>Go back to ${one.at} and play on from there</button></li>`;

/** @param {Shift} page @param {End} end */
function decisions(page, end) {
  if (page.view.road) return nothing;
  return html`<section class="cc-short"><h4 class="cc-shift-h">What mattered most</h4>
    ${end.decisions.length ? html`<ol class="cc-decisions">${end.decisions.map((one) => decision(page, one))}</ol>` : nothing}
    ${end.none ? html`<p class="cc-looking" role="status">${end.none}</p>` : nothing}</section>`;
}

/** @param {Ended} one */
const contact = (one) => html`<li class="cc-ended"><div class="cc-ended-head">
    <p class="cc-wait-who">${comes(one.channel)}<strong>${one.who}</strong> <span class="cc-wait-channel">${one.channelName} · ${one.about}</span></p>
    <p class="cc-ended-mark"><strong>${one.mark}</strong> <span>of 100</span></p></div>
  <p class="cc-ended-how">${one.how}. <span class="cc-wait-channel">${one.minutes ? `${one.minutes} of work. ` : ""}${one.survey}.</span></p>
  ${one.comment ? html`<blockquote class="cc-bubble cc-theirs">${one.comment}</blockquote>` : nothing}
  ${one.criteria.length ? fold(html`Why<span class="cc-vanish"> ${one.who} ended so</span>`, html`${one.why.length ? html`<ul class="cc-plain cc-small">${one.why.map((why) => html`<li>${why}</li>`)}</ul>` : nothing}
    <dl class="cc-others">${terms(one.criteria.map((part) => [html`${part.title}<span class="cc-part-score">${part.score}</span>`, part.why]))}</dl>`) : nothing}
</li>`;

/** @param {Shift} page @param {unknown} road said first where this was one */
export function ended(page, road) {
  const { view } = page;
  if (!view.end) return nothing;
  const { end } = view;
  return html`<div class="cc-shift-end">
    <h3 class="cc-title cc-shift-over" tabindex="-1">${view.road ? "The road is over" : "The day is over"}</h3>
    ${road}
    <dl class="cc-headlines">${end.headlines.map(headline)}</dl>
    ${decisions(page, end)}
    ${board(end)}
    <section class="cc-short"><h4 class="cc-shift-h">One by one</h4><ol class="cc-ended-list">${end.contacts.map(contact)}</ol></section>
    <div class="cc-actions cc-short"><button type="button" class="cc-button" @click=${() => anew(page)}>Begin this day anew</button></div>
    ${end.before ? html`<p class="cc-small">${end.before}</p>` : nothing}
  </div>`;
}
