// @ts-check
// Doing something in the day, and going to where the next thing is.
/** @import { Panel } from "../../page/static/panel.js" */
/** @import { Doing, ShiftAsks, ShiftView } from "./messages.js" */

import { html, nothing } from "../../page/static/lit.js";
import { still } from "../../page/static/timing.js";

// So much of the window is left for what was said and what can be said to it.
const ROOM = 0.7;

/**
 * @typedef {object} Own
 * @property {boolean} busy something is being done, and nothing else meanwhile
 * @property {string} picked the line that is being said
 * @property {string[]} whole conversations that are shown from their beginning, though room is short
 * @property {string} phase which of them was drawn last
 * @property {boolean} column there is room for one column alone
 * @property {Record<string, number>} seen by conversation: lines that are not new any more
 */
/** @typedef {Panel<ShiftView, ShiftAsks, Own>} Shift */

/** Brings something into view, and gives it the focus. @param {Shift} page @param {string[]} places the first that is there */
export function goTo(page, ...places) {
  const found = /** @type {HTMLElement | undefined} */ (places.map((one) => page.root.querySelector(one)).find(Boolean));
  found?.focus({ preventScroll: true });
  found?.scrollIntoView({ block: "nearest", behavior: still() ? "auto" : "smooth" });
}

const talkOf = (/** @type {string} */ contact, /** @type {string} */ part) => `[data-talk="${CSS.escape(contact)}"] ${part}`;

// The newest words of the customer are read first: as much of what follows as fits comes with them.
/** @param {Shift} page @param {string} contact */
function reveal(page, contact) {
  const spoken = page.root.querySelector(talkOf(contact, ".cc-new:not(.cc-mine)"));
  const say = page.root.querySelector(talkOf(contact, ".cc-say"));
  if (!spoken || !say) return;
  const tall = say.getBoundingClientRect().bottom - spoken.getBoundingClientRect().top > window.innerHeight * ROOM;
  (tall ? spoken : say).scrollIntoView({ block: tall ? "start" : "nearest", behavior: still() ? "auto" : "smooth" });
}

/** The day is over, however late that came: whoever was in it goes to what became of it. @param {Shift} page */
export function close(page) {
  const now = document.activeElement;
  if (page.root.contains(now) || now === document.body) goTo(page, ".cc-shift-over");
}

/** Where the next thing is. @param {Shift} page @param {Doing} did */
function follow(page, did) {
  const { view } = page;
  if (view.phase === "end") return;
  const here = view.open.some((one) => one.id === did.contact);
  const other = view.open.find((one) => one.id !== did.contact);
  const next = other ? [talkOf(other.id, ".cc-say")] : [];
  if (did.do === "pick") {
    goTo(page, talkOf(did.contact, ".cc-talk-head"));
    document.activeElement?.scrollIntoView({ block: "start" });
  } else if (did.do === "say" || did.do === "ask_lead") goTo(page, ...(here ? [talkOf(did.contact, ".cc-say")] : next), ".cc-queue-head");
  else if (did.do === "hold" || did.do === "hand_over") goTo(page, ...next, ".cc-queue-head");
  else if (did.do !== "wait") goTo(page, ".cc-queue-head");
  if (did.do === "say" && here) reveal(page, did.contact);
}

/** Does one thing. @param {Shift} page @param {Doing} doing */
export async function act(page, doing) {
  const { own, view } = page;
  if (own.busy) return;
  const seen = { ...own.seen, ...Object.fromEntries(view.open.map((one) => [one.id, one.talk.length])) };
  page.set({ busy: true, picked: doing.do === "say" ? doing.what : "", seen });
  const { do: does, contact, what } = doing;
  const done = await page.tell("act", { do: does, contact, what, known: view.known });
  page.set({ busy: false, picked: "" });
  if (done) follow(page, doing);
}

/** @param {Shift} page @param {Doing} doing @param {string} name a class @param {unknown} [label] */
export const button = (page, doing, name = "", label = doing.label) => html`<button type="button" class="cc-button ${name}"
  data-do=${doing.do} @click=${() => act(page, doing)}>${label}${doing.costs ? html` <span class="cc-costs">${doing.costs}</span>` : nothing}${
  doing.about ? html` <span class="cc-vanish">${doing.about}</span>` : nothing}</button>`;

/** Begins the day anew. @param {Shift} page */
export async function anew(page) {
  if (await page.tell("begin", page.view.known)) goTo(page, ".cc-queue-head");
}

/** Goes back before a decision. @param {Shift} page @param {number} attempt @param {number} turn */
export async function goBack(page, attempt, turn) {
  if (await page.tell("back", { attempt, turn })) goTo(page, ".cc-shift-road");
}
