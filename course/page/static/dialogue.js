// A conversation: the log, then either a box to write in, the lines to choose from, or the debrief.

const TYPING = 600;

function dialogue(page) {
  const first = page.view;
  const lines = talk(first);
  // Open until the first line is said: there are things on it that the first line needs.
  const screen = make("details", { class: "cc-fold cc-screen", open: !first.turns && !first.tries },
    make("summary", { text: "On your screen" }),
    make("ul", {}, first.sees.map((one) => make("li", { text: one }))),
    first.rules.length ? make("dl", { class: "cc-rules" }, first.rules.map((one) => [make("dt", { text: one.title }), make("dd", { text: one.text })])) : null);
  const mood = make("div", { class: "cc-mood-row", "aria-live": "polite" });
  const say = make("div", { class: "cc-say", tabindex: "-1", role: "group" });
  const end = debrief(page);
  const body = make("div", { class: "cc-body cc-dialogue" },
    make("div", { class: "cc-brief" }, prose(first.brief)), screen, lines.log, say, mood, end.box);

  const verb = ["chat", "e-mail", "social"].includes(first.channel) ? "write" : "say";
  const asking = (own) => `What ${own ? "would" : "do"} you ${verb}?`;
  let asked = "";
  let typing = null;
  let typedOnce = first.tries > 0 || first.turns > 0;
  let moved = false;

  const keep = debounce(800, (moment, typed) => page.tell("draft", { moment, typed, ready: false }));

  function writing(asks) {
    const box = make("textarea", { class: "cc-text", id: id(), rows: 3, maxlength: 1000, spellcheck: "true" });
    box.value = asks.typed;
    box.addEventListener("input", () => {
      page.hold({ moment: asks.moment, typed: box.value, ready: false });
      keep(asks.moment, box.value);
    });
    box.addEventListener("blur", () => keep.now(asks.moment, box.value));
    const go = make("button", { type: "button", class: "cc-button cc-primary", text: "Show the lines" });
    go.addEventListener("click", async () => {
      const typed = box.value.trim();
      if (!typed) {
        page.tellState("Write a line of your own first. A few words are enough.", true);
        box.focus();
        return;
      }
      keep.drop();
      moved = true;
      await page.tell("draft", { moment: asks.moment, typed, ready: true });
    });
    return [
      make("label", { class: "cc-label", for: box.id, text: asking(true) }), box,
      make("p", { class: "cc-small", text: "Yours is kept beside the line you choose. It is not marked." }),
      make("div", { class: "cc-actions" }, go),
    ];
  }

  function choosing(asks) {
    const written = asks.typed ? make("p", { class: "cc-wrote cc-wrote-now" }, "You wrote: ", make("q", { text: asks.typed })) : null;
    const list = make("ol", { class: "cc-lines" }, asks.choices.map((one, place) => {
      const button = make("button", { type: "button", class: "cc-line", "data-id": one.id },
        make("span", { class: "cc-key", "aria-hidden": "true", text: place + 1 }), make("span", { text: one.text }));
      button.addEventListener("click", () => pick(one.id, asks));
      return make("li", {}, button);
    }));
    return [written, make("p", { class: "cc-label", text: asking(false) }), list];
  }

  let sending = false;
  async function pick(choice, asks) {
    if (sending || typing) return;
    sending = true;
    moved = true;
    for (const button of say.querySelectorAll(".cc-line")) button.toggleAttribute("data-picked", button.dataset.id === choice);
    say.setAttribute("aria-busy", "true");
    // Python leaves a line alone that was said already, so sending it twice does no harm.
    await page.tell("turn", { choice, typed: asks.typed, after: page.view.turns });
    sending = false;
    say.removeAttribute("aria-busy");
  }

  function ask(view) {
    const now = JSON.stringify([view.play, view.asks && view.asks.moment, view.turns, view.asks && view.asks.first]);
    if (now === asked) return;
    const held = say.contains(document.activeElement);
    asked = now;
    say.hidden = !view.asks;
    if (!view.asks) { say.replaceChildren(); return; }
    say.setAttribute("aria-label", asking(view.asks.first));
    say.replaceChildren(...(view.asks.first ? writing(view.asks) : choosing(view.asks)).filter(Boolean));
    if (held || (moved && !page.root.contains(document.activeElement))) say.focus({ preventScroll: true });
  }

  function feel(view) {
    const open = Boolean(view.asks);
    if (view.mood) fill(mood, gauge(view.first, view.mood));
    else if (open) {
      if (mood.querySelector("button")) return;
      fill(mood, make("button", { type: "button", class: "cc-button cc-quiet-button", text: `Show how ${view.first} feels`, onclick: () => { moved = true; page.tell("hint", 1); } }));
    }
    mood.hidden = !open;
  }

  // The newest line is read first: as much of what follows as fits comes with it.
  function reveal(node) {
    const last = say.hidden ? node : say;
    const tall = last.getBoundingClientRect().bottom - node.getBoundingClientRect().top > window.innerHeight * 0.8;
    (tall ? node : last).scrollIntoView({ block: tall ? "start" : "nearest", behavior: still() ? "auto" : "smooth" });
  }

  function show(view) {
    const fresh = lines.update(view.talk);
    ask(view);
    feel(view);
    end.update(view);
    const spoken = fresh.filter(({ one }) => one.who !== "me")[0];
    if (moved && spoken) reveal(spoken.node);
    if (moved && !view.asks && !end.box.contains(document.activeElement)) end.focus();
    if (moved && !still()) for (const { node } of fresh) node.classList.add("cc-new");
  }

  return {
    body,
    bare: true,
    back: "You were here. Carry on when you like.",
    answer: () => undefined,
    missing: () => "",
    update(view) {
      if (typing) return;
      const writes = (view.channel === "chat" || view.channel === "social") && !typedOnce && moved && view.turns > 0 && !still();
      if (!writes) { show(view); return; }
      // Only once, and only where people see each other type.
      typedOnce = true;
      const waits = make("p", { class: "cc-typing", text: `${view.first} is typing` });
      lines.update(view.talk.slice(0, view.talk.map((one) => one.who).lastIndexOf("me") + 1));
      lines.log.after(waits);
      typing = setTimeout(() => { typing = null; waits.remove(); show(page.view); }, TYPING);
    },
    key(event) {
      if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("textarea, input")) return;
      const button = /^[1-9]$/.test(event.key) && say.querySelectorAll(".cc-line")[Number(event.key) - 1];
      if (button) { event.preventDefault(); say.focus({ preventScroll: true }); button.click(); }
    },
    again() { asked = ""; typedOnce = true; moved = true; },
    close() { keep.drop(); clearTimeout(typing); end.close(); },
  };
}
