// @ts-check
// A conversation: the log, then either a box to write in, the lines to choose from, or the debrief.
/** @import { Kind, Page } from "./frame.js" */
/** @import { Asks, DialogueView, Line, OptionView } from "./messages.js" */

import { debrief } from "./debrief.js";
import { exercise } from "./frame.js";
import { gauge } from "./gauge.js";
import { digit } from "./keys.js";
import { untilMine } from "./lines.js";
import { html, live, nothing } from "./lit.js";
import { watchPicture } from "./picture.js";
import { plainly } from "./plainly.js";
import { prose, terms } from "./prose.js";
import { talk } from "./talk.js";
import { debounce, narrow, still } from "./timing.js";
import { warned } from "./warned.js";

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
 * @property {boolean} started whoever had to be warned has read it
 * @property {number} fresh the first line that is new
 * @property {string} asked which question the box and the lines are for
 * @property {string} typed
 * @property {string} picked
 * @property {string} chart
 * @property {number} road which of the roads taken is shown, from 0; -1 for the one played last
 * @property {string} roadChart
 * @property {boolean} leaving the road under way was left, not played to its end
 * @property {{later: (draft: object) => void, now: () => void, drop: () => void}} keep
 * @property {ReturnType<typeof setTimeout>} [timer]
 * @property {ReturnType<typeof watchPicture>[]} [pictures]
 */
/** @typedef {Page<DialogueView, Own>} Talk */

const question = (/** @type {DialogueView} */ { play, turns, asks, road }) =>
  JSON.stringify([play, road?.turn, turns, asks?.moment, asks?.first]);

/** Which of the roads taken is shown. @param {Talk} page */
const placeOf = ({ own: { road, shown } }) => (road < 0 ? shown.taken.length - 1 : road);

/** @param {Talk} page @param {boolean} own */
function asking({ view }, own) {
  const verb = ["chat", "e-mail", "social"].includes(view.channel) ? "write" : "say";
  return `What ${own ? "would" : "do"} you ${verb}?`;
}

/** @param {Talk} page @param {Asks} asks @param {boolean} ready @param {boolean} left */
const draft = ({ own }, asks, ready, left = false) => ({ moment: asks.moment, typed: own.typed, ready, left });

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
  const { road } = page.view;
  const said = road?.parts ? road.choice : "";
  const pick = async (/** @type {string} */ choice) => {
    if (page.own.picked || page.own.writes) return;
    if (choice === said) {
      page.say("You said this the first time. Choose another line.", true);
      return;
    }
    page.set({ picked: choice, moved: true });
    // The line that was picked goes; focus moves before the customer answers, and cuts no words.
    home(page);
    // Python leaves a line alone that was said already, so sending it twice does no harm.
    await page.tell("turn", {
      choice, typed: asks.typed, play: page.view.play, after: page.view.turns, road: road?.turn ?? 0,
    });
    page.set({ picked: "" });
  };
  const line = (/** @type {OptionView} */ one, /** @type {number} */ place) =>
    html`<li><button type="button" class="cc-line" data-id=${one.id} ?data-picked=${page.own.picked === one.id}
      ?data-said=${one.id === said} aria-disabled=${one.id === said || nothing} @click=${() => pick(one.id)}>
      <span class="cc-key" aria-hidden="true">${place + 1}</span><span>${one.text}
        ${one.id === said ? html`<span class="cc-said-then">You said this.</span>` : nothing}</span></button></li>`;
  return html`${asks.typed ? html`<p class="cc-wrote cc-wrote-now">You wrote: <q>${asks.typed}</q></p>` : nothing}
    <p class="cc-label">${asking(page, false)}</p>
    <ol class="cc-lines">${asks.choices.map(line)}</ol>`;
}

/** What is said first where a line was taken back. @param {Talk} page */
function onRoad({ own: { shown } }) {
  if (!shown.road) return nothing;
  return html`<div class="cc-on-road"><p><strong>You took line ${shown.road.turn} back.</strong></p>
    <p class="cc-small">What you say from here on is practice. The first road counts for your mark.</p></div>`;
}

