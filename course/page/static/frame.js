// The frame of every exercise: title, task, hints, the check, the result, and what is kept.

// Makes the `render` of one kind. `kind(page)` gives {body, update, answer, missing, reasons}, and
// where it has them {before, after, doubt}: what stands above the task and below the result, and
// what to ask before an answer that nobody may have meant.
function exercise(kind) {
  return ({ model, el }) => {
    let view = model.get("view");
    let reopened = view.state === "done" && view.cameBack;
    let asked = 0;
    // Edits are counted, so that an answer that arrives late does not undo a newer one.
    let edits = 0;
    let sent = 0;
    let dirty = false;
    let doubted = false;

    const titleId = id();
    const title = make("h2", { class: "cc-title", id: titleId });
    const task = make("div", { class: "cc-prompt" });
    const warn = alarm(() => part.body);
    const status = make("p", { class: "cc-status", "aria-live": "polite" });
    const check = make("button", { type: "button", class: "cc-button cc-primary" });
    const root = make("section", {
      class: "cc cc-exercise",
      "aria-labelledby": titleId,
      tabindex: "-1",
      // Lab leaves keys alone inside an element that says so.
      "data-lm-suppress-shortcuts": "true",
    });

    const say = channel(model, (message, doing) => {
      if (!settle(message)) return;
      if (doing === "answer" && !refused()) dirty = edits !== sent;
      draw();
      if (message.saved) tellState(`Saved ${message.saved}`);
    });
    const refused = () => model.get("view").result?.kind === "invalid";
    const hints = hintBox(() => tell("hint", (view.hints.level ?? view.hints.shown.length) + 1));
    const result = resultBox();
    const marks = besideBox();
    const earlier = besideBox();

    function tellState(text, loud) {
      status.textContent = text;
      status.classList.toggle("cc-told", Boolean(loud));
    }

    // Reads Python's answer to a message: saved, refused, or none at all.
    function settle(reply, retry) {
      if (reply.late || reply.error) {
        tellState("");
        warn.show(reply.error || LOST.late, retry);
      }
      else if (!view.saving) warn.show(LOST.memory);
      else warn.hide();
      return !reply.late && !reply.error;
    }

    async function tell(doing, value, retry = () => tell(doing, value)) {
      const held = page.holding;
      const slow = setTimeout(() => { if (doing === "answer") { check.textContent = verbs().busy; check.setAttribute("aria-busy", "true"); } }, 250);
      const reply = await say(doing, value);
      clearTimeout(slow);
      check.removeAttribute("aria-busy");
      const heard = settle(reply, retry);
      if (heard && doing !== "hint" && page.holding === held) unkept.drop(view.id);
      draw();
      // What is missing stays to be read; a draft that was kept is no news beside it.
      const told = doing === "draft" && status.classList.contains("cc-told");
      if (heard && reply.saved && !told) tellState(doing === "draft" ? `Draft kept ${reply.saved}` : `Saved ${reply.saved}`);
      return heard ? reply : null;
    }

    let drafts = debounce(0, () => {});
    const page = {
      get view() { return view; },
      root,
      tell,
      // A question that changes nothing and needs no saving.
      ask: async (doing, value) => {
        const reply = await say(doing, value);
        return reply.late || reply.error ? null : reply;
      },
      again: () => part.again && part.again(),
      tellState,
      draw: () => draw(),
      // Called by the kind when the entered answer changes; `value` is kept as a draft.
      changed(value, wait = 250) {
        edits += 1;
        dirty = true;
        doubted = false;
        page.hold(value);
        tellState("");
        buttons();
        drafts.drop();
        drafts = debounce(wait, () => tell("draft", value));
        drafts();
      },
      // Counts what was entered, so that an older answer from Python drops nothing newer.
      holding: 0,
      hold(value) {
        page.holding += 1;
        unkept.hold(view.id, value);
      },
      // Keeps what is waiting to be kept, at once.
      flush: () => drafts.now(),
      check: () => press(),
      get locked() { return view.state === "done" && !reopened; },
      // While the page holds something newer than Python does, the page is right.
      get dirty() { return dirty; },
    };
    // What is marked here is checked; what a person reads is sent.
    const verbs = () => (view.sent ? { first: "Send", next: "Send again", busy: "Sending", later: "send", past: "sent" }
      : { first: "Check", next: "Check again", busy: "Checking", later: "check", past: "checked" });
    const doubt = () => (part.doubt && !dirty ? part.doubt(view) : null);

    function buttons() {
      const busy = check.hasAttribute("aria-busy");
      if (busy) return;
      const finished = page.locked;
      const unsure = doubted && doubt();
      const same = view.tries > 0 && !dirty && !view.cameBack && view.state === "notyet";
      check.textContent = finished ? "Answer again" : unsure ? unsure.yes : view.tries ? verbs().next : verbs().first;
      check.classList.toggle("cc-primary", !finished);
      check.classList.toggle("cc-quiet-button", finished);
      if (same) check.setAttribute("aria-disabled", "true");
      else check.removeAttribute("aria-disabled");
    }

    async function press() {
      // One press is one answer: a key held down must not reopen what it has just closed.
      if (Date.now() - asked < 400) return;
      if (page.locked) {
        reopened = true;
        asked = Date.now();
        draw();
        tellState(`Change your answer, then ${verbs().later} it again. Your earlier one is kept.`);
        return;
      }
      if (check.getAttribute("aria-disabled") === "true") {
        tellState("Change something first, then check again.", true);
        return;
      }
      if (!doubted && doubt()) {
        doubted = true;
        asked = Date.now();
        tellState(doubt().ask, true);
        buttons();
        return;
      }
      const value = part.answer();
      if (value === undefined) {
        tellState(part.missing(), true);
        return;
      }
      drafts.drop();
      doubted = false;
      await hand(value);
    }

    async function hand(value) {
      asked = Date.now();
      sent = edits;
      const at = edits;
      const reply = await tell("answer", value, () => hand(part.answer() ?? value));
      asked = Date.now();
      if (!reply || refused()) return;
      dirty = edits !== at;
      reopened = dirty;
      draw();
      if (reply.saved) tellState(`Saved ${reply.saved}`);
    }
    check.addEventListener("click", press);
    root.addEventListener("cc-focus-out", () => (check.isConnected && !check.hidden ? check : root).focus());
    root.addEventListener("keydown", (event) => { if (part.key) part.key(event); event.stopPropagation(); });

    const part = kind(page);

    function draw() {
      view = model.get("view");
      root.dataset.exercise = view.id;
      root.dataset.kind = view.kind;
      root.dataset.state = view.state;
      title.textContent = view.title;
      fill(task, prose(view.prompt));
      hints.update(view.hints, page.locked);
      part.update(view);
      if (!part.bare) result.update(view, part.reasons ? part.reasons(view) : null);
      marks.update(view.agreement);
      earlier.update(view.returned);
      check.hidden = Boolean(part.bare);
      buttons();
      if (!view.saving) warn.show(LOST.memory);
      progress(root, view);
    }

    const actions = make("div", { class: "cc-actions" }, check, hints.button, status);
    root.append(title, ...(part.before ? [part.before] : []), task, part.body, warn.box, hints.list, actions, result.box);
    if (part.after) root.append(part.after);
    root.append(marks.box, earlier.box);
    el.append(root);
    draw();
    if (view.cameBack) tellState(part.back || `Your draft is back. It has not been ${verbs().past} yet.`);
    else if (view.saved && view.saving) tellState(`Saved ${view.saved}`);
    const left = unkept.left(view.id);
    if (left !== null) tell("draft", left);

    // Lab draws a widget before it hangs it in the page, and nobody hears an event from there.
    let hung = root.isConnected;
    const hanging = new ResizeObserver(() => {
      if (root.isConnected && !hung) progress(root, view);
      hung = root.isConnected;
    });
    hanging.observe(root);

    const redraw = () => draw();
    // Lab fires this when the kernel goes away or comes back; a message shows which.
    const lost = async () => { if ((await say("ping")).late) warn.show(LOST.gone); };
    const gone = () => warn.show(LOST.gone);
    model.on("change:view", redraw);
    model.on("comm_live_update", lost);
    document.addEventListener("course:kernel-gone", gone);
    return () => {
      page.flush();
      model.off("change:view", redraw);
      model.off("comm_live_update", lost);
      document.removeEventListener("course:kernel-gone", gone);
      say.close();
      hanging.disconnect();
      if (part.close) part.close();
    };
  };
}
