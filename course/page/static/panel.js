// @ts-check
// A small panel that is no exercise: it says what it keeps, and is as careful about it.
/** @import { Heard, Model } from "./channel.js" */
/** @import { Alarm } from "./entry.js" */
/** @import { Mounted } from "./mount.js" */

import { alarmBox, forgets, trouble } from "./alarm.js";
import { again } from "./aloud.js";
import { unique } from "./ids.js";
import { html, nothing } from "./lit.js";
import { mount } from "./mount.js";
import { debounce } from "./timing.js";

/**
 * @template V, A, S
 * @typedef {object} Panel
 * @property {string} id
 * @property {V} view
 * @property {S} own
 * @property {HTMLElement} root
 * @property {unknown} status the line that says what was kept
 * @property {(own: Partial<S>) => void} set
 * @property {(words: string) => void} say
 * @property {<K extends keyof A & string>(doing: K, value: A[K]) => Promise<Heard | null>} tell
 */

/**
 * Makes the `render` of one panel; `A` is what it asks Python for.
 *
 * @template {{saving: boolean}} V
 * @template A, S
 * @param {object} how
 * @param {(view: V) => S} how.begin
 * @param {(panel: Panel<V, A, S>) => unknown} how.body
 * @param {boolean} [how.looks] answers given elsewhere on the page can change what it says
 * @param {(panel: Panel<V, A, S>) => () => void} [how.start] returns what puts it away
 */
export const panel = ({ begin, body, looks = false, start }) => (/** @type {{model: Model<V>, el: HTMLElement}} */ given) => {
  let view = given.model.get("view");
  let own = begin(view);
  /** @type {Alarm | null} */
  let alarm = null;
  let told = "";

  /** @type {Mounted} */
  const widget = mount(given, {
    adopt(newer) { view = newer; },
    late(heard) {
      alarm = trouble(heard);
      widget.draw();
    },
    draw: () => html`<div class="cc cc-panel" tabindex="-1" data-lm-suppress-shortcuts="true"
      @keydown=${(/** @type {Event} */ event) => event.stopPropagation()}>
      ${widget.alarm(alarm) ? alarmBox(widget.alarm(alarm)) : forgets(view.saving, given.el)}
      ${body(page)}
    </div>`,
  });

  /** @type {Panel<V, A, S>} */
  const page = {
    id: unique(),
    get view() { return view; },
    get own() { return own; },
    get root() { return widget.root; },
    get status() { return html`<p class="cc-status" aria-live="polite">${told || nothing}</p>`; },
    set(part) {
      own = { ...own, ...part };
      widget.draw();
    },
    say(words) {
      const same = told && told === words;
      told = words;
      widget.draw();
      const heard = /** @type {HTMLElement | null} */ (widget.root.querySelector(".cc-status"));
      if (same && heard) again(heard);
    },
    async tell(doing, value) {
      const heard = await widget.say(doing, value);
      alarm = trouble(heard, () => { page.tell(doing, value); });
      if (!alarm && heard.saved) page.say(`Saved ${heard.saved}`);
      else widget.draw();
      return alarm ? null : heard;
    },
  };
  widget.draw();
  const stop = start?.(page);

  const look = debounce(400, () => page.tell(/** @type {any} */ ("look"), /** @type {any} */ (null)));
  if (looks) document.addEventListener("course:progress", look.later);
  return () => {
    document.removeEventListener("course:progress", look.later);
    look.drop();
    stop?.();
    widget.close();
  };
};
