// @ts-check
// A conversation: the log, then either a box to write in, the lines to choose from, or the debrief.
/** @import { Kind, Page } from "./frame.js" */
/** @import { Asked } from "./compare.js" */
/** @import { ComparedView, DialogueView, Line } from "./messages.js" */

import { compare } from "./compare.js";
import { debrief } from "./debrief.js";
import { exercise } from "./frame.js";
import { gauge } from "./gauge.js";
import { digit } from "./keys.js";
import { untilMine } from "./lines.js";
import { html, live, nothing } from "./lit.js";
import { watchPicture } from "./picture.js";
import { plainly } from "./plainly.js";
import { prose } from "./prose.js";
import { onScreen } from "./screen.js";
import { asking, draft, firstSwitch, home, question, saying } from "./say.js";
import { talk } from "./talk.js";
import { debounce, low, narrow, still } from "./timing.js";
import { warned } from "./warned.js";

// How long a customer is seen writing; once, and only where people see each other type.
const TYPING = 600;
// What stands beneath a line comes after it: the conversation alone is heard.
const BENEATH = 100;

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
 * @property {string} question which one the box and the lines are for
 * @property {Asked | null} asked what is being said of words that were placed
 * @property {number} listed the line beneath which it is shown what was seen in one's own words
 * @property {boolean} toBox the box is asked for, so it takes the focus
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

/** Which of the roads taken is shown. @param {Talk} page */
const placeOf = ({ own: { road, shown } }) => (road < 0 ? shown.taken.length - 1 : road);

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
  await page.tell("draft", draft(asks, {
    left, typed: asks.first ? page.own.typed : asks.typed, settled: asks.settled, paused: asks.paused,
  }));
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

/** Words that were placed, beside the line. @param {Talk} page @param {number} turn @param {string} text @param {ComparedView[]} list */
const comparing = (page, turn, text, list) => compare({
  id: page.id, turn, text, list,
  asked: page.own.asked,
  ask: (asked) => page.set({ asked }),
  async tell(move, there, quote) {
    const { play, road } = page.view;
    if (await page.tell("correct", { move, there, quote, turn, play, road: road?.turn ?? 0 })) page.set({ asked: null });
  },
  say: (words) => page.say(words, true),
});

/** @param {Talk} page @param {Line} line */
const beneath = (page, line) => (line.turn && line.turn === page.own.shown.turns && line.turn === page.own.listed
  ? comparing(page, line.turn, line.typed, page.own.shown.compared) : nothing);

/** @param {Talk} page */
function body(page) {
  const { own } = page;
  const { asks, brief, first, glossary } = own.shown;
  const waits = own.shown.left || !own.started;
  return html`<div class="cc-body cc-dialogue" role="group" aria-labelledby=${page.names.prompt} ?data-plain=${plainly.on}>
    ${waits ? warning(page) : nothing}
    <div ?hidden=${waits}>
    <div class="cc-brief">${prose(brief, glossary)}</div>
    ${own.shown.last ? html`<p class="cc-small cc-last">${own.shown.last}</p>` : nothing}
    ${plainSwitch()}
    ${onScreen(own.shown, plainly.on, own.screen)}
    ${talk(own.shown, own.lines, own.fresh, plainly.on, (line) => beneath(page, line))}
    ${onRoad(page)}
    ${own.writes ? html`<p class="cc-typing">${first} is typing</p>` : nothing}
    <div class="cc-say" tabindex="-1" role="group" ?hidden=${!asks} aria-busy=${own.picked ? "true" : nothing}
      aria-label=${asks ? asking(page, asks) : nothing}>${asks ? saying(page, asks) : nothing}</div>
    ${asks ? firstSwitch(page) : nothing}
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
      compared: (line) => comparing(page, line.turn, line.typed, line.compared),
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
  const turned = asked !== own.question;
  const held = root.querySelector(".cc-say")?.contains(document.activeElement);
  const before = own.shown;
  const forked = before.road?.turn !== view.road?.turn;
  const done = forked && Boolean(before.road) && !view.road && !own.leaving;
  // What was said before the roads part, or on the other road, is not new.
  const kept = forked ? view.talk.length : view.play === before.play ? own.lines.length : 0;
  const added = view.talk.length > kept;
  page.set({
    shown: view, lines: view.talk, writes: false, leaving: false, question: asked, picked: "", toBox: false,
    fresh: !added && !forked ? own.fresh : own.moved && !forked ? kept : view.talk.length,
    ...(turned || page.kept ? { typed: view.asks?.typed ?? "" } : {}),
    ...(done ? { road: -1, roadChart: "" } : {}),
  });
  if (view.turns !== own.listed) list(page);
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
  if (own.toBox) {
    root.querySelector("textarea")?.focus();
    return;
  }
  if (turned && view.asks && (held || view.play !== before.play || !root.contains(document.activeElement))) home(page);
  if (view.asks && added) reveal(page);
  if (!view.asks && before.asks) seen(page, ".cc-end");
}

/** @param {Talk} page */
const list = (page) => setTimeout(() => {
  if (!page.root.isConnected) return;
  page.set({ listed: page.view.turns });
  if (page.own.moved && page.own.shown.compared.length) reveal(page);
}, BENEATH);

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
  if (event.target instanceof Element && event.target.matches("textarea, input, .cc-markable")) return;
  /** @type {NodeListOf<HTMLElement>} */
  const lines = page.root.querySelectorAll(".cc-line");
  /** @type {HTMLElement | null} */
  const none = page.root.querySelector(".cc-none");
  const button = event.key === "0" ? none : lines[digit(event) - 1];
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
    screen: !view.turns && !view.tries && !narrow() && !low(),
    started: Boolean(!view.warning || view.turns || view.tries || view.asks?.typed),
    fresh: view.talk.length, question: question(view), asked: null, toBox: false, listed: view.turns, typed: view.asks?.typed ?? "", picked: "", chart: "",
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
