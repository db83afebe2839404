// @ts-check
// Who waits: by which way they came, what it is about, since when, and what can be done.
/** @import { Shift } from "./shift-do.js" */
/** @import { Waiting } from "./messages.js" */

import { html, nothing } from "../../page/static/lit.js";
import { button } from "./shift-do.js";
import { comes } from "./shift-signs.js";

/** @param {Shift} page @param {Waiting} one */
function row(page, one) {
  const [first, ...others] = one.does;
  return html`<li class="cc-wait" data-state=${one.state} data-contact=${one.id}>
    <p class="cc-wait-who">${comes(one.channel)}<strong>${one.who}</strong> <span class="cc-wait-channel">${one.channelName}</span></p>
    <p class="cc-wait-about">${one.about}</p>
    <p class="cc-wait-since" ?data-soon=${one.soon}>${one.said}${one.soon ? html` <strong>· soon</strong>` : nothing}</p>
    ${one.warning ? html`<p class="cc-wait-warning">${one.warning} You can serve them, or open it and hand it over at once.</p>` : nothing}
    ${one.does.length ? html`<div class="cc-wait-does">${button(page, first, "cc-wait-first")}${others.map((doing) => button(page, doing, "cc-quiet-button"))}</div>` : nothing}
  </li>`;
}

/** @param {Shift} page */
export function queue(page) {
  const { view } = page;
  const people = view.queue.filter((one) => one.state !== "task");
  const owed = view.queue.filter((one) => one.state === "task");
  const busy = view.open.length && people.some((one) => !one.does.some((doing) => doing.do === "pick"));
  return html`<section class="cc-queue">
    <h4 class="cc-shift-h cc-queue-head" tabindex="-1">In the queue <span class="cc-count">${people.length}</span></h4>
    ${people.length ? html`<ul class="cc-waits">${people.map((one) => row(page, one))}</ul>`
      : html`<p class="cc-small">Nobody waits just now.</p>`}
    ${busy ? html`<p class="cc-small">You can be there for one person at a time, or for two chats. Finish, put on hold or hand over first.</p>` : nothing}
    ${owed.length ? html`<h4 class="cc-shift-h">What you promised <span class="cc-count">${owed.length}</span></h4>
      <ul class="cc-waits">${owed.map((one) => row(page, one))}</ul>` : nothing}
  </section>`;
}
