// @ts-check
// The frame of every exercise: title, task, hints, the check, the result, and what is kept.
/** @import { Heard, Model } from "./channel.js" */
/** @import { Entry } from "./entry.js" */
/** @import { ExerciseAsks, ExerciseView, Hints, RightsView } from "./messages.js" */
/** @import { Mounted } from "./mount.js" */

import { alarmBox, forgets, trouble } from "./alarm.js";
import { again } from "./aloud.js";
import { answered, begin, button, edited, locked, refused, verbs } from "./entry.js";
import { unique } from "./ids.js";
import { html, nothing } from "./lit.js";
import { mount } from "./mount.js";
import { fold, prose, terms } from "./prose.js";
import { beside } from "./sheet.js";
import { sign } from "./signs.js";
import { debounce } from "./timing.js";
import { unkept } from "./unkept.js";
import { reported, wrong } from "./wrong.js";

/**
 * What a kind gets to work with. `own` is what is entered, and whatever else the kind remembers.
 *
 * @template {ExerciseView} V
 * @template {object} S
 * @typedef {object} Page
 * @property {string} id no other element's id begins with it
 * @property {{prompt: string, said: string, result: string}} names the ids of the question, of the
 *   customer's words and of the result: the name or the description of every group and box has them
 * @property {V} view
 * @property {S} own
 * @property {boolean} locked
 * @property {boolean} kept Python has all that was entered here
 * @property {HTMLElement} root
 * @property {(own: Partial<S>) => void} set remembers, and draws
 * @property {(own: Partial<S>, draft: ExerciseAsks["draft"], wait?: number) => void} change
 *   something was entered: it is drawn, and kept as a draft after a while
 * @property {(draft: ExerciseAsks["draft"]) => void} hold outlives the page until Python has it
 * @property {() => void} flush keeps at once what waits to be kept
 * @property {() => void} check
 * @property {(words: string, loud?: boolean) => void} say
 * @property {<K extends keyof ExerciseAsks>(doing: K, value: ExerciseAsks[K]) => Promise<Heard | null>} tell
 * @property {<K extends keyof ExerciseAsks>(doing: K, value: ExerciseAsks[K]) => Promise<Heard | null>} ask
 *   a question that changes nothing and needs no saving
 */

/**
 * One kind of exercise. Everything but `begin`, `answer` and `body` may be left out.
 *
 * @template {ExerciseView} V
 * @template {object} S
 * @typedef {object} Kind
 * @property {(view: V) => S} begin what is entered and remembered at first
 * @property {(view: V) => Partial<S>} [entered] what Python has, unless something newer is here
 * @property {(page: Page<V, S>) => ExerciseAsks["answer"] | undefined} answer
 * @property {(page: Page<V, S>) => unknown} body
 * @property {(page: Page<V, S>) => string} [missing] why there is no answer yet
 * @property {(page: Page<V, S>) => unknown} [before] above the task
 * @property {(page: Page<V, S>) => unknown} [after] below the result
 * @property {(page: Page<V, S>) => unknown} [reasons]
 * @property {(page: Page<V, S>) => {ask: string, yes: string} | null} [doubt]
 *   what to ask before an answer that nobody may have meant
 * @property {(page: Page<V, S>, event: KeyboardEvent) => void} [key]
 * @property {(page: Page<V, S>) => void} [heard] Python sent something newer
 * @property {(page: Page<V, S>) => void} [drawn]
 * @property {(page: Page<V, S>) => () => void} [start] returns what puts it away
 * @property {(page: Page<V, S>) => HTMLElement | undefined} [home] where the focus goes when what
 *   had it is gone; the button, where there is one
 * @property {false} [button] there is none to check or send with
 * @property {false} [result] none is shown below
 * @property {string} [back] what is said when somebody comes back to a draft
 */

// What can be asked for next: a hint, and after the last of them what an explanation holds back.
/** @param {Hints} hints */
function more({ shown, of, last }) {
  if (shown.length >= of) return last;
  return shown.length ? "Another hint" : "Show a hint";
}

