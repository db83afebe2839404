// @ts-check
// The head of a station: its lesson, its title, how long it takes, and a mark for each exercise.
/** @import { ExerciseMark, GuideView } from "../../../page/static/messages.js" */
import { button, make, refill } from "./dom.js";
import { row } from "./marks.js";
import { addressOf } from "./pages.js";

/** @param {() => void} contents opens the contents */
export function makeHead(contents) {
  const node = make("div", { class: "ccv-head", hidden: true });
  let drawn = "";
  return {
    node,
    /** @param {GuideView | null} guide @param {string} station */
    draw(guide, station) {
      const mine = guide?.stations.find((one) => one.id === station);
      node.hidden = !mine;
      const seen = JSON.stringify([guide?.lesson, mine]);
      if (!guide || !mine || seen === drawn) return;
      drawn = seen;
      const above = mine.title !== guide.title;
      const facts = [mine.time, mine.core ? "" : "more practice", mine.state === "met" ? mine.word : metOf(mine.exercises)];
      const said = facts.filter(Boolean).join(" · ");
      refill(node,
        above
          ? make("h1", { class: "ccv-lesson" }, named(button(guide.title, contents, "link"), "lesson"))
          : make("h1", { class: "ccv-title", tabindex: -1, "data-key": "title" }, mine.title),
        ...(above ? [make("h2", { class: "ccv-title", tabindex: -1, "data-key": "title" }, mine.title)] : []),
        ...(said ? [make("p", { class: "ccv-facts" }, said.charAt(0).toUpperCase() + said.slice(1))] : []),
        ...(mine.exercises.length ? [row(guide.lesson, mine.id, mine.exercises)] : []),
        ...(mine.known ? [make("p", { class: "ccv-facts" }, known(guide.lesson, mine.id, mine.known))] : []));
    },
    /** The place from which the station is read. */
    get title() {
      return /** @type {HTMLElement | null} */ (node.hidden ? null : node.querySelector(".ccv-title"));
    },
  };
}

// What the row of marks shows, in words.
/** @param {ExerciseMark[]} all */
const metOf = (all) =>
  all.length ? `${all.filter((one) => one.state === "met").length} of ${all.length} met` : "";

/** @param {HTMLElement} node @param {string} key */
function named(node, key) {
  node.dataset.key = key;
  node.setAttribute("aria-haspopup", "dialog");
  return node;
}

// Right at the first try, its hardest exercise says that the rest may be left out.
/** @param {string} lesson @param {string} station @param {string} exercise */
const known = (lesson, station, exercise) =>
  make("a", { href: addressOf({ lesson, station, exercise }), "data-key": "known" }, "I know this: take its hardest exercise first");
