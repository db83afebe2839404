// @ts-check
// The end of a lesson: one way on.
import { button, make } from "./dom.js";
import { summaryOf, titleOf } from "./lessons.js";

/** @param {(by: number) => void} step */
export function makeFooter(step) {
  const node = make("nav", { class: "ccv-end", "aria-label": "End of the lesson" });
  return {
    /** @param {HTMLElement} notebook */
    attachTo(notebook) {
      (notebook.querySelector(".jp-WindowedPanel-inner") ?? notebook).append(node);
    },
    /** @param {string[]} order @param {string} path */
    draw(order, path) {
      const next = order[order.indexOf(path) + 1];
      node.replaceChildren(
        ...(next
          ? [button(`Go on: ${titleOf(next)}`, () => step(1), "accent"), make("p", {}, summaryOf(next))]
          : [make("p", {}, "This is the end of the course so far.")]),
      );
    },
  };
}
