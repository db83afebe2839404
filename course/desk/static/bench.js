// The bench: choose a table, a calculator and its conventions; the answer comes with its working.

function bench({ model, el }) {
  return desk(model, el, (page) => {
    let setting = null;
    let told = "";
    const grid = make("div", { class: "cc-fields cc-bench-fields" });
    const ticks = make("div", { class: "cc-checks" });
    const table = choose("Table", page.view.form.tables, (value) => change({ table: value }));
    const metric = choose("Number", page.view.form.metrics, (value) => change({ metric: value }));
    const where = choose("Only rows where", [], (value) => change({ where: value, value: "" }));
    const value = choose("is", [], (chosen) => change({ value: chosen }));
    const start = choose("From month", [], (month) => change({ start: month, end: setting.end && month > setting.end ? month : setting.end }));
    const end = choose("To month", [], (month) => change({ end: month, start: setting.start && month && month < setting.start ? month : setting.start }));
    const filter = fold("Only some of the rows", make("div", { class: "cc-fields cc-bench-fields" }, start.node, end.node, where.node, value.node));
    const go = make("button", { type: "submit", class: "cc-button cc-primary", text: "Work it out" });
    const status = make("p", { class: "cc-status", role: "status", "aria-live": "polite" });
    const form = make("form", { class: "cc-filters" },
      make("div", { class: "cc-fields cc-bench-fields cc-bench-first" }, table.node, metric.node), grid, ticks, filter,
      make("div", { class: "cc-actions" }, go, status));
    const result = make("div", { class: "cc-bench-result", role: "status", "aria-live": "polite" });
    const working = make("div", {});
    const before = make("div", {});
    const fields = new Map();

    function change(part) {
      setting = { ...setting, ...part };
      status.textContent = page.view.results.length ? "Changed. Work it out again." : "";
      page.ask("set", setting);
    }
    function set(name, chosen) { change({ values: { ...setting.values, [name]: chosen } }); }
    page.retry = () => page.ask("set", setting);

    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      collect();
      const slow = setTimeout(() => go.setAttribute("aria-busy", "true"), 250);
      await page.ask("work", setting);
      clearTimeout(slow);
      go.removeAttribute("aria-busy");
      status.textContent = "";
    });

    // A number that is still being written has not been sent yet.
    function collect() {
      const values = { ...setting.values };
      for (const [name, one] of fields) if (one.kind === "number") values[name] = one.box.value;
      setting = { ...setting, values };
    }

    function number(one) {
      const box = make("input", { type: "text", inputmode: "decimal", autocomplete: "off", class: "cc-input", id: id() });
      box.addEventListener("change", () => set(one.id, box.value));
      return { box, node: make("div", { class: "cc-field" }, make("label", { class: "cc-field-name", for: box.id, text: one.label }), box) };
    }

    function options(made, list, chosen) {
      const now = JSON.stringify(list);
      if (made.list !== now) {
        made.list = now;
        made.box.replaceChildren(...list.map((one) => make("option", { value: one.id, text: one.name })));
      }
      if (made.box.value !== chosen) made.box.value = chosen;
    }

    function field(one) {
      const made = one.kind === "choice" ? choose(one.label, [], (chosen) => set(one.id, chosen))
        : one.kind === "tick" ? tick(one.label, (chosen) => set(one.id, chosen)) : number(one);
      return { ...made, kind: one.kind, label: one.label };
    }

    function drawFields(list) {
      const wanted = new Set(list.map((one) => one.id));
      for (const [name, one] of fields) if (!wanted.has(name)) { one.node.remove(); fields.delete(name); }
      for (const one of list) {
        const known = fields.get(one.id);
        if (!known || known.label !== one.label || known.kind !== one.kind) {
          if (known) known.node.remove();
          fields.set(one.id, field(one));
        }
        const made = fields.get(one.id);
        (one.kind === "tick" ? ticks : grid).append(made.node);
        if (one.kind === "choice") options(made, one.of, one.value);
        else if (one.kind === "tick") made.box.checked = one.value;
        else if (document.activeElement !== made.box) made.box.value = one.value;
      }
    }

    const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);

    function drawResults(all) {
      const [last, ...earlier] = all;
      if (!last) { fill(result); fill(working); fill(before); return; }
      // The number stands large; what else must be known of it follows.
      const [number, ...more] = last.sentence.split("; ");
      fill(result, last.problem ? make("p", { class: "cc-problem", text: last.problem }) : make("div", { class: "cc-bench-number" },
        make("p", { text: more.length ? `${number}.` : number }), more.length ? make("p", { class: "cc-bench-more", text: sentence(more.join("; ")) }) : null));
      fill(working,
        make("p", { class: "cc-small", text: `Chosen: ${last.chosen}.` }),
        last.working.length ? make("section", { class: "cc-part" }, make("h3", { class: "cc-label", text: "The working" }),
          make("ol", { class: "cc-working" }, last.working.map((one) => make("li", { text: one })))) : null,
        last.rows.length ? make("section", { class: "cc-part cc-bench-table" }, make("h3", { class: "cc-label", text: "The table behind it" }),
          sheet("The table behind the number", last.heads, last.rows, last.heads.map((_, at) => at).slice(1, 3))) : null);
      fill(before, earlier.length ? fold(`Worked out before (${earlier.length})`, make("ul", { class: "cc-plain" },
        earlier.map((one) => make("li", {}, one.sentence || one.problem, make("span", { class: "cc-under", text: one.chosen }))))) : null);
    }

    return {
      nodes: [form, result, working, before],
      update(view) {
        const now = JSON.stringify(view.form);
        page.title.textContent = view.title;
        if (now !== told) {
          told = now;
          setting = view.form.setting;
          table.box.value = setting.table;
          metric.box.value = setting.metric;
          const held = document.activeElement;
          drawFields(view.form.fields);
          if (held && held.isConnected && held !== document.activeElement && page.root.contains(held)) held.focus();
          const dated = view.form.months.length > 0;
          start.node.hidden = !dated;
          end.node.hidden = !dated;
          if (dated) {
            options(start, [{ id: "", name: "the first" }, ...view.form.months], setting.start);
            options(end, [{ id: "", name: "the last" }, ...view.form.months], setting.end);
          }
          options(where, view.form.where, setting.where);
          options(value, view.form.value, setting.value);
          value.node.hidden = !setting.where;
        }
        drawResults(view.results);
      },
    };
  });
}
