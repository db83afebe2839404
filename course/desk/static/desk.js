// @ts-check
// What the dashboard, the bench and the sliders share: the frame, the questions, and the troubles.
/** @import { Heard, Model } from "../../page/static/channel.js" */
/** @import { Alarm } from "../../page/static/entry.js" */
/** @import { Mounted } from "../../page/static/mount.js" */

import { alarmBox } from "../../page/static/alarm.js";
import { unique } from "../../page/static/ids.js";
import { html } from "../../page/static/lit.js";
import { mount } from "../../page/static/mount.js";

export const SLOW = "The course has not answered for three seconds, so what you see may be old. Try again; if that fails, reload the page.";
// A lost question is asked again, ever more seldom.
const PAUSE = { first: 1000, longest: 30_000 };

/**
 * @template V, A, S
 * @typedef {object} Desk
 * @property {string} id
 * @property {V} view
 * @property {S} own
 * @property {HTMLElement} root
 * @property {(own: Partial<S>) => void} set
 * @property {(alarm: Alarm | null) => void} warn
 * @property {<K extends keyof A & string>(doing: K, value: A[K], patient?: boolean) => Promise<Heard | null>} ask
 *   `patient` questions are asked while the kernel may still be busy with the notebook
 * @property {<K extends keyof A & string>(doing: K, value: A[K], wanted: () => boolean, slow: () => void) => Promise<Heard | null>} insist
 *   asks until there is an answer, or `wanted` says that nobody needs it any more: then it is null
 */

/**
 * One of the desk's tools; `A` is what it asks Python for.
 *
 * @template V, A, S
 * @typedef {object} Tool
 * @property {(view: V) => S} begin
 * @property {(page: Desk<V, A, S>) => string} title
 * @property {(page: Desk<V, A, S>) => unknown} body
 * @property {(page: Desk<V, A, S>) => void} retry
 * @property {(page: Desk<V, A, S>) => void} [heard] Python sent something newer
 * @property {(page: Desk<V, A, S>) => void} [drawn]
 * @property {(page: Desk<V, A, S>) => void} [late] an answer came after all
 * @property {(page: Desk<V, A, S>) => () => void} [start] returns what puts it away
 */

/**
 * Makes the `render` of one tool.
 *
 * @template V, A, S
 * @param {Tool<V, A, S>} tool
 */
export const desk = (tool) => (/** @type {{model: Model<V>, el: HTMLElement}} */ given) => {
  let view = given.model.get("view");
  let own = tool.begin(view);
  /** @type {Alarm | null} */
  let alarm = null;
  // What the disk refused to keep stays told, whatever else is answered, until it is kept.
  let refused = false;
  /** @type {Map<string, (heard: Heard) => void>} Questions that are waited for although late. */
  const missed = new Map();

  /** @type {Mounted} */
  const widget = mount(given, {
    adopt(newer) {
      view = newer;
      tool.heard?.(page);
    },
    late(heard) {
      const wait = missed.get(heard.re);
      missed.delete(heard.re);
      if (wait) {
        wait(heard);
        return;
      }
      if (heard.error) page.warn({ title: "No answer", words: heard.error });
      else {
        calm();
        tool.late?.(page);
      }
    },
    draw: () => html`<div class="cc cc-desk" role="group" aria-labelledby="${page.id}-title" tabindex="-1"
      data-lm-suppress-shortcuts="true" @keydown=${(/** @type {Event} */ event) => event.stopPropagation()}>
      <h3 class="cc-title" id="${page.id}-title">${tool.title(page)}</h3>
      ${alarmBox(widget.alarm(alarm && alarm.retry ? { ...alarm, retry } : alarm))}
      ${tool.body(page)}
    </div>`,
    drawn: () => tool.drawn?.(page),
  });

  function calm() {
    if (alarm && !refused) page.warn(null);
  }
  function retry() {
    page.warn(null);
    tool.retry(page);
  }

  /** @type {Desk<V, A, S>} */
  const page = {
    id: unique(),
    get view() { return view; },
    get own() { return own; },
    get root() { return widget.root; },
    set(part) {
      own = { ...own, ...part };
      widget.draw();
    },
    warn(newer) {
      alarm = newer;
      widget.draw();
    },
    async ask(doing, value, patient = false) {
      const heard = await widget.say(doing, value);
      const keeps = doing === "keep";
      if (keeps && !heard.late) refused = Boolean(heard.error);
      if (heard.error) page.warn({ title: keeps ? "Not being saved" : "No answer", words: heard.error });
      else if (!heard.late) calm();
      else if (!patient) page.warn({ title: "No answer", words: SLOW, retry });
      return heard.late || heard.error ? null : heard;
    },
    insist: (doing, value, wanted, slow) => new Promise((resolve) => {
      /** @type {ReturnType<typeof setTimeout> | undefined} */
      let timer;
      let pause = PAUSE.first;
      const done = (/** @type {Heard | null} */ heard) => {
        clearTimeout(timer);
        if (heard && !heard.error) calm();
        resolve(wanted() ? heard : null);
      };
      const once = async () => {
        const heard = wanted() ? await widget.say(doing, value) : null;
        if (!heard || !heard.late || !wanted()) {
          done(heard);
          return;
        }
        missed.set(heard.re, done);
        slow();
        timer = setTimeout(once, pause);
        pause = Math.min(2 * pause, PAUSE.longest);
      };
      once();
    }),
  };
  widget.draw();
  const stop = tool.start?.(page);
  return () => {
    stop?.();
    widget.close();
  };
};
