// @ts-check
// Menus, sidebars, toolbars and the status bar: put away and brought back.
// Hiding them as Lab's own widgets, not only by style, lets Lab give their room to the lesson.
/** @import { App, LabWidget } from "./lab.js" */
const PARTS = new Set([
  "jp-header-panel", "jp-top-panel", "jp-menu-panel", "jp-title-panel-title", "jp-bottom-panel",
  "jp-main-statusbar",
]);
/** @type {Set<LabWidget>} */
const hiddenByUs = new Set();

/** @param {LabWidget} widget @returns {Generator<LabWidget>} */
function* parts(widget) {
  if (PARTS.has(widget.id) || widget.hasClass("jp-SideBar")) yield widget;
  if (widget.layout && widget.id !== "jp-main-dock-panel") {
    for (const child of widget.layout) yield* parts(child);
  }
}

/** @param {App} app @param {boolean} hide */
export function hideChrome(app, hide) {
  const { shell } = app;
  if (hide) {
    shell.collapseLeft?.();
    shell.collapseRight?.();
    for (const widget of parts(shell)) {
      if (!widget.isHidden) {
        widget.hide();
        hiddenByUs.add(widget);
      }
    }
  } else {
    for (const widget of hiddenByUs) widget.show();
    hiddenByUs.clear();
  }
  shell.update();
}
