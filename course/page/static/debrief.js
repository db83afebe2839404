// After the last line: the mood, the answers, the steps, the roads not taken, and the mark at the end.

function quoteLine(name, text, kind) {
  return make("div", { class: `cc-quote cc-quote-${kind}` }, make("dt", { text: name }), make("dd", {}, make("span", { text })));
}

function moodTable(view) {
  const rows = view.debrief.table.map((one) => make("tr", {},
    make("th", { scope: "row", text: one.turn }), make("td", { text: one.line }), make("td", { text: one.then || "Nothing" }),
    make("td", {}, moodWord(one.mood), ` ${one.mood.points}`)));
  return make("details", { class: "cc-fold" }, make("summary", { text: "The same as a table" }),
    make("div", { class: "cc-scroll", tabindex: "0", role: "region", "aria-label": "Mood line by line" },
      make("table", { class: "cc-table" },
        make("thead", {}, make("tr", {}, ["Line", "You said", `${view.first} said`, "Mood"].map((one) => make("th", { scope: "col", text: one })))),
        make("tbody", {}, rows))));
}

function stepList(steps) {
  return make("ul", { class: "cc-steps" }, steps.map((one) => make("li", { "data-found": one.found },
    sign(one.found ? "full" : "none"),
    make("div", {}, make("strong", { text: one.name }), one.found ? "" : make("span", { class: "cc-missed", text: " · not this time" }),
      one.found && one.line ? make("p", {}, make("q", { text: one.line })) : null,
      one.why ? make("p", { class: "cc-small", text: one.why }) : null))));
}

function answers(view) {
  const asked = view.debrief.survey;
  const why = make("ul", { class: "cc-plain" }, asked.why.map((one) => make("li", { text: one })));
  if (!asked.answered) return [make("p", { text: asked.none }), make("details", { class: "cc-fold" }, make("summary", { text: `How ${view.first} saw it` }), why)];
  return [
    asked.comment ? make("blockquote", { class: "cc-bubble cc-theirs", text: asked.comment }) : null,
    make("dl", { class: "cc-facts" }, asked.facts.map((one) => make("div", {}, make("dt", { text: one.ask }), make("dd", { text: one.said })))),
    make("p", { class: "cc-small cc-why-head", text: "Why" }), why,
  ];
}

function road(view, one) {
  return make("dl", { class: "cc-road" },
    quoteLine(`Your line ${one.turn}`, one.line, "mine"),
    one.typed ? quoteLine("What you had written", one.typed, "typed") : null,
    one.heard ? quoteLine(`What ${view.first} heard`, one.heard, "heard") : null,
    quoteLine("A better line", one.better, "better"),
    quoteLine("Why", one.why || one.change, "why"),
    one.why && one.change ? quoteLine("What it would have changed", one.change, "change") : null);
}

function markFold(handling) {
  const parts = handling.parts.map((one) => [
    make("dt", {}, one.title, make("span", { class: "cc-part-score", text: one.score })), make("dd", { text: one.why })]);
  return make("details", { class: "cc-fold cc-mark" },
    make("summary", {}, `Handling mark ${handling.mark} of 100`, handling.fatal.length ? `: ${handling.fatal.join(", ")}` : ""),
    make("p", { class: "cc-small", text: "What was in your hands, whatever the customer felt." }), make("dl", { class: "cc-others" }, parts));
}

// A rule that must not be broken outweighs everything below, so it is said first.
function broken(handling) {
  if (!handling.fatal.length) return null;
  return make("p", { class: "cc-fatal" }, sign("none"),
    make("span", { text: `A house rule was broken: ${handling.fatal.join(", ")}. The handling mark is ${handling.mark}, whatever the customer felt.` }));
}

// How long to wait before asking again for a picture that did not come.
const AGAIN = 2000;

function debrief(page) {
  const box = make("section", { class: "cc-debrief", hidden: true });
  const head = make("h3", { class: "cc-end", tabindex: "-1" });
  const image = make("img", { class: "cc-chart", hidden: true });
  const left = make("div", { class: "cc-left" });
  const rest = make("div", {});
  const again = make("button", { type: "button", class: "cc-button cc-primary", text: "Again" });
  const on = make("button", { type: "button", class: "cc-button", text: "Go on" });
  box.append(head, left, rest, make("div", { class: "cc-actions" }, again, on));

  again.addEventListener("click", async () => {
    page.again();
    await page.tell("again");
  });
  on.addEventListener("click", () => {
    box.dispatchEvent(new CustomEvent("course:go-on", { bubbles: true, detail: { exercise: page.view.id } }));
    const all = [...document.querySelectorAll(".cc-exercise")];
    const next = all[all.indexOf(page.root) + 1];
    if (!next) { page.tellState("That was the last exercise on this page."); return; }
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "start", behavior: still() ? "auto" : "smooth" });
  });

  let drawn = "";
  let wanted = "";
  let later = 0;
  const dark = () => Boolean(box.closest('[data-jp-theme-light="false"]'));
  const narrow = () => (box.clientWidth || 680) < 520;

  // Python draws the picture when the page knows its ground and its width.
  async function picture() {
    const want = JSON.stringify([drawn, dark(), narrow()]);
    if (!drawn || want === wanted || !box.isConnected) return;
    wanted = want;
    const reply = await page.ask("chart", { dark: dark(), narrow: narrow() });
    if (want !== wanted) return;
    if (!reply || !reply.chart) {
      wanted = "";
      later = setTimeout(picture, AGAIN);
      return;
    }
    image.src = reply.chart;
    image.hidden = false;
  }
  const watch = new MutationObserver(picture);
  watch.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light"] });
  const size = new ResizeObserver(picture);
  size.observe(box);

  function part(title, ...children) {
    return make("section", { class: "cc-part" }, make("h4", { text: title }), ...children);
  }

  return {
    box,
    focus: () => head.focus({ preventScroll: true }),
    close() { clearTimeout(later); watch.disconnect(); size.disconnect(); },
    update(view) {
      box.hidden = Boolean(view.asks);
      if (view.asks) { drawn = ""; wanted = ""; image.hidden = true; return; }
      const now = JSON.stringify([view.debrief, view.ended, view.tries]);
      if (now === drawn) return;
      drawn = now;
      head.textContent = view.ended;
      fill(left, view.debrief ? [broken(view.debrief.handling), gauge(view.first, view.mood, "at the end:")] : null);
      if (!view.debrief) {
        rest.replaceChildren(make("p", { text: "Your conversation is kept for your instructor, who marks it." }));
        drawn = "";
        return;
      }
      const told = view.debrief;
      again.classList.toggle("cc-primary", !told.best);
      on.classList.toggle("cc-primary", told.best);
      image.alt = told.finding;
      rest.replaceChildren(
        make("figure", { class: "cc-figure" }, image, make("figcaption", { class: "cc-small", "aria-hidden": "true", text: told.finding }), moodTable(view)),
        part(`What ${view.first} answered`, answers(view)),
        part("What you did, step by step", stepList(told.steps)),
        ...(told.roads.length ? [part("What you could have said", told.roads.map((one) => road(view, one)))] : []),
        markFold(told.handling));
      requestAnimationFrame(picture);
    },
  };
}
