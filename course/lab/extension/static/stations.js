// @ts-check
// One station of a lesson on the page. Cells say in their metadata where they belong; what belongs
// to none, such as the cell that fetches the lesson, is always run.
/** @import { Cell, Panel } from "./lab.js" */

// What stands before the first heading of a page.
const OPENING = "opening";

/** What is shown of a page: nothing yet, all of it, or one station. @typedef {{waits: true} | {whole: true} | {station: string}} Part */

const of = (/** @type {Cell} */ cell) => cell.model.getMetadata("course")?.station ?? "";

/** @param {Panel} panel */
export function makeStations(panel) {
  /** @type {Part} */
  let part = { waits: true };
  let first = "";

  const there = (/** @type {string} */ id) => panel.content.widgets.some((cell) => of(cell) === id);

  /** The opening of a page that asks for nothing stands above its first station. @param {string} place */
  const isShown = (place) => {
    if (!place || "whole" in part) return true;
    if ("waits" in part) return false;
    return place === part.station || (place === OPENING && part.station === first);
  };

  /** @param {boolean} on */
  function dress(on) {
    for (const cell of panel.content.widgets) {
      if (!on || isShown(of(cell))) cell.show();
      else cell.hide();
    }
    titled(on);
  }

  // Titles stand in the head, once.
  /** @param {boolean} on */
  function titled(on) {
    /** @type {Set<string>} */
    const seen = new Set();
    for (const cell of panel.content.widgets) {
      const place = of(cell);
      const begins = on && "station" in part && Boolean(place) && !seen.has(place);
      seen.add(place);
      cell.toggleClass("ccv-begins", begins);
    }
  }

  return {
    dress,
    get settled() { return !("waits" in part); },
    get shown() { return "station" in part ? part.station : ""; },
    /**
     * A notebook that somebody changed may have no such station: then all of it is shown.
     *
     * @param {string} station
     * @param {string} begins the first station of the lesson
     */
    open(station, begins) {
      first = begins;
      part = station && there(station) ? { station } : { whole: true };
    },
  };
}
