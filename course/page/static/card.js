// A card for a team lead, on the page and on paper.

function cardBody(view) {
  return [
    make("p", { class: "cc-card-kicker", text: view.lesson }),
    make("h2", { class: "cc-title", text: view.name ? `What ${view.name} is practising` : "What I am practising" }),
    make("blockquote", { class: "cc-card-own" }, view.own ? make("p", { text: view.own }) : make("p", { class: "cc-small", text: view.empty })),
    make("p", { class: "cc-label", text: "Three things to watch for" }),
    make("ol", { class: "cc-card-list" }, view.behaviours.map((one) => make("li", {}, make("span", { text: one }), make("span", { class: "cc-tick", "aria-hidden": "true" })))),
    make("p", { class: "cc-small", text: view.use }),
  ];
}

function card({ model, el }) {
  return panel(model, el, (page) => {
    const sheet = make("article", { class: "cc-card" });
    const print = make("button", { type: "button", class: "cc-button cc-primary", text: "Print this card" });
    print.addEventListener("click", () => {
      // Only the card goes to the printer, so it is laid out in a frame of its own.
      const frame = make("iframe", { class: "cc-vanish", title: "The card to print", "aria-hidden": "true", tabindex: "-1" });
      document.body.append(frame);
      const inner = frame.contentDocument;
      inner.title = "A card for a team lead";
      inner.documentElement.lang = "en-GB";
      inner.head.append(make("style", { text: page.view.print }));
      inner.body.append(...cardBody(page.view));
      frame.contentWindow.addEventListener("afterprint", () => frame.remove());
      frame.contentWindow.print();
    });
    return {
      nodes: [sheet, make("div", { class: "cc-actions" }, print, page.status)],
      looks: true,
      update(view) { fill(sheet, cardBody(view)); },
    };
  });
}
