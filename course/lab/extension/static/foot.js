// @ts-check
// The foot of a station: what was met, the way on, and a good place to stop.
/** @import { GuideView } from "../../../page/static/messages.js" */
/** @import { Listed } from "./pages.js" */
import { make, refill } from "./dom.js";
import { addressOf } from "./pages.js";

const KEPT = "Stop here: everything you did is kept, and the course opens where you were.";
const LOST = "No course folder was found, so nothing is kept when you close this page.";

/** @param {() => void} stop */
export function makeFoot(stop) {
  const node = make("nav", { class: "ccv-end", "aria-label": "Where to go next" });
  let drawn = "";

  /** @param {string} seen @param {() => (Node | string)[]} children */
  function put(seen, children) {
    if (seen === drawn) return;
    drawn = seen;
    refill(node, ...children());
  }

  /** @param {string} said @param {Node | null} on @param {string} kept */
  const parts = (said, on, kept) => [
    ...(said ? [make("p", { class: "ccv-met" }, said)] : []),
    make("div", { class: "ccv-ways" }, ...(on ? [on] : []),
      make("button", { type: "button", class: `ccv-button ${on ? "ccv-plain" : "ccv-accent"}`, onclick: stop, "data-key": "stop", "aria-describedby": "ccv-kept" }, "Stop here")),
    make("p", { class: "ccv-kept", id: "ccv-kept" }, kept),
  ];

  return {
    node,
    /** Below a station. @param {GuideView} guide @param {string} station */
    draw(guide, station) {
      const mine = guide.stations.find((one) => one.id === station);
      if (!mine) return;
      put(JSON.stringify([guide.lesson, mine.said, mine.next, guide.saving]), () => parts(
        mine.next ? mine.said : `${mine.said} This is the last part of the course.`,
        mine.next && way(addressOf(mine.next), mine.next.title, mine.next.time),
        guide.saving ? KEPT : LOST));
    },
    /** Below a page that is shown whole. @param {Listed | null} next @param {boolean} lesson */
    drawWhole(next, lesson) {
      put(JSON.stringify(["whole", next, lesson]), () => (!lesson ? [] : [
        next
          ? make("div", { class: "ccv-ways" }, way(addressOf({ lesson: next.id }), next.title, ""))
          : make("p", {}, "This is the last lesson of the course."),
        ...(next?.summary ? [make("p", {}, next.summary)] : []),
      ]));
    },
  };
}

/** @param {string} address @param {string} title @param {string} time */
const way = (address, title, time) =>
  make("a", { class: "ccv-button ccv-accent", href: address, "data-key": "next" },
    `Next: ${title}`, ...(time ? [" ", make("span", { class: "ccv-time" }, `(${time})`)] : []));
