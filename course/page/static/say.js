// @ts-check
// Where the trainee speaks: a box for words of their own, what is asked about them, and the lines.
/** @import { Page } from "./frame.js" */
/** @import { Asks, DialogueView, LineDraft, LineToSay } from "./messages.js" */
/** @import { Own } from "./dialogue.js" */

import { html, live, nothing } from "./lit.js";
import { paragraphs } from "./prose.js";

/** @typedef {Page<DialogueView, Own>} Talk */

const MOST = 1000;
const WRITTEN = ["chat", "e-mail", "social"];

/** Gives focus to the place where the trainee speaks. @param {Talk} page */
export const home = ({ root }) => /** @type {HTMLElement} */ (root.querySelector(".cc-say")).focus({ preventScroll: true });

/** What is asked here. @param {Talk} page @param {Asks} asks */
export function asking({ view }, asks) {
  if (asks.doubt) return asks.doubt.ask;
  if (asks.paused) return "The conversation waits";
  if (asks.typed && !asks.first) return "Which line says the same?";
  return `What ${asks.first ? "would" : "do"} you ${WRITTEN.includes(view.channel) ? "write" : "say"}?`;
}

/** Changes when something else is asked. @param {DialogueView} view */
export const question = ({ play, turns, asks, road }) => JSON.stringify([
  play, road?.turn, turns, asks?.moment, asks?.first, asks?.tries, asks?.doubt?.name, asks?.paused,
  Boolean(asks && !asks.first && asks.typed),
]);

/**
 * What is kept of words that are being written or placed.
 *
 * @param {Asks} asks
 * @param {Partial<LineDraft>} how
 * @returns {LineDraft}
 */
export const draft = (asks, how) =>
  ({ moment: asks.moment, play: asks.play, road: asks.road, typed: asks.typed, ready: !asks.first, left: false, settled: [], paused: false, ...how });

/** @param {Talk} page @param {Asks} asks */
function writing(page, asks) {
  const { own, id } = page;
  const kept = () => draft(asks, { typed: page.own.typed });
  const type = (/** @type {any} */ event) => {
    page.set({ typed: event.target.value });
    page.hold(kept());
    own.keep.later(kept());
  };
  const go = async () => {
    page.set({ typed: page.own.typed.trim() });
    if (!page.own.typed && asks.needed) {
      page.say("Write a line of your own first. A few words are enough.", true);
      page.root.querySelector("textarea")?.focus();
      return;
    }
    own.keep.drop();
    page.set({ moved: true });
    await page.tell("draft", { ...kept(), ready: true });
  };
  const key = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    go();
  };
  return html`<label class="cc-label" for="${id}-text">${asking(page, asks)}</label>
    <textarea class="cc-text" id="${id}-text" rows="3" maxlength=${MOST} spellcheck="true" aria-describedby="${id}-help"
      .value=${live(own.typed)} @input=${type} @keydown=${key} @blur=${own.keep.now}></textarea>
    <p class="cc-small" id="${id}-help">${help(own.typed, asks)}</p>
    <div class="cc-actions"><button type="button" class="cc-button cc-primary" aria-keyshortcuts="Control+Enter Meta+Enter" @click=${go}
      >Show the lines</button></div>`;
}

/** @param {string} typed @param {Asks} asks */
function help(typed, { needed, tries }) {
  if (typed.length >= MOST) return "The box is full, at 1,000 letters. Read the end: the last words may have been cut off.";
  if (tries) return "Try other words, or leave the box empty and choose one of the lines.";
  return `Write it your own way${needed ? "" : ", or leave the box empty"}. It is not marked. Then you choose the line that says the same.`;
}

/** @param {string} text */
const unsaid = (text) => html`<div class="cc-run cc-run-me cc-unsaid"><p class="cc-who">Your words, not said yet</p>
  <div class="cc-bubble cc-mine">${paragraphs(text)}</div></div>`;

/** Goes back to the box, with the words in it. @param {Talk} page @param {Asks} asks */
function change(page, asks) {
  page.set({ moved: true, toBox: true });
  page.tell("draft", draft(asks, { ready: false }));
}

/** @param {Talk} page @param {Asks} asks */
const changeButton = (page, asks) => html`<button type="button" class="cc-button cc-quiet-button cc-change"
  @click=${() => change(page, asks)}>Change my words</button>`;

