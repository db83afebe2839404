// @ts-check
// Keys and clicks stay on the page: while the course view is on, JupyterLab hears none of them.
// Lab's listeners call handleEvent on the object that registered them, so a handler set on the
// instance decides, and nothing on the page has its own events stopped or delayed.
/** @import { App, Panel } from "./lab.js" */
const LAB_KEYS = new Set(["keydown", "keyup", "contextmenu"]);

/** @param {App} app @param {() => boolean} dressed */
export function guardKeys(app, dressed) {
  const original = app.handleEvent;
  app.handleEvent = function (event) {
    if (LAB_KEYS.has(event.type) && (dressed() || inOutput(event.target))) return;
    original.call(this, event);
  };
}

// With code shown Lab's shortcuts work again, but still not from inside an exercise.
/** @param {EventTarget | null} target */
function inOutput(target) {
  return target instanceof Element && target.closest(".jp-OutputArea-output") !== null;
}

// Selecting, dragging and editing cells by mouse or focus.
/** @param {Panel["content"]} notebook @param {() => boolean} dressed */
export function guardCells(notebook, dressed) {
  const original = notebook.handleEvent;
  notebook.handleEvent = function (event) {
    const layout = event.type === "scroll" || event.type === "resize";
    if (dressed() && !layout) return;
    original.call(this, event);
  };
}

// The one key of the course's own, with Alt: a letter alone belongs to screen readers.
export const KEY = "Alt+C";

// Where Alt writes a letter, as on a Mac, what is typed in a box is typed.
/** @param {() => boolean} wanted @param {() => void} act */
export function onKey(wanted, act) {
  document.addEventListener("keydown", (event) => {
    const { altKey, ctrlKey, metaKey, shiftKey, code, target } = event;
    const letter = event.key.toLowerCase() === "c";
    if (!altKey || ctrlKey || metaKey || shiftKey || !(letter || code === "KeyC") || !wanted()) return;
    if (!letter && target instanceof Element && target.matches("input, textarea, [contenteditable]")) return;
    event.preventDefault();
    act();
  }, { capture: true });
}