/** What the law gives the customer here. @param {RightsView} rights */
const card = ({ country, note, lines }) => fold(`Rights card: ${country}`, html`<dl class="cc-rules">
  ${terms(lines.map((one) => [one.title, html`${one.text} <span class="cc-source">${one.source}</span>`]))}</dl>
  <p class="cc-source">${note}</p>`, "cc-rights");

// One press is one answer: a key held down must not reopen what it has just closed.
const PRESS = 400;
// An answer that comes sooner needs no word for the waiting.
const MOMENT = 250;
// Whoever writes a note pauses; then it is kept as a draft.
const PAUSE = 1000;

/**
 * Makes the `render` of one kind.
 *
 * @template {ExerciseView} V
 * @template {object} S
 * @param {Kind<V, S>} kind
 */
export const exercise = (kind) => (/** @type {{model: Model<V>, el: HTMLElement}} */ given) => {
  const first = given.model.get("view");
  /** @type {Entry<V>} */
  let entry = begin(first);
  let own = kind.begin(first);
  let pressed = 0;
  let holding = 0;
  let kept = 0;
  let drafts = debounce(0, () => {});
  /** What was entered when a message went out that is not answered yet. @type {Map<string, number>} */
  const late = new Map();

  /** @type {Mounted} */
  const widget = mount(given, {
    draw: template,
    drawn: () => kind.drawn?.(page),
    home,
    adopt(view) {
      put({ view });
      kind.heard?.(page);
      progress();
    },
    late(heard, doing) {
      if (!heard.error && doing === "answer") put(answered(entry));
      settle(heard, doing, late.get(heard.re) ?? 0);
      late.delete(heard.re);
    },
  });

  const id = unique();
  /** @type {Page<V, S>} */
  const page = {
    id,
    names: { prompt: `${id}-prompt`, said: `${id}-by ${id}-said`, result: `${id}-result` },
    get view() { return entry.view; },
    get own() { return own; },
    get locked() { return locked(entry); },
    get kept() { return holding === kept; },
    get root() { return widget.root; },
    set(part) {
      own = { ...own, ...part };
      widget.draw();
    },
    change(part, draft, wait = MOMENT) {
      put(edited(entry));
      page.hold(draft);
      page.set(part);
      drafts.drop();
      drafts = debounce(wait, () => page.tell("draft", draft));
      drafts.later();
    },
    hold(draft) {
      holding += 1;
      unkept.hold(entry.view.id, draft);
    },
    flush: () => drafts.now(),
    check: press,
    say(words, loud) {
      const same = words === entry.told.words;
      told(words, loud);
      widget.draw();
      if (same) again(find(".cc-status-heard"));
    },
    tell,
    async ask(doing, value) {
      const heard = await widget.say(doing, value);
      return heard.late || heard.error ? null : heard;
    },
  };

  /** @param {Partial<Entry<V>>} part */
  function put(part) {
    entry = { ...entry, ...part };
    if ((!entry.dirty || page.kept) && kind.entered) own = { ...own, ...kind.entered(entry.view) };
  }

  /** @param {string} words @param {boolean} [loud] @param {boolean} [quiet] */
  function told(words, loud, quiet) {
    put({ told: { words, loud, quiet } });
  }

  const find = (/** @type {string} */ name) => /** @type {HTMLElement} */ (widget.root.querySelector(name));

  /**
   * @template {keyof ExerciseAsks} K
   * @param {K} doing
   * @param {ExerciseAsks[K]} value
   * @param {() => void} retry
   */
  async function tell(doing, value, retry = () => { tell(doing, value); }) {
    const held = holding;
    const slow = setTimeout(() => {
      if (doing !== "answer") return;
      put({ busy: true });
      widget.draw();
    }, MOMENT);
    const heard = await widget.say(doing, value);
    clearTimeout(slow);
    put({ busy: false });
    if (heard.late) late.set(heard.re, held);
    return settle(heard, doing, held, retry) ? heard : null;
  }

  /**
   * Says what came of a message that went out when `held` had been entered.
   *
   * @param {Heard} heard
   * @param {string} doing
   * @param {number} held
   * @param {() => void} [retry]
   */
  function settle(heard, doing, held, retry) {
    const alarm = trouble(heard, retry);
    const has = doing === "answer" ? !refused(entry) : doing !== "hint";
    if (heard.elsewhere || (!alarm && has)) kept = Math.max(kept, held);
    if (page.kept) unkept.drop(entry.view.id);
    if (alarm) {
      put({ alarm });
      told("");
    } else if (page.kept || (doing === "answer" && has)) {
      put({ alarm: null });
      // What is missing stays to be read; a draft that was kept is no news beside it.
      const stays = doing === "draft" && entry.told.loud;
      // Whoever writes sees that a draft is kept, and is not told so at every pause.
      if (heard.saved && !stays) {
        told(`${doing === "draft" ? "Draft kept" : "Saved"} ${heard.saved}`, false, doing !== "answer");
      }
    }
    widget.draw();
    return !alarm;
  }

  const doubt = () => (entry.dirty ? null : kind.doubt?.(page) ?? null);
  const shown = () => button(entry, doubt()?.yes);

  async function press() {
    if (Date.now() - pressed < PRESS) return;
    if (page.locked) {
      pressed = Date.now();
      put({ reopened: true });
      page.say(`Change your answer, then ${verbs(entry.view).later} it again. Your earlier one is kept.`);
      return;
    }
    if (shown().stale) {
      page.say("Change something first, then check again.", true);
      return;
    }
    const asked = doubt();
    if (asked && !entry.doubted) {
      pressed = Date.now();
      put({ doubted: true });
      page.say(asked.ask, true);
      return;
    }
    const value = kind.answer(page);
    if (value === undefined) {
      page.say(kind.missing?.(page) ?? "", true);
      return;
    }
    drafts.drop();
    put({ doubted: false });
    await hand(value);
  }

  /** @param {ExerciseAsks["answer"]} value */
  async function hand(value) {
    pressed = Date.now();
    put({ sent: entry.edits });
    const before = find(".cc-result").textContent;
    const heard = await tell("answer", value, () => { hand(kind.answer(page) ?? value); });
    pressed = Date.now();
    if (!heard) return;
    if (!refused(entry)) {
      put(answered(entry));
      widget.draw();
    }
    if (find(".cc-result").textContent === before) again(find(".cc-result"));
  }

  /** @param {KeyboardEvent} event */
  function keys(event) {
    if (!event.ctrlKey && !event.altKey && !event.metaKey) kind.key?.(page, event);
    event.stopPropagation();
  }

  function hint() {
    const { hints } = entry.view;
    tell("hint", (hints.level ?? hints.shown.length) + 1);
  }

  const notes = debounce(PAUSE, () => widget.say("note", entry.wrong.text));

  /** @param {Partial<Entry<V>["wrong"]>} part */
  const wrongs = (part) => put({ wrong: { ...entry.wrong, ...part } });

  /** Something is wrong in the exercise itself. @param {string} text */
  async function report(text) {
    notes.drop();
    const heard = text.trim() ? await widget.say("wrong", text.trim()) : null;
    wrongs({ said: heard ? reported(heard) : "Write first what is wrong." });
    if (heard && !heard.error && !heard.late) wrongs({ text: "" });
    widget.draw();
  }

  /** @param {string} text */
  function note(text) {
    wrongs({ text });
    widget.draw();
    notes.later();
  }

  /** @param {boolean} open */
  function turn(open) {
    if (open === entry.wrong.open) return;
    wrongs({ open });
    widget.draw();
  }

  // Tells the page around the widget where this exercise stands.
  function progress() {
    widget.root?.dispatchEvent(new CustomEvent("course:progress", {
      bubbles: true,
      detail: { exercise: entry.view.id, state: entry.view.tries > 0 ? "done" : "open" },
    }));
  }

  function home() {
    return kind.home?.(page) ?? (kind.button === false ? undefined : find(".cc-check"));
  }

  function template() {
    const { view, told: { words, loud, quiet } } = entry;
    const alarm = widget.alarm(entry.alarm);
    const done = page.locked;
    return html`<div class="cc cc-exercise" role="group" aria-labelledby="${page.id}-title" tabindex="-1"
      data-lm-suppress-shortcuts="true" data-exercise=${view.id} data-kind=${view.kind}
      data-state=${view.state} @keydown=${keys}>
      <h3 class="cc-title" id="${page.id}-title">${view.title}</h3>
      ${view.checked ? html`<p class="cc-checked">Checked: ${view.checked}</p>` : nothing}
      ${kind.before?.(page)}
      <div class="cc-prompt">${prose(view.prompt.slice(0, -1), view.glossary)}
        <div id=${page.names.prompt}>${prose(view.prompt.slice(-1), view.glossary)}</div></div>
      ${view.rights ? card(view.rights) : nothing}
      ${alarm ? nothing : forgets(view.saving, given.el)}
      ${kind.body(page)}
      ${alarmBox(alarm)}
      <div class="cc-actions">
        ${checkButton()}
        <button type="button" class="cc-button cc-quiet-button" @click=${hint}
          ?hidden=${done || view.hints.off || !more(view.hints)}>${more(view.hints)}</button>
        <p class="cc-status ${loud ? "cc-told" : ""}"><span class="cc-status-heard" aria-live="polite">${quiet ? "" : words}</span>${
          quiet ? html`<span>${words}</span>` : nothing}</p>
      </div>
      <div class="cc-hinted" aria-live="polite">${!view.hints.shown.length ? nothing : html`<ol class="cc-hints">
        ${view.hints.shown.map((one) => html`<li>${prose(one, view.glossary)}</li>`)}</ol>`}</div>
      <div class="cc-result" id=${page.names.result} role="status" aria-live="polite">${kind.result === false ? nothing : result()}</div>
      ${kind.after?.(page)}
      ${beside(view.agreement)} ${beside(view.returned)}
      ${wrong({ id, ...entry.wrong, turn, type: note, leave: notes.now, send: report })}
    </div>`;
  }

  function checkButton() {
    const { words, quiet, stale } = shown();
    return html`<button type="button" ?hidden=${kind.button === false}
      class="cc-check cc-button ${quiet ? "cc-quiet-button" : "cc-primary"}" @click=${press}
      aria-disabled=${stale || nothing} aria-busy=${entry.busy || nothing}>${words}</button>`;
  }

  function result() {
    const found = entry.view.result;
    if (!found) return nothing;
    return html`<p class="cc-verdict" data-mark=${found.mark || found.kind}>
        ${found.mark ? sign(found.mark) : nothing}<span>${found.word}</span></p>
      ${/* A refused answer has no reasons; those on the page would belong to the one before. */
        refused(entry) ? nothing : kind.reasons?.(page)}
      ${found.score ? html`<p class="cc-score">${found.score}</p>` : nothing}`;
  }

  if (first.cameBack) told(kind.back ?? `Your draft is back. It has not been ${verbs(first).past} yet.`, false, true);
  else if (first.saved && first.saving) told(`Saved ${first.saved}`, false, true);
  widget.draw();
  progress();
  const stop = kind.start?.(page);
  const left = unkept.left(first.id);
  if (left !== null) tell("draft", left);

  // Lab draws a widget before it hangs it in the page, and nobody hears an event from there.
  let hung = widget.root.isConnected;
  // Another tab may have gone on meanwhile.
  const look = () => { if (!document.hidden) widget.say("look"); };
  document.addEventListener("visibilitychange", look);
  window.addEventListener("focus", look);

  const hanging = new ResizeObserver(() => {
    if (widget.root.isConnected && !hung) progress();
    hung = widget.root.isConnected;
  });
  hanging.observe(widget.root);

  return () => {
    page.flush();
    notes.now();
    hanging.disconnect();
    document.removeEventListener("visibilitychange", look);
    window.removeEventListener("focus", look);
    stop?.();
    widget.close();
  };
};
