// Items in an order: buttons or arrow keys move one, dragging does too, and every move is announced.

function arrow(up) {
  return svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" },
    svg("path", { d: up ? "M3.5 10 8 5.5 12.5 10" : "M3.5 6 8 10.5 12.5 6", fill: "none", stroke: "currentColor", "stroke-width": 2, "stroke-linecap": "round", "stroke-linejoin": "round" }));
}

function rank(page) {
  const first = page.view;
  const live = make("p", { class: "cc-vanish", "aria-live": "polite" });
  const list = make("ol", { class: "cc-rank" });
  let held = null;

  const rows = new Map(first.items.map((item) => {
    const place = make("span", { class: "cc-rank-place" });
    const move = (up) => {
      const button = make("button", { type: "button", class: "cc-move", "aria-label": `Move ${up ? "up" : "down"}: ${item.text}` }, arrow(up));
      button.addEventListener("click", () => shift(item.id, up ? -1 : 1));
      return button;
    };
    const up = move(true);
    const down = move(false);
    const node = make("li", { class: "cc-rank-item", draggable: "true" }, place,
      make("span", { class: "cc-rank-text", text: item.text }), make("span", { class: "cc-rank-moves" }, up, down));
    node.addEventListener("keydown", (event) => {
      const by = { ArrowUp: -1, ArrowDown: 1, Home: -99, End: 99 }[event.key];
      if (by) { event.preventDefault(); shift(item.id, by); }
    });
    node.addEventListener("dragstart", (event) => { held = item.id; node.dataset.held = ""; event.dataTransfer.setData("text/plain", item.text); });
    node.addEventListener("dragend", () => { held = null; delete node.dataset.held; });
    node.addEventListener("dragover", (event) => {
      if (!held || page.locked) return;
      event.preventDefault();
      if (held !== item.id) shift(held, order.indexOf(item.id) - order.indexOf(held));
    });
    return [item.id, { item, node, place, up, down }];
  }));
  let order = first.items.map((item) => item.id);

  function shift(one, by) {
    if (page.locked) return;
    const from = order.indexOf(one);
    const to = Math.min(Math.max(from + by, 0), order.length - 1);
    if (to === from) return;
    order.splice(from, 1);
    order.splice(to, 0, one);
    show();
    live.textContent = `${rows.get(one).item.text}: now ${to + 1} of ${order.length}.`;
    page.changed([...order]);
  }

  // Moving an element drops its focus, so it is given back.
  function show() {
    const focus = list.contains(document.activeElement) ? document.activeElement : null;
    order.forEach((one, place) => {
      const row = rows.get(one);
      if (list.children[place] !== row.node) list.insertBefore(row.node, list.children[place] || null);
      row.place.textContent = place + 1;
      row.up.setAttribute("aria-disabled", String(place === 0));
      row.down.setAttribute("aria-disabled", String(place === order.length - 1));
    });
    if (focus && document.activeElement !== focus) focus.focus();
  }
  show();

  return {
    body: make("div", { class: "cc-body" }, make("p", { class: "cc-rank-end", text: first.first }), list,
      make("p", { class: "cc-rank-end", text: first.last }), live),
    missing: () => "",
    answer: () => [...order],
    // The shuffle is nobody's answer until somebody says so.
    doubt: (view) => (view.moved ? null : { ask: "Nothing has been moved yet. Is this your order?", yes: "This is my order" }),
    update(view) {
      if (!page.dirty) { order = view.items.map((item) => item.id); show(); }
      list.toggleAttribute("data-locked", page.locked);
      for (const row of rows.values()) {
        row.node.draggable = !page.locked;
        row.up.disabled = page.locked;
        row.down.disabled = page.locked;
      }
    },
    reasons(view) {
      const told = view.reasons.map((one) => make("div", { class: "cc-reason" },
        make("p", { class: "cc-yours" }, make("q", { text: one.text })), make("p", { text: one.why })));
      if (!view.because.length) return told;
      return [told, make("details", { class: "cc-fold" }, make("summary", { text: "Why each stands where it does" }),
        make("dl", { class: "cc-others" }, view.because.map((one) => [make("dt", { text: one.text }), make("dd", { text: one.why })])))];
    },
  };
}
