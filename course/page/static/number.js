// A figure to work out: the table, a labelled box with its unit; Enter checks.

function dataTable(table) {
  const head = table.columns.map((name, place) => make("th", { scope: "col", class: table.figures[place] && "cc-figures", text: name }));
  const rows = table.rows.map((row) => make("tr", {}, row.map((cell, place) => make("td", { class: table.figures[place] && "cc-figures", text: cell }))));
  const box = make("div", { class: "cc-scroll cc-data", tabindex: "0", role: "region", "aria-label": table.caption || "The data" },
    make("table", { class: "cc-table" }, table.caption ? make("caption", { text: table.caption }) : null,
      make("thead", {}, make("tr", {}, head)), make("tbody", {}, rows)));
  const wider = make("p", { class: "cc-wider", hidden: true, text: "The table is wider than the page: move it sideways to see every column. →" });
  const size = new ResizeObserver(() => { wider.hidden = box.scrollWidth <= box.clientWidth; });
  size.observe(box);
  return { nodes: [wider, box], close: () => size.disconnect() };
}

function number(page) {
  const first = page.view;
  const data = first.table ? dataTable(first.table) : null;
  const box = make("input", { type: "text", inputmode: "decimal", autocomplete: "off", class: "cc-number", id: id() });
  const unit = make("span", { class: "cc-unit", id: id(), text: first.unit });
  if (first.unit) box.setAttribute("aria-describedby", unit.id);
  box.addEventListener("input", () => page.changed(box.value, 800));
  box.addEventListener("blur", () => page.flush());
  const places = first.decimals === 0 ? "A whole number" : `To ${first.decimals} decimal place${first.decimals === 1 ? "" : "s"}`;
  return {
    body: make("div", { class: "cc-body" }, data ? data.nodes : null,
      make("label", { class: "cc-label", for: box.id }, "Your answer ", make("span", { class: "cc-places", text: places })),
      make("div", { class: "cc-number-row" }, box, unit)),
    missing: () => "Write a number first.",
    answer: () => box.value.trim() || undefined,
    update(view) {
      if (!page.dirty && box.value !== view.value) box.value = view.value;
      box.readOnly = page.locked;
    },
    reasons: (view) => view.reasons.map((one) => make("div", { class: "cc-reason" }, make("p", { text: one }))),
    key(event) {
      if (event.key === "Enter" && event.target === box) { event.preventDefault(); page.check(); }
    },
    close() { if (data) data.close(); },
  };
}
