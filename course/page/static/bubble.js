// A customer's words above a question.

function saying(view) {
  const box = make("figure", { class: "cc-said", hidden: !view.says });
  if (view.says) {
    if (view.saidBy) box.append(make("figcaption", { class: "cc-who", text: view.saidBy }));
    box.append(make("blockquote", { class: "cc-bubble cc-theirs" }, paragraphs(view.says)));
  }
  return box;
}
