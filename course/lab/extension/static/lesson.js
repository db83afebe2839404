// @ts-check
// One page of the course: a notebook panel that is run, dressed and kept alive. Of a lesson one
// station is shown at a time.
/** @import { Banner } from "./banner.js" */
/** @import { Guides } from "./guides.js" */
/** @import { App, CodeCellClass, Panel } from "./lab.js" */
/** @import { Listed, Wanted } from "./pages.js" */
import { dressPanel, keepFree } from "./dress.js";
import { makeFoot } from "./foot.js";
import { makeHead } from "./head.js";
import { watchKernel } from "./kernel.js";
import { guardCells } from "./keys.js";
import { inUse, landAt, landAtTop, lastIn } from "./landing.js";
import { isLesson, lessons } from "./pages.js";
import { Runner } from "./runner.js";
import { keepClean } from "./saving.js";
import { makeStations } from "./stations.js";

// A guide that takes longer is not waited for: then the whole page is shown.
const PATIENCE = 10_000;

/**
 * @typedef {object} Parts
 * @property {App} app
 * @property {Panel} panel
 * @property {Listed} page
 * @property {CodeCellClass} CodeCell
 * @property {Banner} banner
 * @property {Guides} guides
 * @property {() => boolean} dressed
 * @property {() => void} contents opens the contents
 * @property {() => void} stop whoever is here stops for today
 * @property {() => void} moved another station is shown
 */

