// A kind of exercise without a widget: a plain sentence, and what an answer from elsewhere came to.

function plain(page) {
  const result = resultBox();
  return {
    // There is nothing to check.
    bare: true,
    body: make("div", { class: "cc-body" }, make("p", { class: "cc-plain", text: page.view.plain }), result.box),
    update: (view) => result.update(view, view.reasons.map((one) => make("div", { class: "cc-reason" }, make("p", { text: one })))),
  };
}
