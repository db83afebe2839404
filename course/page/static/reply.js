// A reply in one's own words: kept while it is written, then laid beside what the rules noticed.

function noticed(one) {
  const found = one.found.map((words) => make("p", {}, words.sure ? "" : "Perhaps: ", make("q", { text: words.quote }), make("span", { class: "cc-why", text: ` ${words.why}` })));
  return make("li", {}, sign(one.mark), make("div", {}, make("strong", { text: one.text }), found, one.said ? make("p", { class: "cc-small", text: one.said }) : null));
}

function reply(page) {
  const first = page.view;
  const most = 4000;
  const box = make("textarea", { class: "cc-text", id: id(), rows: 5, maxlength: most, spellcheck: "true" });
  const note = make("p", { class: "cc-small", id: id(), "aria-live": "polite" });
  const noted = () => {
    const words = box.value.length < most
      ? `At least ${first.atLeast} words. Kept while you write.`
      : "The box is full, at 4,000 letters. Read the end: the last words may have been cut off.";
    if (note.textContent !== words) note.textContent = words;
  };
  const timer = first.minutes ? clock(first.minutes) : null;
  box.setAttribute("aria-describedby", timer ? `${timer.id} ${note.id}` : note.id);
  // The box grows with its text, so that nothing written is out of sight.
  const fit = () => requestAnimationFrame(() => {
    if (box.scrollHeight > box.clientHeight) box.style.height = `${box.scrollHeight + 2}px`;
  });
  const data = (own) => ({ text: box.value, own: own ?? page.view.own });
  box.addEventListener("input", () => { if (timer) timer.begin(); noted(); fit(); page.changed(data(), 800); });
  box.addEventListener("blur", () => page.flush());

  const group = id();
  const ratings = first.ratings.map((one) => {
    const input = make("input", { type: "radio", name: group, value: one.id, id: id() });
    input.addEventListener("change", () => page.tell("draft", data(one.id)));
    return { one, input, label: make("label", { class: "cc-pill", for: input.id }, input, make("span", { text: one.text })) };
  });
  const own = make("fieldset", { class: "cc-options cc-own" },
    make("legend", { class: "cc-label", text: "How does yours compare?" }), make("div", { class: "cc-pills" }, ratings.map((row) => row.label)));
  const list = make("div", {});
  const compare = make("section", { class: "cc-compare", hidden: true }, list, own);

  return {
    before: saying(first),
    body: make("div", { class: "cc-body" },
      make("label", { class: "cc-label", for: box.id, text: first.starts || "Your reply" }), box, timer && timer.node, note),
    after: compare,
    missing: () => "Write something first.",
    answer: () => box.value.trim() || undefined,
    close() { if (timer) timer.stop(); },
    update(view) {
      if (!page.dirty && box.value !== view.text) box.value = view.text;
      box.readOnly = page.locked;
      fit();
      if (timer) {
        timer.node.hidden = page.locked;
        if (page.locked) timer.stop();
      }
      note.hidden = page.locked;
      noted();
      for (const row of ratings) row.input.checked = row.one.id === view.own;
      compare.hidden = !view.noticed.length;
      if (compare.hidden) return;
      fill(list,
        make("h3", { class: "cc-h", text: "What stands out in your words" }),
        make("ul", { class: "cc-steps cc-noticed" }, view.noticed.map(noticed)),
        view.also.length ? make("details", { class: "cc-fold" }, make("summary", { text: "Also noticed" }),
          make("ul", { class: "cc-plain" }, view.also.map((one) => make("li", {}, make("q", { text: one.quote }), ` ${one.what}. ${one.why}`)))) : null,
        make("h3", { class: "cc-h", text: "One good reply" }),
        make("blockquote", { class: "cc-bubble cc-mine cc-model" }, prose(view.model)),
        make("p", { class: "cc-small", text: view.because }));
    },
  };
}
