// @ts-check
// One lesson: a notebook panel that is run, dressed and kept alive.
/** @import { Banner } from "./banner.js" */
/** @import { App, CodeCellClass, Panel } from "./lab.js" */
import { dressPanel, focusStart, keepFree } from "./dress.js";
import { makeFooter } from "./footer.js";
import { watchKernel } from "./kernel.js";
import { guardCells } from "./keys.js";
import { Runner } from "./runner.js";
import { keepClean } from "./saving.js";
import { makeStations } from "./stations.js";

export class Lesson {
  /** @param {{app: App, panel: Panel, CodeCell: CodeCellClass, banner: Banner, dressed: () => boolean, step: (by: number) => void}} parts */
  constructor({ app, panel, CodeCell, banner, dressed, step }) {
    this.app = app;
    this.panel = panel;
    this.banner = banner;
    this.dressed = dressed;
    /** @type {ReturnType<typeof watchKernel> | undefined} */
    this.watch = undefined;
    this.path = panel.context.path;
    this.runner = new Runner(panel, CodeCell);
    this.footer = makeFooter(step);
    this.stations = makeStations(this);
    this.entered = false;
    this.stale = false;
    this.arriving = true;
    guardCells(panel.content, dressed);
    keepFree(panel, () => this.isOn);
  }

  get node() {
    return this.panel.node;
  }

  get kernelId() {
    return this.panel.sessionContext.session?.kernel?.id ?? null;
  }

  get isOn() {
    return this.dressed() && this.entered;
  }

  async enter() {
    this.entered = true;
    if (this.watch) return this.watch.resume();
    const { context, content } = this.panel;
    delete document.body.dataset.courseReady;
    await context.ready;
    await this.panel.revealed;
    this.runner.hideOldOutputs();
    this.stations.enter();
    this.dress(this.dressed());
    this.footer.attachTo(content.node);
    keepClean(context);
    this.banner.mention("Getting the lesson ready …");
    await context.sessionContext.ready;
    this.watch = watchKernel(this);
    await this.run();
  }

  leave() {
    this.entered = false;
    this.watch?.pause();
  }

  // Run everything; afterwards the page is live and says so.
  async run(goodNews = "") {
    this.stale = false;
    delete document.body.dataset.courseReady;
    const finished = await this.runner.runAll();
    if (!finished || !this.entered) return;
    if (goodNews) this.banner.mention(goodNews, 8);
    else this.banner.clear();
    this.ready();
  }

  ready() {
    if (this.isOn) {
      this.dress(true);
      if (this.arriving) focusStart(this.panel.content.node);
      this.arriving = false;
    }
    document.body.dataset.courseReady = "true";
    document.dispatchEvent(new CustomEvent("course:ready"));
  }

  // The kernel is a new one: nothing on the page is connected to it until all is run again.
  async rebuild() {
    if (!this.isOn) {
      this.stale = true;
      return;
    }
    this.banner.alert("The course was restarted. Setting the page up again …");
    await this.run("The page is set up again, with everything that was saved. You can go on.");
  }

  catchUp() {
    if (this.stale) this.rebuild();
  }

  /** @param {boolean} on */
  dress(on) {
    dressPanel(this.panel, on);
    this.stations.dress(on);
  }

  /** @param {string[]} order */
  setNeighbours(order) {
    this.footer.draw(order, this.path);
  }

  // Let Python handle what was clicked a moment ago before this lesson is put away.
  async settle() {
    const kernel = this.panel.sessionContext.session?.kernel;
    const patience = new Promise((resolve) => setTimeout(resolve, 1500));
    await Promise.race([kernel?.requestKernelInfo().catch(() => {}), patience]);
  }

  async retire() {
    this.watch?.stop();
    // What is on the page goes first, so that its Python hears of it and lets it go as well.
    this.runner.clear();
    await this.settle();
    this.panel.close();
  }
}
