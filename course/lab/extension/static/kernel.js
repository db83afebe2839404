// @ts-check
// Noticing that the Python behind the page has died, was replaced, or that the server is gone.
//
// A kernel restarted from outside keeps its address and its connection, so neither changes on
// the page. What does change is the session id that a kernel puts into everything it sends.
/** @import { Action } from "./banner.js" */
/** @import { Lesson } from "./lesson.js" */
/** @import { Kernel, KernelMessage } from "./lab.js" */
import { askServer } from "./server.js";
import { told } from "./shared.js";

const HEARTBEAT = 4_000;
// An answer that takes longer than this does not come.
const PATIENCE = 5_500;
const GRACE = 1_200;
const SAFE = "Everything saved before is safe.";
const PRESS = "Press “Start it again” at the top.";

/** @param {Lesson} lesson */
export function watchKernel(lesson) {
  const { app, banner, panel } = lesson;
  const { sessionContext } = panel;
  /** @type {string | null} */
  let known = null;
  let paused = false;
  let trouble = false;
  let serverGone = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let looking;

  /** @param {string} text @param {Action} [action] */
  const loud = (text, action) => {
    trouble = true;
    delete document.body.dataset.courseReady;
    if (lesson.entered) banner.alert(text, action);
    // The exercise in use says the same, beside what is being typed.
    document.dispatchEvent(new CustomEvent("course:kernel-gone", { detail: text }));
  };
  const over = () => {
    trouble = serverGone = false;
    document.dispatchEvent(new CustomEvent("course:kernel-back"));
  };

  /** @param {unknown} _ @param {KernelMessage} message */
  function heard(_, message) {
    const kernelSaysSo = Boolean(message.parent_header?.msg_id);
    if (!kernelSaysSo) return;
    const { session } = message.header;
    const replaced = known !== null && session !== known;
    known = session;
    if (replaced) rebuild();
  }

  function rebuild() {
    over();
    lesson.rebuild();
  }

  /** @param {unknown} _ @param {string} status */
  function onStatus(_, status) {
    if (status === "restarting" || status === "autorestarting") {
      loud(`The course has stopped for a moment and is starting again. Please wait. ${SAFE}`);
    } else if (status === "dead" && !serverGone) {
      loud(`The course has stopped, so nothing is being saved. ${SAFE} ${PRESS}`, startAgain);
    } else if (status === "idle" && trouble) {
      beat();
    }
  }

  // A fresh page and a fresh kernel bring everything back from what was saved. The old session
  // goes first, or the page would be joined to its dead kernel again.
  async function startFresh() {
    if (!(await askServer())) return look();
    const { sessions } = app.serviceManager;
    try {
      const old = await sessions.findByPath(panel.context.path);
      if (old && !serverGone) await sessions.shutdown(old.id);
    } catch (error) {
      console.warn("Course: the old session could not be ended.", error);
    }
    window.location.reload();
  }
  const startAgain = { label: "Start it again", act: startFresh };

  /** @param {unknown} _ @param {{newValue: Kernel | null}} change */
  function onKernel(_, { newValue }) {
    if (newValue === null) onStatus(null, "dead");
  }

  /** @param {unknown} _ @param {string} status */
  function onConnection(_, status) {
    clearTimeout(looking);
    if (status !== "connected") looking = setTimeout(look, GRACE);
    else if (trouble) beat();
  }

  // The line to the kernel is cut: is it the kernel, or the whole server?
  async function look() {
    if (paused || panel.isDisposed) return;
    if (sessionContext.session?.kernel?.connectionStatus === "connected") return;
    const there = await askServer();
    if (!there) serverGone = true;
    if (!there) {
      loud(...gone());
    } else if (serverGone) {
      loud("The course is running again. Press “Carry on” at the top to go on.", { label: "Carry on", act: startFresh });
    } else {
      loud(`The course has stopped, so nothing is being saved. ${SAFE} ${PRESS}`, startAgain);
    }
    looking = setTimeout(look, 3000);
  }

  /** @returns {[string, Action]} */
  function gone() {
    const { hubPrefix } = told();
    if (hubPrefix) {
      const back = new URLSearchParams({ next: window.location.pathname + window.location.search });
      const act = () => window.location.assign(`${hubPrefix}spawn?${back}`);
      return [`The course has been stopped on its server, so nothing is being saved. ${SAFE} ${PRESS}`, { label: "Start it again", act }];
    }
    const text = `The course is no longer running on this computer, so nothing is being saved. ${SAFE} ` +
      "Start the course again the way you did before, then press “Try again” at the top.";
    return [text, { label: "Try again", act: startFresh }];
  }

  // Any answer will do: it carries the session id, and coming at all ends the trouble.
  async function beat() {
    const kernel = sessionContext.session?.kernel;
    if (paused || document.hidden || !kernel || kernel.connectionStatus !== "connected") return;
    const before = known;
    const silent = expectAnswer();
    try {
      const reply = await kernel.requestKernelInfo();
      heard(null, reply);
    } catch {
      return;
    } finally {
      clearTimeout(silent);
    }
    if (trouble && before === known) {
      over();
      banner.clear();
      lesson.ready();
    }
  }

  // A Python that hangs keeps its line: all that shows is that nothing comes. While a lesson is
  // being set up it has work to do, and is waited for.
  function expectAnswer() {
    const set = Boolean(document.body.dataset.courseReady);
    return setTimeout(() => {
      const cut = sessionContext.session?.kernel?.connectionStatus !== "connected";
      if (!set || cut || paused || trouble || !document.body.dataset.courseReady) return;
      loud(
        `The course does not answer, so nothing is being saved. ${SAFE} ` +
          "Wait a moment; if it stays so, press “Start it again” at the top.",
        startAgain,
      );
    }, PATIENCE);
  }

  sessionContext.iopubMessage.connect(heard);
  sessionContext.statusChanged.connect(onStatus);
  sessionContext.kernelChanged.connect(onKernel);
  sessionContext.connectionStatusChanged.connect(onConnection);
  // Lab's own dialogs about the same thing.
  sessionContext._displayKernelError = async () => {
    if (!trouble) onStatus(null, "dead");
  };
  sessionContext.statusChanged.disconnect(panel._onSessionStatusChanged, panel);
  const timer = setInterval(beat, HEARTBEAT);
  beat();
  return {
    pause: () => (paused = true),
    resume: () => {
      paused = false;
      beat();
    },
    stop: () => {
      paused = true;
      clearInterval(timer);
      clearTimeout(looking);
    },
  };
}