/** @param {Talk} page @param {Asks} asks */
function doubting(page, asks) {
  const { doubt } = asks;
  if (!doubt) return nothing;
  const { view } = page;
  const settled = draft(asks, { settled: [...asks.settled, doubt.name] });
  const go = (/** @type {LineDraft} */ kept) => {
    page.set({ moved: true });
    return page.tell("draft", kept);
  };
  const meant = () => go(doubt.pauses ? draft(asks, { settled: asks.settled, paused: true }) : settled);
  const misread = async () => {
    const told = await page.tell("correct", {
      move: doubt.name, there: false, quote: doubt.quote, turn: view.turns + 1, play: view.play, road: view.road?.turn ?? 0,
    });
    if (told) await go(settled);
  };
  return html`${unsaid(asks.typed)}
    <div class="cc-doubt"><p class="cc-label">${doubt.ask}</p>
      <p>You wrote: <q>${doubt.quote}</q></p></div>
    <div class="cc-actions cc-doubt-actions">
      <button type="button" class="cc-button cc-primary cc-change" @click=${() => change(page, asks)}>Change my words</button>
      <button type="button" class="cc-button" @click=${meant}>I meant it</button>
      <button type="button" class="cc-button" @click=${misread}>It does not say that</button>
    </div>`;
}

/** @param {Talk} page @param {Asks} asks */
const waiting = (page, asks) => html`${unsaid(asks.typed)}
  <div class="cc-doubt"><p class="cc-label">The conversation waits here.</p>
    <p>Nobody says an insult to a customer, here or at work. ${page.view.first} has not heard it, and it does not count for your mark.
      You can go on at any time.</p></div>
  <div class="cc-actions"><button type="button" class="cc-button cc-primary cc-change" @click=${() => change(page, asks)}>Go on with the conversation</button></div>`;

/** @param {Talk} page @param {Asks} asks */
function choosing(page, asks) {
  const { view } = page;
  const { road } = view;
  const said = road?.parts ? road.choice : "";
  const here = { typed: asks.typed, play: view.play, after: view.turns, road: road?.turn ?? 0 };
  const send = async (/** @type {string} */ picked, /** @type {() => Promise<unknown>} */ tell) => {
    if (page.own.picked || page.own.writes) return;
    page.set({ picked, moved: true, asked: null });
    // The line that was picked goes; focus moves before the customer answers, and cuts no words.
    home(page);
    // Python leaves alone what was said already, so sending it twice does no harm.
    await tell();
    page.set({ picked: "" });
  };
  const pick = (/** @type {string} */ choice) => {
    if (choice === said) page.say("You said this the first time. Choose another line.", true);
    else send(choice, () => page.tell("turn", { choice, ...here }));
  };
  const none = () => send("\n", () => page.tell("none", { ...here, tries: asks.tries }));
  const line = (/** @type {LineToSay} */ one, /** @type {number} */ place) =>
    html`<li><button type="button" class="cc-line" data-id=${one.id} ?data-picked=${page.own.picked === one.id}
      ?data-said=${one.id === said} aria-disabled=${one.id === said || nothing} @click=${() => pick(one.id)}>
      <span class="cc-key" aria-hidden="true">${place + 1}</span><span>${one.pieces.map((piece) =>
        (piece.shared ? html`<mark class="cc-shared">${piece.text}</mark>` : piece.text))}
        ${one.id === said ? html`<span class="cc-said-then">You said this.</span>` : nothing}</span></button></li>`;
  return html`${asks.typed ? unsaid(asks.typed) : nothing}
    <p class="cc-label">${asking(page, asks)}</p>
    <ol class="cc-lines">${asks.choices.map(line)}
      ${asks.typed ? html`<li><button type="button" class="cc-line cc-none" ?data-picked=${page.own.picked === "\n"} @click=${none}>
        <span class="cc-key" aria-hidden="true">${asks.choices.length + 1}</span><span>None of these says the same</span></button></li>` : nothing}
    </ol>
    ${asks.typed ? changeButton(page, asks) : nothing}`;
}

/** @param {Talk} page @param {Asks} asks */
export function saying(page, asks) {
  if (asks.first) return writing(page, asks);
  if (asks.paused) return waiting(page, asks);
  return asks.doubt ? doubting(page, asks) : choosing(page, asks);
}

/** Whether words of one's own come first, in every conversation. @param {Talk} page */
export const firstSwitch = (page) => html`<label class="cc-plain-switch cc-first-switch"><input type="checkbox" role="switch"
  .checked=${live(page.view.writes)} @change=${(/** @type {any} */ event) => page.tell("write_first", event.target.checked)}><span
  >Write my own words first</span></label>`;