/** Leaves a conversation out, or takes it up; what was written stays. @param {Talk} page @param {boolean} left */
async function leaveOut(page, left) {
  const { asks } = page.view;
  if (!asks) return;
  page.own.keep.drop();
  page.set({ started: true });
  await page.tell("draft", { ...draft(page, asks, !asks.first, left), typed: asks.first ? page.own.typed : asks.typed });
  /** @type {HTMLElement | null} */ (page.root.querySelector(left ? ".cc-start" : ".cc-talk"))?.focus();
}

/** @param {Talk} page */
function warning(page) {
  const start = () => {
    if (page.own.shown.left) {
      leaveOut(page, false);
      return;
    }
    page.set({ started: true });
    /** @type {HTMLElement} */ (page.root.querySelector(".cc-talk")).focus();
  };
  return warned(page.own.shown, start, () => leaveOut(page, true));
}

/** @param {Talk} page */
function leave(page) {
  const { road, warning: warns, asks } = page.own.shown;
  if (!road) {
    return !warns || !asks ? nothing : html`<button type="button" class="cc-button cc-quiet-button cc-leave"
      @click=${() => leaveOut(page, true)}>Leave this one out</button>`;
  }
  const back = () => {
    page.set({ moved: true, leaving: true });
    page.tell("leave_road", road.turn);
  };
  return html`<button type="button" class="cc-button cc-quiet-button cc-leave" @click=${back}>Back to the debrief</button>`;
}

/** Gives focus to the place where the trainee speaks. @param {Talk} page */
const home = ({ root }) => /** @type {HTMLElement} */ (root.querySelector(".cc-say")).focus({ preventScroll: true });

/** @param {Talk} page */
function mood(page) {
  const { asks, mood: felt, first } = page.own.shown;
  if (!asks) return nothing;
  if (felt) return gauge(first, felt);
  const ask = () => {
    page.set({ moved: true });
    // The button goes once the mood is shown.
    /** @type {HTMLElement} */ (page.root.querySelector(".cc-mood-row")).focus({ preventScroll: true });
    page.tell("hint", 1);
  };
  return html`<button type="button" class="cc-button cc-quiet-button" @click=${ask}>Show how ${first} feels</button>`;
}

const plainSwitch = () => html`<label class="cc-plain-switch"><input type="checkbox" role="switch" .checked=${live(plainly.on)}
  @change=${(/** @type {any} */ event) => plainly.turn(event.target.checked)}><span>As plain text</span></label>`;

/** What the trainee sees while they speak. @param {Talk} page */
function onScreen({ own }) {
  const { sees, rules } = own.shown;
  const inside = html`<ul>${sees.map((one) => html`<li>${one}</li>`)}</ul>
    ${rules.length ? html`<dl class="cc-rules">${terms(rules.map((one) => [one.title, one.text]))}</dl>` : nothing}`;
  if (plainly.on) return html`<div class="cc-screen"><p class="cc-label">On your screen</p>${inside}</div>`;
  return html`<details class="cc-fold cc-screen" ?open=${own.screen}><summary>On your screen</summary>${inside}</details>`;
}

