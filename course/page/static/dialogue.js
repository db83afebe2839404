// @ts-check
// A conversation: the log, then either a box to write in, the lines to choose from, or the debrief.
/** @import { Kind, Page } from "./frame.js" */
/** @import { Asks, DialogueView, Line } from "./messages.js" */

import { debrief } from "./debrief.js";
import { exercise } from "./frame.js";
import { gauge } from "./gauge.js";
import { digit } from "./keys.js";
import { untilMine } from "./lines.js";
import { html, live, nothing } from "./lit.js";
import { watchPicture } from "./picture.js";
import { prose, terms } from "./prose.js";
import { talk } from "./talk.js";
import { debounce, narrow, still } from "./timing.js";

// How long a customer is seen writing; once, and only where people see each other type.
const TYPING = 600;

/**
 * @typedef {object} Own
 * @property {DialogueView} shown what is drawn; while the customer writes, Python is ahead of it
 * @property {Line[]} lines
 * @property {boolean} writes the customer is seen writing
 * @property {boolean} wrote ... and has been
 * @property {boolean} moved something was done here, so that what follows is shown
 * @property {boolean} screen was open at first
 * @property {number} fresh the first line that is new
 * @property {string} asked which question the box and the lines are for
 * @property {string} typed
 * @property {string} picked
 * @property {string} chart
 * @property {{later: (draft: object) => void, now: () => void, drop: () => void}} keep
 * @property {ReturnType<typeof setTimeout>} [timer]
 * @property {ReturnType<typeof watchPicture>} [picture]
 */
/** @typedef {Page<DialogueView, Own>} Talk */

const question = (/** @type {DialogueView} */ { play, turns, asks }) =>
  JSON.stringify([play, turns, asks?.moment, asks?.first]);

/** @param {Talk} page @param {boolean} own */
function asking({ view }, own) {
  const verb = ["chat", "e-mail", "social"].includes(view.channel) ? "write" : "say";
  return `What ${own ? "would" : "do"} you ${verb}?`;
}

/** @param {Talk} page @param {Asks} asks @param {boolean} ready */
const draft = ({ own }, asks, ready) => ({ moment: asks.moment, typed: own.typed, ready });

/** @param {Talk} page @param {Asks} asks */
function writing(page, asks) {
  const { own, id } = page;
  const type = (/** @type {any} */ event) => {
    page.set({ typed: event.target.value });
    page.hold(draft(page, asks, false));
    own.keep.later(draft(page, asks, false));
  };
  const go = async () => {
    page.set({ typed: page.own.typed.trim() });
    if (!page.own.typed) {
      page.say("Write a line of your own first. A few words are enough.", true);
      page.root.querySelector("textarea")?.focus();
      return;
    }
    own.keep.drop();
    page.set({ moved: true });
    await page.tell("draft", draft(page, asks, true));
  };
  return html`<label class="cc-label" for="${id}-text">${asking(page, true)}</label>
    <textarea class="cc-text" id="${id}-text" rows="3" maxlength="1000" spellcheck="true"
      .value=${live(own.typed)} @input=${type} @blur=${own.keep.now}></textarea>
    <p class="cc-small">Yours is kept beside the line you choose. It is not marked.</p>
    <div class="cc-actions"><button type="button" class="cc-button cc-primary" @click=${go}>Show the lines</button></div>`;
}

/** @param {Talk} page @param {Asks} asks */
function choosing(page, asks) {
  const pick = async (/** @type {string} */ choice) => {
    if (page.own.picked || page.own.writes) return;
    page.set({ picked: choice, moved: true });
    // Python leaves a line alone that was said already, so sending it twice does no harm.
    await page.tell("turn", { choice, typed: asks.typed, play: page.view.play, after: page.view.turns });
    page.set({ picked: "" });
  };
  const line = (/** @type {{id: string, text: string}} */ one, /** @type {number} */ place) =>
    html`<li><button type="button" class="cc-line" data-id=${one.id} ?data-picked=${page.own.picked === one.id}
      @click=${() => pick(one.id)}>
      <span class="cc-key" aria-hidden="true">${place + 1}</span><span>${one.text}</span></button></li>`;
  return html`${asks.typed ? html`<p class="cc-wrote cc-wrote-now">You wrote: <q>${asks.typed}</q></p>` : nothing}
    <p class="cc-label">${asking(page, false)}</p>
    <ol class="cc-lines">${asks.choices.map(line)}</ol>`;
}

/** @param {Talk} page */
function mood(page) {
  const { asks, mood: felt, first } = page.own.shown;
  if (!asks) return nothing;
  if (felt) return gauge(first, felt);
  const ask = () => {
    page.set({ moved: true });
    page.tell("hint", 1);
  };
  return html`<button type="button" class="cc-button cc-quiet-button" @click=${ask}>Show how ${first} feels</button>`;
}

