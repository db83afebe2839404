// @ts-check
// A day at the desk: the card before it, the day itself, and what became of it.
/** @import { Own, Shift } from "./shift-do.js" */
/** @import { ShiftView, Strip } from "./messages.js" */

import { html, nothing, repeat } from "../../page/static/lit.js";
import { panel } from "../../page/static/panel.js";
import { anew, button, close } from "./shift-do.js";
import { ended } from "./shift-end.js";
import { queue } from "./shift-queue.js";
import { digitKey, talks } from "./shift-talk.js";
import { wide } from "./wide.js";

// Other days are worked out in Python meanwhile; so often the page asks how far it is.
const ASK_AGAIN = 1500;
// As narrow as this, the styles lay one below the other.
const ONE_COLUMN = 860;

/** @type {(view: ShiftView) => Own} */
const begin = (view) => ({ busy: false, picked: "", whole: [], phase: view.phase, column: false, seen: Object.fromEntries(view.open.map((one) => [one.id, one.talk.length])) });

/** @param {string} name @param {unknown} value @param {string} [more] */
const fact = (name, value, more = "") => html`<div class="cc-strip-fact"><dt>${name}</dt><dd><strong>${value}</strong>${more ? html` <span>${more}</span>` : nothing}</dd></div>`;

/** @param {Shift} page @param {Strip} one */
const strip = (page, one) => html`<div class="cc-strip" role="group" aria-label="The desk at ${one.clock}">
  <div class="cc-strip-clock"><span class="cc-strip-time"><span class="cc-vanish">It is </span>${one.clock}</span>
    <span class="cc-strip-left">closes ${one.closes} · ${one.left}</span>
    <span class="cc-strip-bar" aria-hidden="true"><span style="width:${100 * one.part}%"></span></span></div>
  <dl class="cc-strip-facts">
    ${fact("Waiting", one.waiting)}
    ${fact("Over", one.over, `of ${page.view.contacts}`)}
    ${fact("You may refund", one.refunds)}
    ${fact("You may give", one.goodwill)}
    ${fact("The lead has", one.lead)}
  </dl>
  ${page.view.waits ? button(page, page.view.waits, page.view.queue.some((row) => row.does.length) || page.view.open.some((row) => row.says.length) ? "" : "cc-primary") : nothing}
</div>`;

/** @param {Shift} page */
function road(page) {
  const one = page.view.road;
  if (!one) return nothing;
  const back = async () => {
    // A road that is over gives way to the day, and both are ends.
    if (await page.tell("leave_road", null)) close(page);
  };
  return html`<div class="cc-on-road cc-shift-road"><p><strong>You went back to ${one.at}.</strong> There you chose to ${one.did}. What you do from here on is practice and counts for nothing.</p>
    <button type="button" class="cc-button" @click=${back}>Back to your day</button></div>`;
}

/** @param {Shift} page */
function happened({ view }) {
  const { happened: all } = view;
  const recent = all.slice(-6);
  const older = all.slice(0, -6);
  const line = (/** @type {{at: string, text: string}} */ one) => html`<li><span class="cc-at-time">${one.at}</span> <span>${one.text}</span></li>`;
  return html`<section class="cc-happened"><h4 class="cc-shift-h">What happened</h4>
    ${older.length ? html`<details class="cc-fold"><summary>Earlier: ${older.length}</summary><ol class="cc-events">${older.map(line)}</ol></details>` : nothing}
    <div role="log" aria-live="polite" aria-label="What happened"><ol class="cc-events">${repeat(recent, (_, place) => older.length + place, line)}</ol></div></section>`;
}

/** @param {Shift} page */
function day(page) {
  const { view } = page;
  const side = html`<div class="cc-desk-side">${queue(page)}${happened(page)}</div>`;
  const talking = html`<div class="cc-desk-talks">${talks(page)}</div>`;
  // In one column whoever is there comes before all who wait; what is read first is seen first.
  const column = view.open.length && page.own.column;
  return html`${road(page)}${view.strip ? strip(page, view.strip) : nothing}
    <div class="cc-desk-grid" data-open=${view.open.length}>${column ? [talking, side] : [side, talking]}</div>`;
}

/** @param {Shift} page */
function card(page) {
  const { view } = page;
  return html`<div class="cc-shift-card">
    <h3 class="cc-title" tabindex="-1">A day at the desk</h3>
    <p class="cc-shift-lead">${view.contacts} customers get in touch between ${view.opens} and ${view.closes}: by phone, chat, e-mail, social media and at the counter. You are the one who is there.</p>
    <ul class="cc-shift-can">
      <li>You decide <strong>whom to serve first</strong>, and what to say. You choose lines; there is nothing to type.</li>
      <li>Each thing you do takes some minutes of the desk's day. They stand on the button. <strong>No real clock runs</strong>: think as long as you like.</li>
      <li>Who waits too long may leave. You can put somebody on hold, promise a call back, ask the lead, or hand over to a colleague. Two chats can run side by side.</li>
      <li>Promises fall due during the day. Keep them in time.</li>
    </ul>
    <p><strong>What counts</strong> is how you handled people: the handling mark. What they answer in the survey is shown, and never marked.</p>
    <p class="cc-small">About 45 minutes. You can stop at any time and go on another day. Dates and times in a person's file are theirs; for the waiting, only the clock at the top counts.</p>
    <div class="cc-actions"><button type="button" class="cc-button cc-primary" @click=${() => anew(page)}>Begin the day</button></div>
  </div>`;
}

/** @param {Shift} page */
function body(page) {
  const { view, own } = page;
  if (own.phase !== view.phase) {
    own.phase = view.phase;
    if (view.phase === "end") queueMicrotask(() => close(page));
  }
  const key = (/** @type {KeyboardEvent} */ event) => digitKey(page, event);
  return html`<section class="cc-shift" data-phase=${view.phase} aria-label="A day at the desk" aria-busy=${own.busy ? "true" : nothing} @keydown=${key}>
    ${view.changed ? html`<p class="cc-shift-changed">${view.changed}</p>` : nothing}
    ${view.phase === "card" ? card(page) : view.phase === "day" ? day(page) : ended(page, road(page))}
    ${page.status}
  </section>`;
}

/** @param {Shift} page */
function start(page) {
  const stop = wide(page.root, (width) => {
    const column = width <= ONE_COLUMN;
    if (column !== page.own.column) page.set({ column });
  });
  /** @type {ReturnType<typeof setTimeout>} */
  let timer;
  const ask = async () => {
    const { end } = page.view;
    // What is worked out meanwhile; where that failed, it does not come.
    if (end && (end.looking.startsWith("Looking") || end.none.startsWith("Looking"))) await page.tell("look", null);
    timer = setTimeout(ask, ASK_AGAIN);
  };
  timer = setTimeout(ask, 0);
  // Another tab may have gone on meanwhile.
  const seen = () => { if (!document.hidden) page.tell("look", null); };
  document.addEventListener("visibilitychange", seen);
  return () => {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", seen);
    stop();
  };
}

export default { render: panel({ begin, body, start }) };
