// @ts-check
// Arriving somewhere on a page: in view, in focus, and kept there while the page is still growing.
/** @import { GuideView } from "../../../page/static/messages.js" */

const PATIENCE = 5000;
const GROWS = 2000;
const EDGE = 16;

/** @param {string} exercise */
const selector = (exercise) => `.cc-exercise[data-exercise="${CSS.escape(exercise)}"]`;

/** Lab draws a widget when its parts have come. @param {HTMLElement} page @param {string} exercise @returns {Promise<HTMLElement | null>} */
function drawn(page, exercise) {
  const look = () => /** @type {HTMLElement | null} */ (page.querySelector(selector(exercise)));
  return new Promise((resolve) => {
    const now = look();
    if (now) {
      resolve(now);
      return;
    }
    const done = () => {
      watch.disconnect();
      clearTimeout(timer);
      resolve(look());
    };
    const watch = new MutationObserver(() => look() && done());
    const timer = setTimeout(done, PATIENCE);
    watch.observe(page, { childList: true, subtree: true });
  });
}

/** Of a conversation that is under way: where the next line is said. @param {HTMLElement} exercise */
function within(exercise) {
  const say = /** @type {HTMLElement | null} */ (exercise.querySelector(".cc-say:not([hidden])"));
  return say && exercise.querySelector(".cc-bubble.cc-mine") ? say : exercise;
}

/** @param {HTMLElement} target @param {Element} scroller @param {boolean} talk */
function bringIntoView(target, scroller, talk) {
  const box = target.getBoundingClientRect();
  const frame = scroller.getBoundingClientRect();
  const [top, bottom] = [box.top - frame.top, box.bottom - frame.top];
  const tall = box.height > frame.height * 0.8;
  if (talk && !tall) {
    // What was said last stands above.
    if (top < 0 || bottom > frame.height) scroller.scrollTop += bottom - frame.height + EDGE;
  } else if (top < 0 || top > frame.height * 0.6) {
    scroller.scrollTop += top - EDGE;
  }
}

/** Acts again while the page grows, until the reader does something. @param {Element} grows @param {() => void} act */
function keep(grows, act) {
  const watch = new ResizeObserver(act);
  const ours = ["wheel", "pointerdown", "keydown", "touchstart"];
  const stop = () => {
    watch.disconnect();
    for (const name of ours) document.removeEventListener(name, stop, { capture: true });
  };
  for (const name of ours) document.addEventListener(name, stop, { capture: true, passive: true });
  setTimeout(stop, GROWS);
  watch.observe(grows);
}

/**
 * @param {HTMLElement} page
 * @param {string} exercise
 * @param {boolean} [typing] whoever was writing goes on writing
 * @returns {Promise<boolean>} whether it is there
 */
export async function landAt(page, exercise, typing = false) {
  const found = await drawn(page, exercise);
  if (!found) return false;
  const scroller = page.querySelector(".jp-WindowedPanel-outer") ?? page;
  const target = within(found);
  const box = /** @type {HTMLElement | null} */ (typing ? found.querySelector("textarea, input:not([type=radio], [type=checkbox])") : null);
  (box ?? target).focus({ preventScroll: true });
  const view = () => found.isConnected && bringIntoView(within(found), scroller, within(found) !== found);
  view();
  keep(page.querySelector(".jp-WindowedPanel-inner") ?? page, view);
  return true;
}

/** The keyboard scrolls what has the focus, and a screen reader reads on from there. @param {HTMLElement} page @param {HTMLElement | null} title */
export function landAtTop(page, title) {
  const start = title ?? /** @type {HTMLElement | null} */ (page.querySelector("h1")) ?? page;
  start.tabIndex = -1;
  start.focus({ preventScroll: true });
  (page.querySelector(".jp-WindowedPanel-outer") ?? page).scrollTop = 0;
}

/** What is in use on a page: an exercise, and whether something is being written in it. @param {HTMLElement} page */
export function inUse(page) {
  const held = document.activeElement;
  const found = held && page.contains(held) ? /** @type {HTMLElement | null} */ (held.closest("[data-exercise]")) : null;
  const typing = Boolean(held?.matches("textarea, input:not([type=radio], [type=checkbox])"));
  return { exercise: found?.dataset.exercise ?? "", typing };
}

/** Where a station is opened: an exercise of it, or its head. @param {GuideView | null} guide @param {string} station */
export const lastIn = (guide, station) => (guide?.here.station === station ? guide.here.exercise : "");
