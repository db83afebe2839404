// A table that can be scrolled by keyboard; `figures` says which columns hold numbers.
function sheet(caption, columns, rows, figures) {
  const of = (place) => (figures.includes(place) ? "cc-figures" : undefined);
  return make("div", { class: "cc-scroll", tabindex: "0", role: "region", "aria-label": caption },
    make("table", { class: "cc-table" },
      make("caption", { class: "cc-vanish", text: caption }),
      make("thead", {}, make("tr", {}, columns.map((name, place) => make("th", { scope: "col", class: of(place), text: name })))),
      make("tbody", {}, rows.map((row) => make("tr", {}, row.map((cell, place) =>
        make(place ? "td" : "th", place ? { class: of(place) } : { scope: "row", class: of(place) }, cell)))))));
}

// Two things laid side by side below a result: a heading, the finding in a sentence, the table.
function besideBox() {
  const box = make("section", { class: "cc-beside", hidden: true });
  return {
    box,
    update(view) {
      box.hidden = !view;
      if (!view) return;
      const figures = view.figures ? view.columns.map((_, place) => place).slice(1) : [];
      fill(box, make("h3", { class: "cc-beside-title", text: view.title }), make("p", { text: view.said }),
        view.rows.length ? sheet(view.title, view.columns, view.rows, figures) : null);
    },
  };
}
