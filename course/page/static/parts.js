// What stands around an exercise: the alarm, the hints, the result.

const LOST = {
  late: "The course has not answered for three seconds, so this may be lost. It is still on this page. Try again; if that fails, copy what you wrote and reload.",
  gone: "The course behind this page has stopped. What you enter now is not kept. Reload the page to start it again.",
  memory: "No course folder was found, so answers last only until this page closes.",
};

// `beside` is what was being worked on: a loss is told right below it, where the eyes are.
function alarm(beside) {
  const words = make("p", { class: "cc-alarm-words" });
  const retry = make("button", { type: "button", class: "cc-button", text: "Try again" });
  const box = make("div", { class: "cc-alarm", role: "alert", hidden: true },
    make("strong", { class: "cc-alarm-title", text: "Not being saved" }), words, retry);
  let again = null;
  retry.addEventListener("click", () => again && again());
  return {
    box,
    show(text, act) {
      const known = text === LOST.memory;
      box.toggleAttribute("data-small", known);
      const node = beside && beside();
      if (node && known) node.before(box);
      else if (node) node.after(box);
      again = act || null;
      retry.hidden = !again;
      words.textContent = text;
      const news = box.hidden && !known;
      box.hidden = false;
      if (news) box.scrollIntoView({ block: "nearest" });
    },
    hide() {
      if (box.contains(document.activeElement)) box.dispatchEvent(new CustomEvent("cc-focus-out", { bubbles: true }));
      box.hidden = true;
    },
  };
}

// What Python has not confirmed outlives the widget and the page: a lesson that builds itself
// again after its kernel was lost picks it up from here.
const unkept = {
  name: (exercise) => `course:unkept:${exercise}`,
  hold(exercise, value) {
    try { sessionStorage.setItem(this.name(exercise), JSON.stringify(value)); } catch { /* private mode */ }
  },
  drop(exercise) {
    try { sessionStorage.removeItem(this.name(exercise)); } catch { /* private mode */ }
  },
  left(exercise) {
    try { return JSON.parse(sessionStorage.getItem(this.name(exercise))); } catch { return null; }
  },
};

// Tells the page around the widget where this exercise stands.
function progress(root, view) {
  root.dispatchEvent(new CustomEvent("course:progress", {
    bubbles: true,
    detail: { exercise: view.id, state: view.tries > 0 ? "done" : "open" },
  }));
}

function hintBox(onAsk) {
  const list = make("ol", { class: "cc-hints", "aria-live": "polite" });
  const button = make("button", { type: "button", class: "cc-button cc-quiet-button", onclick: onAsk });
  return {
    list,
    button,
    update(hints, done) {
      const shown = hints.shown.length;
      fill(list, hints.shown.map((one) => make("li", {}, prose(one))));
      list.hidden = shown === 0;
      button.hidden = done || shown >= hints.of || hints.off;
      button.textContent = shown ? "Another hint" : "Show a hint";
    },
  };
}

function resultBox() {
  const box = make("div", { class: "cc-result", role: "status", "aria-live": "polite" });
  return {
    box,
    update(view, reasons) {
      const result = view.result;
      box.hidden = false;
      if (!result) { fill(box); return; }
      const word = make("p", { class: "cc-verdict", "data-mark": result.mark || result.kind },
        result.mark ? sign(result.mark) : null, make("span", { text: result.word }));
      const score = result.score ? make("p", { class: "cc-score", text: result.score }) : null;
      // A refused answer has no reasons; those on the page would belong to the one before.
      fill(box, word, result.kind === "invalid" ? null : reasons, score);
    },
  };
}
