// The course view as a whole: which lesson is shown, and in which dress.
import { makeBanner } from "./banner.js";
import { hideChrome } from "./chrome.js";
import { makeHeader } from "./header.js";
import { guardKeys } from "./keys.js";
import { Lesson } from "./lesson.js";
import { goTo, isLesson, listLessons, remember } from "./lessons.js";
import { watchProgress } from "./progress.js";
import { makeThemeSwitch } from "./theme.js";

export function courseView({ app, tracker, themes, CodeCell }) {
  const state = { codeShown: false, lesson: null, order: [] };
  const banner = makeBanner();
  const header = makeHeader({
    back: () => step(-1),
    next: () => step(1),
    code: () => show(!state.codeShown),
    theme: makeThemeSwitch(themes),
    banner,
  });
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
    document.body.classList.toggle("cc-course", dressed());
    document.body.classList.toggle("cc-frame", Boolean(state.lesson));
    hideChrome(app, dressed());
    state.lesson?.dress(dressed());
    drawHeader();
  }

  function show(code) {
    state.codeShown = code;
    dress();
    if (!code) state.lesson?.catchUp();
  }

  function step(by) {
    const to = state.order[state.order.indexOf(state.lesson?.path) + by];
    if (to) goTo(app, state.lesson, to);
  }

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
    if (state.lesson === lesson) return;
    state.lesson?.leave();
    state.lesson = lesson;
    state.order = [lesson.path];
    dress();
    remember(app, lesson.path);
    listLessons(app).then((order) => {
      state.order = order;
      lesson.setNeighbours(order);
      drawHeader();
    });
    await lesson.enter();
  }

  tracker.currentChanged.connect((_, panel) => enter(panel));
  // Lab lays out its chrome more than once while it starts.
  app.restored.then(dress);
  if (tracker.currentWidget) enter(tracker.currentWidget);
}
