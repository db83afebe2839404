// @ts-check
// The one place for news about the course itself. Bad news is an alert and stays until it is
// over; good news is a quiet line that goes by itself.
import { button, make } from "./dom.js";

/** @typedef {{label: string, act: () => unknown}} Action */
/** @typedef {ReturnType<typeof makeBanner>} Banner */

export function makeBanner() {
  const loud = make("div", { class: "ccv-banner ccv-loud", role: "alert", hidden: true });
  const quiet = make("div", { class: "ccv-banner ccv-soft", role: "status", hidden: true });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {HTMLElement} node @param {string} text @param {Action} [action] */
  function fill(node, text, action) {
    clearTimeout(timer);
    for (const other of [loud, quiet]) {
      if (other !== node) {
        other.hidden = true;
        other.replaceChildren();
      }
    }
    if (!node.hidden && node.firstChild?.textContent === text) return;
    node.replaceChildren(make("p", {}, text));
    if (action) {
      const press = button(action.label, async () => {
        press.disabled = true;
        await action.act();
        press.disabled = false;
      }, "accent");
      node.append(press);
    }
    node.hidden = false;
  }

  const clear = () => {
    clearTimeout(timer);
    for (const node of [loud, quiet]) {
      node.hidden = true;
      node.replaceChildren();
    }
  };

  return {
    nodes: [loud, quiet],
    /** @param {string} text @param {Action} [action] */
    alert: (text, action) => fill(loud, text, action),
    /** @param {string} text @param {number} [seconds] */
    mention: (text, seconds) => {
      fill(quiet, text);
      if (seconds) timer = setTimeout(clear, seconds * 1000);
    },
    clear,
  };
}
