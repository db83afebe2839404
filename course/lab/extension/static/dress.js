// @ts-check
// How a notebook is presented to eyes, keyboard and screen reader: as a page, or as Lab has it.

/** @import { Panel } from "./lab.js" */

// Sets an attribute for the course view, and puts Lab's own back for the notebook.
/** @param {Element | null} node @param {string} name @param {boolean} on @param {string | null} value */
function swap(node, name, on, value) {
  if (!node) return;
  const kept = `data-ccv-lab-${name}`;
  const theirs = on ? node.getAttribute(name) : node.getAttribute(kept);
  if (on && theirs !== null && theirs !== value) node.setAttribute(kept, theirs);
  const now = on ? value : theirs;
  if (now !== null) node.setAttribute(name, now);
  else if (on) node.removeAttribute(name);
}

/** @param {Panel} panel @param {boolean} on */
export function dressPanel(panel, on) {
  const { toolbar, content } = panel;
  if (on) toolbar.hide();
  else toolbar.show();
  content.node.id = "cc-lesson";
  swap(content.node, "aria-label", on, "Lesson");
  // There are no tabs, so this is no tab's panel named after a file.
  swap(panel.node, "role", on, null);
  swap(panel.node, "aria-labelledby", on, null);
  // To Lab the cells are a feed to step through; here they are the paragraphs of one page.
  const page = content.node.querySelector(".jp-WindowedPanel-viewport");
  swap(page, "role", on, null);
  swap(page, "aria-label", on, null);
  for (const { node } of content.widgets) swap(node, "aria-label", on, null);
  if (on) freeCells(panel);
}

/** @param {Panel} panel */
function freeCells(panel) {
  for (const { node } of panel.content.widgets) {
    if (node.tabIndex === 0) node.tabIndex = -1;
  }
}

// The Tab key goes from exercise to exercise; Lab makes a cell a stop on the way ever again.
/** @param {Panel} panel @param {() => boolean} isOn */
export function keepFree(panel, isOn) {
  const watch = new MutationObserver(() => isOn() && freeCells(panel));
  watch.observe(panel.content.node, { attributeFilter: ["tabindex"], subtree: true });
}
