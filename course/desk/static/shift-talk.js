// @ts-check
// The conversations that are open: one, or two chats side by side.
/** @import { Shift } from "./shift-do.js" */
/** @import { Open, Say } from "./messages.js" */

import { digit } from "../../page/static/keys.js";
import { runs } from "../../page/static/lines.js";
import { html, nothing, repeat } from "../../page/static/lit.js";
import { onScreen } from "../../page/static/screen.js";
import { talk } from "../../page/static/talk.js";
import { low, narrow } from "../../page/static/timing.js";
import { act, button } from "./shift-do.js";
import { comes } from "./shift-signs.js";

// Where room is short, so much of a conversation stands above the lines; the styles hide what is before.
const LAST = 5;
const WRITTEN = ["chat", "e-mail", "social"];

/** @param {Shift} page @param {Open} one */
function saying(page, one) {
  const { own } = page;
  const say = (/** @type {Say} */ line) => act(page, { do: "say", contact: one.id, what: line.id, label: "", costs: "", about: "" });
  const asks = `What do you ${WRITTEN.includes(one.channel) ? "write" : "say"} to ${one.first}?`;
  if (one.writes) {
    return html`<div class="cc-say" tabindex="-1" role="group" aria-label=${one.writes}><p class="cc-typing">${one.writes}</p></div>`;
  }
  return html`<div class="cc-say" tabindex="-1" role="group" aria-label=${asks}>
    <p class="cc-label cc-asks">${asks} <span class="cc-costs">${one.costs} each</span></p>
    <ol class="cc-lines">${one.says.map((line, place) => html`<li><button type="button" class="cc-line" data-id=${line.id}
      ?data-picked=${own.picked === line.id} @click=${() => say(line)}><span class="cc-key" aria-hidden="true">${place + 1}</span><span>${line.text}</span></button></li>`)}</ol>
    ${one.short ? html`<p class="cc-small">${one.short}</p>` : nothing}
  </div>`;
}

/** @param {Shift} page @param {Open} one */
function conversation(page, one) {
  const fresh = page.own.seen[one.id] ?? one.talk.length;
  const view = { words: [], customer: one.customer, channel: one.channel, play: one.play, asks: !one.writes };
  const { own } = page;
  const long = (page.view.open.length > 1 || own.column) && runs(one.talk).length > LAST;
  const whole = own.whole.includes(one.id);
  const turn = () => page.set({ whole: whole ? own.whole.filter((id) => id !== one.id) : [...own.whole, one.id] });
  return html`<article class="cc-open cc-dialogue" data-talk=${one.id} ?data-short=${long && !whole} aria-label="${one.customer}, ${one.channelName}">
    <header class="cc-open-head"><h4 class="cc-talk-head" tabindex="-1">${comes(one.channel)}${one.customer} <span class="cc-wait-channel">${one.channelName}</span></h4>
      <p class="cc-wait-about">${one.about}</p></header>
    ${one.warning && !one.turns ? html`<p class="cc-wait-warning">${one.warning} You can hand it over to a colleague.</p>` : nothing}
    ${onScreen({ sees: one.sees, rules: one.rules, identity: one.identity, glossary: [] }, false, !one.turns && page.view.open.length < 2 && !narrow() && !low())}
    ${long ? html`<button type="button" class="cc-button cc-quiet-button cc-begin" aria-expanded=${whole} @click=${turn}>From the beginning</button>` : nothing}
    ${talk(view, one.talk, fresh, false, () => nothing)}
    ${saying(page, one)}
    <div class="cc-open-does">${one.does.map((doing) => button(page, doing, "cc-quiet-button"))}</div>
  </article>`;
}

/** @param {Shift} page */
export function talks(page) {
  const { view } = page;
  if (!view.open.length) {
    return html`<div class="cc-nobody"><p>${view.queue.some((one) => one.state === "waiting")
      ? "Nobody is with you. Whom do you serve?" : "Nobody is with you."}</p></div>`;
  }
  return repeat(view.open, (one) => one.id, (one) => conversation(page, one));
}

/** A number key says the line of that number to whom the focus is with. @param {Shift} page @param {KeyboardEvent} event */
export function digitKey(page, event) {
  const place = digit(event);
  if (!place || !(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.altKey) return;
  const with_ = event.target.closest("[data-talk]") ?? (page.view.open.length === 1 ? page.root.querySelector("[data-talk]") : null);
  const line = /** @type {HTMLElement | undefined} */ (with_?.querySelectorAll(".cc-line")[place - 1]);
  if (!line) return;
  event.preventDefault();
  line.click();
}
