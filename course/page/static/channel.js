// @ts-check
// The channel: every message to Python is answered, or the page says that it was not.
/** @import { Done, Refused } from "./messages.js" */

import { unique } from "./ids.js";

export const LATE = 3000;

/**
 * The widget's model, as anywidget gives it.
 *
 * @template V
 * @typedef {object} Model
 * @property {(trait: "view") => V} get
 * @property {(message: object) => void} send
 * @property {(event: string, act: (value: any) => void) => void} on
 * @property {(event: string, act: (value: any) => void) => void} off
 */

/**
 * What Python answered; `late` where it has not yet.
 *
 * @typedef {Partial<Done & Refused> & {re: string, late?: boolean}} Heard
 */

/**
 * @param {Model<any>} model
 * @param {(heard: Heard, doing: string) => void} onLate hears an answer that came after all
 */
export function channel(model, onLate) {
  /** @type {Map<string, {doing: string, late: boolean, timer: ReturnType<typeof setTimeout>, resolve: (heard: Heard) => void}>} */
  const waiting = new Map();

  const hear = (/** @type {Heard} */ heard) => {
    const one = heard && waiting.get(heard.re);
    if (!one) return;
    waiting.delete(heard.re);
    clearTimeout(one.timer);
    if (one.late) onLate(heard, one.doing);
    else one.resolve(heard);
  };
  model.on("msg:custom", hear);

  return {
    /**
     * @param {string} doing
     * @param {unknown} value
     * @returns {Promise<Heard>}
     */
    say(doing, value = null) {
      const re = unique();
      return new Promise((resolve) => {
        const missed = () => {
          one.late = true;
          resolve({ re, late: true });
        };
        const one = { doing, late: false, resolve, timer: setTimeout(missed, LATE) };
        waiting.set(re, one);
        try {
          model.send({ re, do: doing, value });
        } catch {
          clearTimeout(one.timer);
          missed();
        }
      });
    },
    close() {
      model.off("msg:custom", hear);
      for (const one of waiting.values()) clearTimeout(one.timer);
      waiting.clear();
    },
  };
}
