// @ts-check
// The course view as a whole: which page is shown, in which dress, and how to get to another.
/** @import { App, CodeCellClass, Panel, Registry, Router, Themes, Tracker } from "./lab.js" */
/** @import { Place, Wanted } from "./pages.js" */
import { makeBanner } from "./banner.js";
import { hideChrome } from "./chrome.js";
import { makeContents } from "./contents.js";
import { hearGuides } from "./guides.js";
import { makeHeader } from "./header.js";
import { guardKeys, onKey } from "./keys.js";
import { Lesson } from "./lesson.js";
import { followLinks, keepAddress, writeAddress } from "./moving.js";
import { forgetMissing, loadCourse, pageAt, pageCalled, pathOf, placeIn, remember } from "./pages.js";
import { makeThemeSwitch } from "./theme.js";

const KEPT = "Everything you did is kept in the course's folder. You can close this page.";
const LOST = "No course folder was found, so what you did is kept only while this page is open.";

/** @typedef {"push" | "replace" | "none"} Trace What becomes of the address: a step that Back leads behind, or none. */
/** @typedef {{trace?: Trace, news?: string}} How */
/** @typedef {{wanted: Wanted | null, trace: Trace, news?: string}} Next */

/** @type {Next} */
const STAY = { wanted: null, trace: "push" };

/** @param {{app: App, tracker: Tracker, router: Router, themes: Themes | null, registry: Registry | null, CodeCell: CodeCellClass}} given */
export function courseView({ app, tracker, router, themes, registry, CodeCell }) {
  /** @type {{codeShown: boolean, lesson: Lesson | null, moving: boolean, later: (() => void) | null}} */
  const state = { codeShown: false, lesson: null, moving: false, later: null };
  /** Where to arrive on the page that is being opened. @type {Next} */
  let next = { wanted: placeIn(window.location.href), trace: "replace" };
  /** @type {WeakMap<Panel, Lesson>} */
  const opened = new WeakMap();

  const banner = makeBanner();
  const guides = hearGuides(({ lesson }) => {
    if (state.lesson?.page.id === lesson) draw();
  });
  const contents = makeContents(() => ({
    guide: state.lesson?.guide ?? null,
    latest: guides.latest(),
    lesson: state.lesson?.page.id ?? "",
    station: state.lesson?.stations.shown ?? "",
  }));
  const header = makeHeader({
    contents: contents.open,
    code: () => show(!state.codeShown),
    theme: makeThemeSwitch(themes, registry),
    banner,
  });

  // Course view: a page of the course is shown and its code is hidden.
  const dressed = () => Boolean(state.lesson) && !state.codeShown;
  guardKeys(app, dressed);
  onKey(() => Boolean(state.lesson), contents.toggle);
  keepAddress(router, dressed);
  followLinks(dressed, (place) => go(place));

  function draw() {
    const { lesson, codeShown } = state;
    if (!lesson) return;
    lesson.draw();
    const { shown } = lesson.stations;
    const station = lesson.guide?.stations.find((one) => one.id === shown)?.title ?? "";
    header.draw({ page: lesson.page, station, codeShown });
  }

  function dress() {
    document.body.classList.toggle("ccv-on", dressed());
    document.body.classList.toggle("ccv-frame", Boolean(state.lesson));
    hideChrome(app, dressed());
    state.lesson?.dress(dressed());
    draw();
  }

  /** @param {boolean} code */
  function show(code) {
    state.codeShown = code;
    if (!code) next.trace = "replace";
    dress();
    if (!code) moved();
    if (!code) state.lesson?.catchUp();
  }

  function stop() {
    go({ lesson: "home" }, { news: state.lesson?.guide?.saving === false ? LOST : KEPT });
  }

  /** @param {Place} place @param {How} [how] */
  async function go(place, how = {}) {
    const { trace = "push", news } = how;
    const page = pageCalled(place.lesson);
    const { lesson } = state;
    if (state.moving) state.later = () => go(place, how);
    // There may be no home; then what it would have said is said here.
    else if (!page && news) banner.mention(news);
    if (!page || !lesson || state.moving) return;
    if (state.codeShown) show(false);
    const { station, exercise } = place;
    // From one station to the next one begins at its head.
    const wanted = { station, exercise, head: Boolean(station) };
    next = { wanted, trace, news };
    if (lesson.page === page) {
      const shown = lesson.show(wanted);
      next = { ...STAY };
      await shown;
    } else {
      await open(lesson, pathOf(page));
    }
  }

  /** The next page is given the Python of this one: one serves the whole course. @param {Lesson} lesson @param {string} path */
  async function open(lesson, path) {
    state.moving = true;
    try {
      await lesson.settle();
      // Without a server there is no other page: this one stays, and the banner tells that story.
      await app.serviceManager.contents.get(path, { content: false });
      const id = lesson.kernelId;
      const kernel = id ? { kernel: { id } } : {};
      // Pages of one Python share one manager of widgets, and it goes with the page that was there
      // first. So that page is put away before the next one asks for it.
      if (dressed()) await lesson.retire();
      banner.mention("Getting the page ready …");
      await app.commands.execute("docmanager:open", { path, factory: "Notebook", ...kernel });
    } catch (error) {
      console.warn("Course: the page could not be opened.", error);
      if (lesson.panel.isDisposed) window.location.reload();
    } finally {
      state.moving = false;
      const { later } = state;
      state.later = null;
      later?.();
    }
  }

  // The address says which station is shown, so that Back, Forward and a bookmark lead there.
  function moved() {
    if (!state.lesson) return;
    const { page, stations } = state.lesson;
    if (dressed()) writeAddress({ lesson: page.id, station: stations.shown }, next.trace);
    next = { ...STAY };
    draw();
  }

  /** @param {Panel | null} panel */
  async function enter(panel) {
    // One page was put away, and the next is on its way.
    if (!panel && state.moving) return;
    if (panel) await loadCourse(panel.context.path);
    if (panel !== tracker.currentWidget) return;
    const page = panel && pageAt(panel.context.path);
    if (!panel || !page) {
      state.lesson?.leave();
      state.lesson = null;
      header.leave();
      banner.clear();
      dress();
      return;
    }
    let lesson = opened.get(panel);
    if (!lesson) {
      lesson = new Lesson({ app, panel, page, CodeCell, banner, guides, dressed, contents: contents.open, stop, moved });
      opened.set(panel, lesson);
    }
    const before = state.lesson;
    if (before === lesson) return;
    before?.leave();
    state.lesson = lesson;
    // One page at a time; with code shown they are documents, and stay open like documents.
    if (before && dressed()) before.retire();
    dress();
    remember(app, lesson.path);
    const { wanted, news } = next;
    await Promise.all([lesson.enter(wanted, news), forgetMissing(app).then(draw, noList)]);
  }

  /** No server, no list; the banner tells that story. @param {unknown} error */
  const noList = (error) => console.warn("Course: the pages could not be listed.", error);

  document.addEventListener("course:ready", draw);
  document.addEventListener("course:go", (event) => go(/** @type {CustomEvent<Place>} */ (event).detail));
  // The browser's own Back and Forward.
  window.addEventListener("popstate", () => {
    const place = placeIn(window.location.href);
    if (place) go(place, { trace: "none" });
  });

  // The header grows and shrinks with its news and with the window; Lab must measure again.
  new ResizeObserver(() => app.shell.update()).observe(app.shell.node);

  tracker.currentChanged.connect((_, panel) => enter(panel));
  // Lab lays out its chrome more than once while it starts.
  app.restored.then(dress);
  if (tracker.currentWidget) enter(tracker.currentWidget);
}