export class Lesson {
  /** @param {Parts} parts */
  constructor({ app, panel, page, CodeCell, banner, guides, dressed, contents, stop, moved }) {
    this.app = app;
    this.panel = panel;
    this.page = page;
    this.banner = banner;
    this.guides = guides;
    this.dressed = dressed;
    this.moved = moved;
    /** @type {ReturnType<typeof watchKernel> | undefined} */
    this.watch = undefined;
    this.path = panel.context.path;
    this.runner = new Runner(panel, CodeCell);
    this.stations = makeStations(panel);
    this.head = makeHead(contents);
    this.foot = makeFoot(stop);
    this.entered = false;
    this.stale = false;
    this.placed = false;
    /** Where to arrive, until one is there. @type {Wanted | null} */
    this.wanted = {};
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

  get guide() {
    return this.guides.of(this.page.id);
  }

  /** @param {Wanted | null} wanted where to go on it; null: it stays as it was left @param {string} [news] */
  async enter(wanted, news) {
    this.entered = true;
    if (this.watch) {
      this.watch.resume();
      if (wanted) await this.show(wanted);
      return;
    }
    this.wanted = wanted ?? {};
    const { context, content } = this.panel;
    delete document.body.dataset.courseReady;
    await context.ready;
    await this.panel.revealed;
    this.runner.hideOldOutputs();
    this.frame(content.node);
    this.guides.forget(this.page.id);
    if (!this.isGuided()) this.stations.open("", "");
    this.dress(this.dressed());
    keepClean(context);
    this.banner.mention("Getting the page ready …");
    await context.sessionContext.ready;
    this.watch = watchKernel(this);
    await this.run(news);
  }

  leave() {
    this.entered = false;
    this.watch?.pause();
  }

  /** @param {HTMLElement} notebook */
  frame(notebook) {
    const inner = notebook.querySelector(".jp-WindowedPanel-inner") ?? notebook;
    inner.prepend(this.head.node);
    inner.append(this.foot.node);
  }

  // Whether a guide is among its cells. In a notebook that somebody changed there may be none.
  isGuided() {
    if (!this.page.stations?.length) return false;
    return [...this.panel.context.model.cells].some((cell) => /\bguide\(/.test(cell.sharedModel.getSource()));
  }

  // Run what is shown; afterwards the page is live and says so.
  async run(goodNews = "") {
    this.stale = false;
    delete document.body.dataset.courseReady;
    this.runner.begin();
    if (!(await this.runner.runShown())) return;
    if (!this.stations.settled) {
      const failed = this.node.querySelector(".ccv-failed");
      if (!failed) await this.guides.wait(this.page.id, PATIENCE);
      this.choose(this.wanted?.station);
    }
    if (!this.placed) this.moved();
    this.placed = true;
    if (!(await this.runner.runShown()) || !this.entered) return;
    if (goodNews) this.banner.mention(goodNews, 8);
    else this.banner.clear();
    await this.ready();
  }

  /** Shows a station: the one that was asked for, or the one where the trainee was. @param {string} [station] */
  choose(station) {
    const { guide } = this;
    const known = guide?.stations.find((one) => one.id === station)?.id;
    this.stations.open(known ?? guide?.here.station ?? "", guide?.stations[0]?.id ?? "");
    this.dress(this.dressed());
    const shown = this.stations.shown;
    if (!shown) return;
    document.dispatchEvent(new CustomEvent("course:visit", { detail: { lesson: this.page.id, station: shown } }));
  }

  /** Goes to another place on this page. @param {Wanted} wanted */
  async show(wanted) {
    this.wanted = wanted;
    if (!this.stations.settled) return;
    const { guide } = this;
    const same = (wanted.station ?? guide?.here.station) === this.stations.shown;
    if (!same) {
      this.choose(wanted.station);
      this.moved();
      this.node.querySelector(".jp-WindowedPanel-outer")?.scrollTo({ top: 0 });
      delete document.body.dataset.courseReady;
    }
    if (!(await this.runner.runShown())) return;
    await this.ready();
  }

  async ready() {
    if (this.isOn) {
      this.dress(true);
      if (this.wanted) await this.arrive(this.wanted);
    }
    document.body.dataset.courseReady = "true";
    document.dispatchEvent(new CustomEvent("course:ready"));
  }

  /** @param {Wanted} wanted */
  async arrive({ exercise, head }) {
    this.wanted = null;
    const { shown } = this.stations;
    const at = exercise ?? (head || !shown ? "" : lastIn(this.guide, shown));
    if (at && (await landAt(this.panel.content.node, at))) return;
    // Someone who is already in an exercise is left there.
    if (head || !inUse(this.panel.content.node).exercise) landAtTop(this.panel.content.node, this.head.title);
  }

  // The kernel is a new one: nothing on the page is connected to it until all is run again.
  async rebuild() {
    if (!this.isOn) {
      this.stale = true;
      return;
    }
    const { content } = this.panel;
    const before = inUse(content.node);
    this.banner.alert("The course was restarted. Setting the page up again …");
    await this.run("The page is set up again, with everything that was saved. You can go on.");
    const held = content.node.contains(document.activeElement) && document.activeElement !== content.node;
    if (before.exercise && !held) await landAt(content.node, before.exercise, before.typing);
  }

  catchUp() {
    if (this.stale) this.rebuild();
  }

  /** @param {boolean} on */
  dress(on) {
    dressPanel(this.panel, on);
    this.stations.dress(on);
    this.draw();
  }

  draw() {
    const { guide } = this;
    const { shown } = this.stations;
    this.head.draw(guide, shown);
    if (guide && shown) {
      this.foot.draw(guide, shown);
    } else if (this.stations.settled) {
      const at = lessons().indexOf(this.page);
      this.foot.drawWhole(lessons()[at + 1] ?? null, isLesson(this.page));
    }
  }

  // Let Python handle what was clicked a moment ago before this lesson is put away.
  async settle() {
    const kernel = this.panel.sessionContext.session?.kernel;
    const patience = new Promise((resolve) => setTimeout(resolve, 1500));
    await Promise.race([kernel?.requestKernelInfo().catch(() => {}), patience]);
  }

  async retire() {
    if (this.panel.isDisposed) return;
    this.watch?.stop();
    // What is on the page goes first, so that its Python hears of it and lets it go as well.
    this.runner.clear();
    await this.settle();
    // At once, and not by way of a question whether to save.
    const { context } = this.panel;
    if (context.model.dirty) await context.save();
    this.panel.dispose();
  }
}
