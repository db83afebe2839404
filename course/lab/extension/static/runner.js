// @ts-check
// Running what is shown of a lesson from top to bottom. A cell that fails does not stop the ones after it, and
// instead of its traceback the page shows one sentence.
/** @import { Cell, CodeCellClass, Panel } from "./lab.js" */
import { button, make } from "./dom.js";

const SORRY = "This part cannot be shown at the moment. The rest of the page works, and answers already saved are safe.";

export class Runner {
  /** @param {Panel} panel @param {CodeCellClass} CodeCell */
  constructor(panel, CodeCell) {
    this.panel = panel;
    this.CodeCell = CodeCell;
    this.turn = 0;
    /** @type {WeakSet<Cell>} */
    this.ran = new WeakSet();
  }

  get codeCells() {
    return this.panel.content.widgets.filter((cell) => cell.model.type === "code");
  }

  // Outputs that came with the file belong to a kernel that is no more.
  hideOldOutputs() {
    for (const cell of this.codeCells) cell.addClass("ccv-waiting");
  }

  clear() {
    this.turn += 1;
    for (const cell of this.codeCells) cell.model.outputs.clear();
  }

  // Everything is to be run anew.
  begin() {
    this.turn += 1;
    for (const cell of this.panel.content.widgets) cell.model.trusted = true;
    this.ran = new WeakSet();
  }

  // What is not shown is not run: a station that is shown later runs then.
  // Returns false if it was overtaken by a later run or the kernel went away.
  async runShown(turn = this.turn) {
    for (const cell of this.codeCells) {
      if (cell.isHidden || this.ran.has(cell)) continue;
      this.ran.add(cell);
      const ran = await this.run(cell);
      if (turn !== this.turn || !ran) return false;
    }
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return turn === this.turn;
  }

  /** @param {Cell} cell */
  async run(cell) {
    const { sessionContext } = this.panel;
    const kernel = sessionContext.session?.kernel;
    try {
      await this.CodeCell.execute(cell, sessionContext);
    } catch (error) {
      if (cell.isDisposed) return false;
      // Lab throws for an error in the cell and for a kernel that was lost; only the first
      // leaves an error among the outputs.
      if (!failed(cell)) {
        console.warn("Course: a cell was interrupted.", error);
        return false;
      }
    }
    // The page was left while the cell ran.
    if (cell.isDisposed) return false;
    cell.removeClass("ccv-waiting");
    this.note(cell);
    return sessionContext.session?.kernel === kernel;
  }

  /** @param {Cell} cell */
  note(cell) {
    cell.node.querySelector(".ccv-sorry")?.remove();
    cell.toggleClass("ccv-failed", failed(cell));
    cell.toggleClass("ccv-empty", cell.model.outputs.length === 0);
    if (!failed(cell)) return;
    const again = button("Try again", async () => {
      again.disabled = true;
      await this.run(cell);
    });
    const text = make("p", {}, told(cell) ?? SORRY);
    cell.node.append(make("div", { class: "ccv-sorry", role: "group", "aria-label": "Not shown" }, text, again));
  }
}

// An error whose traceback is its own sentence was written to be read.
/** @param {Cell} cell */
function told(cell) {
  const { outputs } = cell.model;
  for (let at = 0; at < outputs.length; at += 1) {
    const { evalue, traceback } = outputs.get(at).toJSON();
    if (evalue && traceback?.length === 1 && traceback[0] === evalue) return evalue;
  }
  return null;
}

/** @param {Cell} cell */
function failed(cell) {
  const { outputs } = cell.model;
  for (let at = 0; at < outputs.length; at += 1) {
    if (outputs.get(at).type === "error") return true;
  }
  return false;
}
