// One line, or several, to pick: real radio buttons or checkboxes in a real fieldset.

function choice(page) {
  const view = page.view;
  const several = view.select === "several";
  const group = id();
  const fields = make("fieldset", { class: "cc-options" },
    make("legend", { class: "cc-legend", text: several ? "Choose all that fit" : "Choose one" }));
  const rows = view.options.map((option, place) => {
    const input = make("input", { type: several ? "checkbox" : "radio", name: group, value: option.id, id: id() });
    const key = make("span", { class: "cc-key", "aria-hidden": "true", text: place + 1 });
    const label = make("label", { class: "cc-option", for: input.id }, input, make("span", { class: "cc-option-text", text: option.text }), key);
    input.addEventListener("change", () => page.changed(chosen()));
    fields.append(label);
    return { option, input, label };
  });
  const body = make("div", { class: "cc-body" }, fields);

  const chosen = () => rows.filter((row) => row.input.checked).map((row) => row.option.id);
  return {
    before: saying(view),
    body,
    missing: () => (several ? "Choose at least one first." : "Choose one first."),
    answer: () => (chosen().length ? chosen() : undefined),
    update(next) {
      if (!page.dirty) for (const row of rows) row.input.checked = next.chosen.includes(row.option.id);
      fields.disabled = page.locked;
      const marks = Object.fromEntries(next.reasons.map((one) => [one.id, one.mark]));
      for (const row of rows) row.label.dataset.mark = marks[row.option.id] || "";
    },
    reasons(next) {
      const told = next.reasons.map((one) => make("div", { class: "cc-reason", "data-mark": one.mark },
        several || next.reasons.length > 1 ? make("p", { class: "cc-yours" }, sign(one.mark), make("q", { text: one.text })) : null,
        make("p", { text: one.why })));
      if (!next.others.length) return told;
      const others = next.others.map((one) => [make("dt", { text: one.text }), make("dd", { text: one.why })]);
      return [told, make("details", { class: "cc-fold" },
        make("summary", { text: several ? "What about the rest?" : "What about the other options?" }),
        make("dl", { class: "cc-others" }, others))];
    },
    key(event) {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const row = /^[1-9]$/.test(event.key) ? rows[Number(event.key) - 1] : undefined;
      if (row && !fields.disabled) {
        event.preventDefault();
        row.input.focus();
        if (several || !row.input.checked) row.input.click();
      } else if (event.key === "Enter" && event.target.matches("input")) {
        event.preventDefault();
        page.check();
      }
    },
  };
}