/** @param {Talk} page */
function body(page) {
  const { own } = page;
  const { asks, brief, first } = own.shown;
  const waits = own.shown.left || !own.started;
  return html`<div class="cc-body cc-dialogue" role="group" aria-labelledby=${page.names.prompt} ?data-plain=${plainly.on}>
    ${waits ? warning(page) : nothing}
    <div ?hidden=${waits}>
    <div class="cc-brief">${prose(brief)}</div>
    ${own.shown.last ? html`<p class="cc-small cc-last">${own.shown.last}</p>` : nothing}
    ${plainSwitch()}
    ${onScreen(page)}
    ${talk(own.shown, own.lines, own.fresh, plainly.on)}
    ${onRoad(page)}
    ${own.writes ? html`<p class="cc-typing">${first} is typing</p>` : nothing}
    <div class="cc-say" tabindex="-1" role="group" ?hidden=${!asks} aria-busy=${own.picked ? "true" : nothing}
      aria-label=${asks ? asking(page, asks.first) : nothing}>
      ${!asks ? nothing : asks.first ? writing(page, asks) : choosing(page, asks)}
    </div>
    <div class="cc-mood-row" tabindex="-1" aria-live="polite" ?hidden=${!asks}>${mood(page)}</div>
    ${leave(page)}
    ${debrief(page, own.shown, {
      chart: own.chart, road: placeOf(page), roadChart: own.roadChart,
      showRoad: (place) => {
        page.set({ road: place, roadChart: "" });
        seen(page, ".cc-two-head");
      },
      takeBack: (turn) => {
        page.set({ moved: true });
        page.tell("take_back", { play: page.view.play, turn });
      },
    }, () => page.set({ wrote: true, moved: true, chart: "" }))}
    </div>
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

/** Brings something into view, and gives it focus. @param {Talk} page @param {string} what */
function seen({ root }, what) {
  const found = /** @type {HTMLElement | null} */ (root.querySelector(what));
  found?.focus({ preventScroll: true });
  found?.scrollIntoView({ block: "start", behavior: still() ? "auto" : "smooth" });
}

/** @param {Talk} page */
function show(page) {
  const { view, own, root } = page;
  const asked = question(view);
  const turned = asked !== own.asked;
  const held = root.querySelector(".cc-say")?.contains(document.activeElement);
  const before = own.shown;
  const forked = before.road?.turn !== view.road?.turn;
  const done = forked && Boolean(before.road) && !view.road && !own.leaving;
  // What was said before the roads part, or on the other road, is not new.
  const kept = forked ? view.talk.length : view.play === before.play ? own.lines.length : 0;
  const added = view.talk.length > kept;
  page.set({
    shown: view, lines: view.talk, writes: false, leaving: false, asked, picked: "",
    fresh: !added && !forked ? own.fresh : own.moved && !forked ? kept : view.talk.length,
    ...(turned || page.kept ? { typed: view.asks?.typed ?? "" } : {}),
    ...(done ? { road: -1, roadChart: "" } : {}),
  });
  if (!own.moved) return;
  if (forked && view.road) {
    home(page);
    root.querySelector(".cc-on-road")?.scrollIntoView({ block: "center", behavior: still() ? "auto" : "smooth" });
    return;
  }
  if (forked && before.road) {
    seen(page, done ? ".cc-two-head" : `[data-back="${before.road.turn}"]`);
    return;
  }
  if (turned && view.asks && (held || view.play !== before.play || !root.contains(document.activeElement))) home(page);
  if (view.asks && added) reveal(page);
  if (!view.asks && before.asks) seen(page, ".cc-end");
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
  home(page);
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
    started: Boolean(!view.warning || view.turns || view.tries || view.asks?.typed),
    fresh: view.talk.length, asked: question(view), typed: view.asks?.typed ?? "", picked: "", chart: "",
    road: -1, roadChart: "", leaving: false,
    keep: debounce(0, () => {}),
  }),
  answer: () => undefined,
  body,
  heard,
  key,
  drawn: ({ own }) => own.pictures?.forEach((one) => one.look()),
  start(page) {
    const keep = debounce(800, (/** @type {any} */ made) => page.tell("draft", made));
    const moods = watchPicture({
      root: page.root,
      of: () => (page.view.debrief ? JSON.stringify([page.view.debrief.table, page.view.tries]) : ""),
      ask: (ground) => page.ask("chart", { ...ground, road: 0 }),
      put: ({ chart = "" }) => page.set({ chart }),
    });
    const roads = watchPicture({
      root: page.root,
      of: () => (page.view.asks || !page.view.taken.length ? "" : JSON.stringify(page.view.taken[placeOf(page)])),
      ask: (ground) => page.ask("chart", { ...ground, road: placeOf(page) + 1 }),
      put: ({ chart = "" }) => page.set({ roadChart: chart }),
    });
    const pictures = [moods, roads];
    page.set({ keep, pictures });
    const deaf = plainly.watch(() => page.set({}));
    return () => {
      keep.drop();
      clearTimeout(page.own.timer);
      deaf();
      pictures.forEach((one) => one.close());
    };
  },
};

export default { render: exercise(dialogue) };
