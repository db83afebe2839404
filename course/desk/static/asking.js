// How many to ask: two sliders; Python says in words what comes of it and draws it.

// `spoken` says a place on the slider in words; both eyes and ears get them.
function slider(label, low, high, spoken, onMove) {
  const box = make("input", { type: "range", class: "cc-range", id: id(), min: low, max: high, step: 1 });
  const out = make("output", { class: "cc-range-now", for: box.id });
  const told = () => {
    out.textContent = spoken(Number(box.value));
    box.setAttribute("aria-valuetext", out.textContent);
  };
  box.addEventListener("input", () => { told(); onMove(); });
  return {
    box,
    set(value) { box.value = value; told(); },
    node: make("div", { class: "cc-range-field" },
      make("div", { class: "cc-range-head" }, make("label", { for: box.id, text: label }), out), box),
  };
}

function asking({ model, el }) {
  return desk(model, el, (page) => {
    const { stops, ends } = page.view;
    const moved = () => { waiting = true; later(); };
    const customers = slider("Customers you ask", 0, stops.length - 1, (place) => `${stops[place]} customers`, moved);
    const share = slider("Customers who have the need", ends[0], ends[1], (value) => `${value} in 100`, moved);
    const summary = make("p", { class: "cc-summary", role: "status", "aria-live": "polite" });
    const facts = make("dl", { class: "cc-facts" });
    const image = make("img", { class: "cc-chart", alt: "", hidden: true });
    const table = make("div", {});
    let waiting = false;
    let wanted = "";

    // A slider on its way is not asked about at every step.
    const later = debounce(150, () => tell());
    async function tell() {
      const sent = { customers: stops[Number(customers.box.value)], in_hundred: Number(share.box.value) };
      waiting = false;
      await page.ask("set", sent);
    }
    page.retry = () => tell();

    const picture = debounce(200, async () => {
      const ground = { dark: page.dark(), narrow: page.narrow() };
      const want = JSON.stringify([page.view.customers, page.view.inHundred, ground]);
      if (want === wanted || !page.root.isConnected) return;
      wanted = want;
      const reply = await page.ask("chart", ground, true);
      if (want !== wanted) return;
      if (!reply) { wanted = ""; return; }
      image.src = reply.chart;
      image.alt = reply.alt;
      image.hidden = false;
    });
    const theme = new MutationObserver(picture);
    theme.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light"] });
    const size = new ResizeObserver(picture);
    size.observe(page.root);

    page.title.textContent = "How many to ask?";
    return {
      nodes: [
        make("div", { class: "cc-filters cc-ranges", role: "group", "aria-label": "What you choose" }, customers.node, share.node),
        summary, facts,
        make("figure", { class: "cc-figure" }, image, fold("The same as a table", table)),
        make("p", { class: "cc-small", text: page.view.supposed }),
      ],
      late: picture,
      close() { later.drop(); picture.drop(); theme.disconnect(); size.disconnect(); },
      update(view) {
        // What is under the hand is newer than what Python has heard.
        if (!waiting) {
          const place = stops.findIndex((one) => one >= view.customers);
          customers.set(place);
          share.set(view.inHundred);
        }
        if (summary.textContent !== view.summary) summary.textContent = view.summary;
        fill(facts, view.facts.map((one) => make("div", {}, make("dt", { text: one.ask }), make("dd", { text: one.said }))));
        fill(table, sheet("What comes of asking fewer or more", ["You ask", "Chances in 100 of hearing it", "Would name it", "Its share"], view.rows, [0, 1, 2]));
        picture();
      },
    };
  });
}
