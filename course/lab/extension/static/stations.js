// @ts-check
// One station of a lesson on the page, or all of it. Cells say in their metadata where they
// belong; what stands before the stations, such as the cell that fetches the lesson, is always run.
/** @import { Cell } from "./lab.js" */
/** @import { Lesson } from "./lesson.js" */
/** @import { Station } from "./lessons.js" */
import { button, make } from "./dom.js";
import { takeStation } from "./lessons.js";

/** @param {Lesson} lesson */
export function makeStations(lesson) {
  const note = make("nav", { class: "ccv-station", "aria-label": "Part of the lesson", hidden: true });
  /** @type {Station | null} */
  let only = null;

  const place = (/** @type {Cell} */ cell) => cell.model.getMetadata("course")?.station ?? "";

  /** @param {boolean} on */
  function draw(on) {
    const { widgets } = lesson.panel.content;
    // A notebook that somebody changed may have no such part: then all of it is shown.
    const id = on && only && widgets.some((cell) => place(cell) === only?.id) ? only.id : "";
    for (const cell of widgets) {
      if (id && place(cell) && place(cell) !== id) cell.hide();
      else cell.show();
    }
    note.hidden = !id;
  }

  async function showAll() {
    only = null;
    draw(true);
    window.history.replaceState(null, "", window.location.pathname);
    await lesson.runner.runShown();
    lesson.ready();
  }

  return {
    enter() {
      only = takeStation(lesson.path);
      if (!only) return;
      const words = `You see one part of this lesson: ${only.title || "the opening"}.`;
      note.replaceChildren(make("p", {}, words), button("Show the whole lesson", showAll));
      const { node } = lesson.panel.content;
      (node.querySelector(".jp-WindowedPanel-inner") ?? node).prepend(note);
    },
    dress: draw,
  };
}
