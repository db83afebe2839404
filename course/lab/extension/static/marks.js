// @ts-check
// How far something is: a shape, and always the word beside it.
/** @import { ExerciseMark } from "../../../page/static/messages.js" */
import { make } from "./dom.js";
import { addressOf } from "./pages.js";

const SVG = "http://www.w3.org/2000/svg";
const HALF = "M8 2a6 6 0 0 0 0 12z";
/** @type {Record<string, string>} */
const FILLED = { tried: HALF, part: HALF, met: "M8 2a6 6 0 0 1 0 12a6 6 0 0 1 0 -12z" };

/** @param {string} state */
export function sign(state) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", "ccv-sign");
  svg.setAttribute("aria-hidden", "true");
  const ring = document.createElementNS(SVG, "circle");
  for (const [name, value] of Object.entries({ cx: 8, cy: 8, r: 6, fill: "none", stroke: "currentColor", "stroke-width": 1.6 })) {
    ring.setAttribute(name, String(value));
  }
  svg.append(ring);
  if (FILLED[state]) {
    const fill = document.createElementNS(SVG, "path");
    fill.setAttribute("d", FILLED[state]);
    fill.setAttribute("fill", "currentColor");
    svg.append(fill);
  }
  return svg;
}

// The exercises of a station in a row of small links.
/** @param {string} lesson @param {string} station @param {ExerciseMark[]} exercises */
export const row = (lesson, station, exercises) =>
  make("ul", { class: "ccv-marks", "aria-label": "Exercises" },
    ...exercises.map((one) => make("li", {},
      make("a", {
        href: addressOf({ lesson, station, exercise: one.id }),
        "aria-label": `${one.title}: ${one.word}`,
        title: `${one.title}: ${one.word}`,
        "data-key": one.id,
      }, sign(one.state)))));
