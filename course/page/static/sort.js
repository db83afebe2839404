// Items, each with its own radio buttons for the headings, or one select where the page is narrow.
// A heading can also be dragged onto an item.

function sort(page) {
  const first = page.view;
  const live = make("p", { class: "cc-vanish", "aria-live": "polite" });
  const at = Object.fromEntries(first.items.map((item) => [item.id, item.at]));
  const text = Object.fromEntries(first.headings.map((one) => [one.id, one.text]));
  let held = null;

  const chips = make("ul", { class: "cc-chips", "aria-label": "Headings" }, first.headings.map((heading, place) => {
    const chip = make("li", { class: "cc-chip", draggable: "true" }, make("span", { class: "cc-key", text: place + 1 }), make("span", { text: heading.text }));
    chip.addEventListener("dragstart", (event) => { held = { heading: heading.id }; event.dataTransfer.setData("text/plain", heading.text); });
    takes(chip, () => held && held.item && put(held.item, heading.id));
    return chip;
  }));

  function takes(node, act) {
    node.addEventListener("dragover", (event) => { if (!page.locked && held) { event.preventDefault(); node.dataset.over = ""; } });
    node.addEventListener("dragleave", () => delete node.dataset.over);
    node.addEventListener("drop", (event) => { event.preventDefault(); delete node.dataset.over; if (!page.locked) act(); held = null; });
  }

  const rows = first.items.map((item) => {
    const group = id();
    const legend = make("legend", { class: "cc-item-text", id: id(), text: item.text });
    const fields = make("fieldset", { class: "cc-item", draggable: "true" }, legend);
    const pills = make("div", { class: "cc-pills" });
    const inputs = first.headings.map((heading) => {
      const input = make("input", { type: "radio", name: group, value: heading.id, id: id() });
      input.addEventListener("change", () => put(item.id, heading.id));
      pills.append(make("label", { class: "cc-pill", for: input.id }, input, make("span", { text: heading.text })));
      return input;
    });
    const select = make("select", { class: "cc-select cc-item-select", "aria-labelledby": legend.id },
      make("option", { value: "", disabled: true, text: "Put it under" }),
      first.headings.map((heading) => make("option", { value: heading.id, text: heading.text })));
    select.addEventListener("change", () => put(item.id, select.value));
    const why = make("p", { class: "cc-item-why", hidden: true });
    fields.append(pills, select, why);
    fields.addEventListener("dragstart", (event) => { held = { item: item.id }; event.dataTransfer.setData("text/plain", item.text); });
    takes(fields, () => held && held.heading && put(item.id, held.heading));
    fields.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const heading = /^[1-9]$/.test(event.key) && first.headings[Number(event.key) - 1];
      if (heading && !page.locked) { event.preventDefault(); inputs[Number(event.key) - 1].focus(); put(item.id, heading.id); }
    });
    return { item, fields, inputs, select, why };
  });

  const left = () => rows.filter((row) => !at[row.item.id]).length;

  function put(item, heading) {
    if (at[item] === heading) return;
    at[item] = heading;
    show();
    const open = left();
    live.textContent = `Put under ${text[heading]}. ${open ? `${open} to place.` : "All are placed."}`;
    page.changed(Object.fromEntries(Object.entries(at).filter(([, one]) => one)));
  }

  function show() {
    for (const row of rows) {
      for (const input of row.inputs) input.checked = at[row.item.id] === input.value;
      row.select.value = at[row.item.id];
    }
  }

  return {
    body: make("div", { class: "cc-body" }, chips, ...rows.map((row) => row.fields), live),
    missing: () => `${left()} of ${rows.length} ${left() === 1 ? "is" : "are"} not placed yet.`,
    answer: () => (left() ? undefined : { ...at }),
    update(view) {
      if (!page.dirty) { for (const item of view.items) at[item.id] = item.at; show(); }
      const told = Object.fromEntries(view.items.map((item) => [item.id, item]));
      chips.hidden = page.locked;
      for (const row of rows) {
        const { mark, why } = told[row.item.id];
        row.fields.disabled = page.locked;
        row.fields.draggable = !page.locked;
        row.fields.dataset.mark = mark;
        row.why.hidden = !why;
        fill(row.why, why ? [sign(mark), make("span", { text: why })] : []);
      }
    },
    key(event) {
      if (event.key === "Enter" && event.target.matches("input")) { event.preventDefault(); page.check(); }
    },
  };
}
