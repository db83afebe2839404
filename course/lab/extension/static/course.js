// @ts-check
// The course view as a whole: which lesson is shown, and in which dress.
/** @import { App, CodeCellClass, Panel, Registry, Themes, Tracker } from "./lab.js" */
import { makeBanner } from "./banner.js";
import { hideChrome } from "./chrome.js";
import { makeHeader } from "./header.js";
import { guardKeys } from "./keys.js";
import { Lesson } from "./lesson.js";
import { goTo, isLesson, lessonInAddress, listLessons, remember } from "./lessons.js";
import { watchProgress } from "./progress.js";
import { makeThemeSwitch } from "./theme.js";

/** @param {{app: App, tracker: Tracker, themes: Themes | null, registry: Registry | null, CodeCell: CodeCellClass}} given */
export function courseView({ app, tracker, themes, registry, CodeCell }) {
  /** @type {{codeShown: boolean, lesson: Lesson | null, order: string[], moving: boolean}} */
  const state = { codeShown: false, lesson: null, order: [], moving: false };
  const banner = makeBanner();
  const header = makeHeader({
    back: () => step(-1),
    next: () => step(1),
    code: () => show(!state.codeShown),
    theme: makeThemeSwitch(themes, registry),
    banner,
  });
  /** @type {WeakMap<Panel, Lesson>} */
  const opened = new WeakMap();
  const progressOf = watchProgress(() => drawHeader());

  // Course view: a lesson is on the page and its code is hidden.
  const dressed = () => Boolean(state.lesson) && !state.codeShown;
  guardKeys(app, dressed);

  function drawHeader() {
    if (!state.lesson) return;
    header.draw({ ...state, path: state.lesson.path, progress: progressOf(state.lesson.node) });
  }

  function dress() {
    document.body.classList.toggle("ccv-on", dressed());
    document.body.classList.toggle("ccv-frame", Boolean(state.lesson));
    hideChrome(app, dressed());
    state.lesson?.dress(dressed());
    drawHeader();
  }

  /** @param {boolean} code */
  function show(code) {
    state.codeShown = code;
    dress();
    if (!code) state.lesson?.catchUp();
  }

  /** @param {number} by */
  function step(by) {
    open(state.order[state.order.indexOf(state.lesson?.path ?? "") + by]);
  }

  /** @param {string | null | undefined} path */
  async function open(path) {
    if (!path || !state.lesson || path === state.lesson.path || state.moving) return;
    state.moving = true;
    try {
      await goTo(app, state.lesson, path);
    } finally {
      state.moving = false;
    }
  }

  /** @param {Panel | null} panel */
  async function enter(panel) {
    if (!panel || !isLesson(panel.context.path)) {
      state.lesson?.leave();
      state.lesson = null;
      banner.clear();
      dress();
      return;
    }
    let lesson = opened.get(panel);
    if (!lesson) {
      lesson = new Lesson({ app, panel, CodeCell, banner, dressed, step });
      opened.set(panel, lesson);
    }
    const before = state.lesson;
    if (before === lesson) return;
    before?.leave();
    state.lesson = lesson;
    // One lesson at a time; with code shown they are documents, and stay open like documents.
    if (before && dressed()) before.retire();
    if (!state.order.includes(lesson.path)) state.order = [];
    dress();
    remember(app, lesson.path);
    await Promise.all([lesson.enter(), findPlace(lesson)]);
  }

  /** @param {Lesson} lesson */
  async function findPlace(lesson) {
    try {
      state.order = await listLessons(app);
    } catch (error) {
      // No server, no list; the banner tells that story.
      console.warn("Course: the lessons could not be listed.", error);
      return;
    }
    lesson.setNeighbours(state.order);
    drawHeader();
  }

  document.addEventListener("course:ready", drawHeader);
  // The browser's own Back and Forward.
  window.addEventListener("popstate", () => open(lessonInAddress()));

  // The header grows and shrinks with its news and with the window; Lab must measure again.
  new ResizeObserver(() => app.shell.update()).observe(app.shell.node);

  tracker.currentChanged.connect((_, panel) => enter(panel));
  // Lab lays out its chrome more than once while it starts.
  app.restored.then(dress);
  if (tracker.currentWidget) enter(tracker.currentWidget);
}
