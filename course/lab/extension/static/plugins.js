// @ts-check
// The plug-ins, as JupyterLab wants them: what each needs, what it gives, what it does.
/** @import { App, Registry, Router, Scope, Themes, Tracker } from "./lab.js" */
import { sleep } from "./asleep.js";
import { courseView } from "./course.js";
import { all, loadCourse } from "./pages.js";
import { take } from "./shared.js";

const STYLES = ["tokens.css", "frame.css", "lesson.css", "station.css", "contents.css", "rendered.css"];

/** @param {URL} here @param {string} name */
function addStyle(here, name) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL(name, here).href;
  document.head.append(link);
}

/** @param {Scope} scope @param {URL} here */
export default async function makePlugins(scope, here) {
  const [application, apputils, cells, notebook, settings] = await Promise.all(
    ["application", "apputils", "cells", "notebook", "settingregistry"].map((name) => take(scope, `@jupyterlab/${name}`)),
  );
  await loadCourse();
  const opensHere = all().length > 0;
  return [
    {
      id: "customer-care-course:view",
      description: "Shows a lesson as a page, not as a notebook.",
      autoStart: true,
      requires: [notebook.INotebookTracker, application.IRouter],
      optional: [apputils.IThemeManager, settings.ISettingRegistry],
      activate: (/** @type {App} */ app, /** @type {Tracker} */ tracker, /** @type {Router} */ router, /** @type {Themes | null} */ themes, /** @type {Registry | null} */ registry) =>
        sleep(tracker, () => {
          for (const name of STYLES) addStyle(here, name);
          courseView({ app, tracker, router, themes, registry, CodeCell: cells.CodeCell });
        }),
    },
    ...(opensHere ? [{
      // Lab would open a dialog; the course view says the same in its banner, in plain words.
      id: "customer-care-course:connection-lost",
      description: "Leaves the news of a lost server to the course view.",
      autoStart: true,
      provides: application.IConnectionLost,
      activate: () => async () => {},
    }] : []),
  ];
}
