// @ts-check
// What the guides of the lessons say: one is a widget in a lesson's first cell, and tells the page
// where the trainee stands whenever that changes.
/** @import { GuideView } from "../../../page/static/messages.js" */

/** @typedef {ReturnType<typeof hearGuides>} Guides */

/** @param {(view: GuideView) => void} changed */
export function hearGuides(changed) {
  /** @type {Map<string, GuideView>} */
  const said = new Map();
  /** @type {Map<string, (view: GuideView) => void>} */
  const waiting = new Map();
  /** @type {GuideView | null} */
  let latest = null;

  document.addEventListener("course:guide", (event) => {
    const view = /** @type {CustomEvent<GuideView>} */ (event).detail;
    latest = view;
    said.set(view.lesson, view);
    waiting.get(view.lesson)?.(view);
    waiting.delete(view.lesson);
    changed(view);
  });

  return {
    of: (/** @type {string} */ lesson) => said.get(lesson) ?? null,
    /** What any of them said last: all know the other lessons. */
    latest: () => latest,
    forget: (/** @type {string} */ lesson) => said.delete(lesson),
    /** @param {string} lesson @param {number} patience @returns {Promise<GuideView | null>} */
    wait(lesson, patience) {
      const known = said.get(lesson);
      if (known) return Promise.resolve(known);
      return new Promise((resolve) => {
        waiting.set(lesson, resolve);
        setTimeout(() => resolve(said.get(lesson) ?? null), patience);
      });
    },
  };
}
