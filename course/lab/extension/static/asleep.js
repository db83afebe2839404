// @ts-check
// Where no course is, the course view is not there either: it is made when the first page of a course
// is met, in whichever folder it lies.
/** @import { Panel, Tracker } from "./lab.js" */
import { all, loadCourse, pageAt } from "./pages.js";

/** @param {Tracker} tracker @param {() => void} wake */
export function sleep(tracker, wake) {
  let awake = all().length > 0;
  if (awake) {
    wake();
    return;
  }
  /** @param {Panel | null} panel */
  async function look(panel) {
    if (awake || !panel) return;
    await loadCourse(panel.context.path);
    if (awake || !pageAt(panel.context.path)) return;
    awake = true;
    wake();
  }
  tracker.currentChanged.connect((_, panel) => look(panel));
  look(tracker.currentWidget);
}