/** @param {Talk} page */
function body(page) {
  const { own } = page;
  const { asks, brief, sees, rules, first } = own.shown;
  return html`<div class="cc-body cc-dialogue" role="group" aria-labelledby=${page.names.prompt}>
    <div class="cc-brief">${prose(brief)}</div>
    <details class="cc-fold cc-screen" ?open=${own.screen}><summary>On your screen</summary>
      <ul>${sees.map((one) => html`<li>${one}</li>`)}</ul>
      ${rules.length ? html`<dl class="cc-rules">${terms(rules.map((one) => [one.title, one.text]))}</dl>` : nothing}
    </details>
    ${talk(own.shown, own.lines, own.fresh)}
    ${own.writes ? html`<p class="cc-typing">${first} is typing</p>` : nothing}
    <div class="cc-say" tabindex="-1" role="group" ?hidden=${!asks} aria-busy=${own.picked ? "true" : nothing}
      aria-label=${asks ? asking(page, asks.first) : nothing}>
      ${!asks ? nothing : asks.first ? writing(page, asks) : choosing(page, asks)}
    </div>
    <div class="cc-mood-row" tabindex="-1" aria-live="polite" ?hidden=${!asks}>${mood(page)}</div>
    ${debrief(page, own.shown, own.chart, () => page.set({ wrote: true, moved: true, chart: "" }))}
  </div>`;
}

// The newest line is read first: as much of what follows as fits comes with it.
/** @param {Talk} page */
function reveal({ root, own }) {
  const spoken = [...root.querySelectorAll(".cc-new")].find((one) => !one.matches(".cc-mine"));
  if (!spoken) return;
  const say = own.shown.asks ? /** @type {HTMLElement} */ (root.querySelector(".cc-say")) : spoken;
  const tall = say.getBoundingClientRect().bottom - spoken.getBoundingClientRect().top > window.innerHeight * 0.8;
  (tall ? spoken : say).scrollIntoView({ block: tall ? "start" : "nearest", behavior: still() ? "auto" : "smooth" });
}

/** @param {Talk} page */
function show(page) {
  const { view, own, root } = page;
  const asked = question(view);
  const turned = asked !== own.asked;
  const held = root.querySelector(".cc-say")?.contains(document.activeElement);
  const kept = view.play === own.shown.play ? own.lines.length : 0;
  const added = view.talk.length > kept;
  page.set({
    shown: view, lines: view.talk, writes: false, asked, picked: "",
    fresh: !added ? own.fresh : own.moved ? kept : view.talk.length,
    ...(turned || page.kept ? { typed: view.asks?.typed ?? "" } : {}),
  });
  if (turned && view.asks && (held || (own.moved && !root.contains(document.activeElement)))) {
    /** @type {HTMLElement} */ (root.querySelector(".cc-say")).focus({ preventScroll: true });
  }
  if (own.moved && added) reveal(page);
  const end = /** @type {HTMLElement} */ (root.querySelector(".cc-debrief"));
  if (own.moved && !view.asks && !end.contains(document.activeElement)) {
    /** @type {HTMLElement} */ (end.querySelector(".cc-end")).focus({ preventScroll: true });
  }
}

/** @param {Talk} page */
function heard(page) {
  const { view, own } = page;
  if (own.writes) return;
  const writes = ["chat", "social"].includes(view.channel) && !own.wrote && own.moved && view.turns > 0 && !still();
  if (!writes) {
    show(page);
    return;
  }
  page.set({ writes, wrote: true, lines: untilMine(view.talk), fresh: own.lines.length,
    timer: setTimeout(() => show(page), TYPING) });
}

/** @param {Talk} page @param {KeyboardEvent} event */
function key(page, event) {
  if (event.target instanceof Element && event.target.matches("textarea, input")) return;
  /** @type {NodeListOf<HTMLElement>} */
  const lines = page.root.querySelectorAll(".cc-line");
  const button = lines[digit(event) - 1];
  if (!button) return;
  event.preventDefault();
  /** @type {HTMLElement} */ (page.root.querySelector(".cc-say")).focus({ preventScroll: true });
  button.click();
}

/** @type {Kind<DialogueView, Own>} */
const dialogue = {
  button: false,
  home: ({ root, own }) => root.querySelector(own.shown.asks ? ".cc-say" : ".cc-end") ?? undefined,
  result: false,
  back: "You were here. Carry on when you like.",
  begin: (view) => ({
    shown: view, lines: view.talk, writes: false, wrote: view.tries > 0 || view.turns > 0, moved: false,
    // There are things on it that the first line needs; on a phone the customer's words come first.
    screen: !view.turns && !view.tries && !narrow(),
    fresh: view.talk.length, asked: question(view), typed: view.asks?.typed ?? "", picked: "", chart: "",
    keep: debounce(0, () => {}),
  }),
  answer: () => undefined,
  body,
  heard,
  key,
  drawn: ({ own }) => own.picture?.look(),
  start(page) {
    const keep = debounce(800, (/** @type {any} */ made) => page.tell("draft", made));
    const picture = watchPicture({
      root: page.root,
      of: () => (page.view.debrief ? JSON.stringify([page.view.debrief, page.view.tries]) : ""),
      ask: (ground) => page.ask("chart", ground),
      put: ({ chart = "" }) => page.set({ chart }),
    });
    page.set({ keep, picture });
    return () => {
      keep.drop();
      clearTimeout(page.own.timer);
      picture.close();
    };
  },
};

export default { render: exercise(dialogue) };
