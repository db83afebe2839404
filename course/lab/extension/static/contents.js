// @ts-check
// The contents: the stations of this lesson with their exercises, and all the lessons. It opens
// over the page, and Escape leads back to where one was.
/** @import { GuideView, LessonMark, StationMark } from "../../../page/static/messages.js" */
import { button, make } from "./dom.js";
import { sign } from "./marks.js";
import { addressOf, all, isLesson, lessons } from "./pages.js";

/** @typedef {{guide: GuideView | null, latest: GuideView | null, lesson: string, station: string}} Shown */

/** @param {() => Shown} shown */
export function makeContents(shown) {
  const node = make("dialog", { class: "ccv-contents", "aria-labelledby": "ccv-contents-title" });
  document.body.append(node);

  const close = () => node.close();
  node.addEventListener("click", (event) => {
    // Beside the panel.
    if (event.target === node) close();
  });

  function open() {
    if (node.open) return;
    node.replaceChildren(make("div", { class: "ccv-contents-in" },
      make("div", { class: "ccv-contents-top" },
        make("h2", { id: "ccv-contents-title" }, "Contents"), button("Close", close)),
      ...draw(shown())));
    node.showModal();
    const here = /** @type {HTMLElement | null} */ (node.querySelector('[aria-current="step"]') ?? node.querySelector('[aria-current="page"]'));
    here?.focus();
    here?.scrollIntoView({ block: "center" });
  }

  return { open, toggle: () => (node.open ? close() : open()) };
}

/** @param {Shown} shown @returns {Node[]} */
function draw({ guide, latest, lesson, station }) {
  return [
    ...(guide ? [
      make("h3", { id: "ccv-contents-here" }, guide.title),
      make("nav", { "aria-labelledby": "ccv-contents-here" },
        make("ol", { class: "ccv-stations" }, ...guide.stations.map((one) => stationOf(guide, one, one.id === station)))),
    ] : []),
    make("h3", { id: "ccv-contents-all" }, "All lessons"),
    make("nav", { "aria-labelledby": "ccv-contents-all" },
      make("ol", { class: "ccv-stations" }, ...lessons().map((one) =>
        lessonOf(one.id, one.title, latest?.lessons.find((known) => known.id === one.id), one.id === lesson)))),
    ...others(lesson),
  ];
}

/** @param {GuideView} guide @param {StationMark} one @param {boolean} here */
const stationOf = (guide, one, here) =>
  make("li", {},
    line(addressOf({ lesson: guide.lesson, station: one.id }), one.state, one.title,
      [one.time, one.core ? "" : "more practice", one.word], here && "step"),
    ...(one.exercises.length ? [make("ul", { class: "ccv-exercises" }, ...one.exercises.map((each) =>
      make("li", {}, line(addressOf({ lesson: guide.lesson, station: one.id, exercise: each.id }), each.state, each.title, [each.word], false))))] : []));

/** @param {string} id @param {string} title @param {LessonMark | undefined} known @param {boolean} here */
const lessonOf = (id, title, known, here) =>
  make("li", {}, known
    ? line(addressOf({ lesson: id }), known.state, title, [known.time, known.word], here && "page")
    : plain(addressOf({ lesson: id }), title, here));

/** @param {string} lesson @returns {Node[]} */
function others(lesson) {
  const pages = all().filter((one) => !isLesson(one));
  if (!pages.length) return [];
  return [make("nav", { "aria-label": "Other pages" },
    make("ul", { class: "ccv-stations" }, ...pages.map((one) =>
      make("li", {}, plain(addressOf({ lesson: one.id }), one.title, one.id === lesson)))))];
}

// How far it is nobody has said yet.
/** @param {string} address @param {string} title @param {boolean} here */
const plain = (address, title, here) =>
  make("a", { class: "ccv-line ccv-bare-line", href: address, "aria-current": here && "page" }, title);

/** @param {string} address @param {string} state @param {string} title @param {string[]} facts @param {string | false} current */
const line = (address, state, title, facts, current) =>
  make("a", { class: "ccv-line", href: address, "aria-current": current },
    sign(state),
    make("span", { class: "ccv-line-title" }, title),
    make("span", { class: "ccv-line-facts" }, facts.filter(Boolean).join(" · ")));

