// Who is here: asked once, changeable ever after.

function hello({ model, el }) {
  return panel(model, el, (page) => {
    const field = make("input", { type: "text", class: "cc-number cc-name-box", id: id(), maxlength: 80, autocomplete: "name" });
    const keep = make("button", { type: "submit", class: "cc-button cc-primary", text: "Keep my name" });
    const form = make("form", {}, make("label", { class: "cc-label", for: field.id, text: "What should we call you?" }),
      make("div", { class: "cc-number-row" }, field, keep));
    const change = make("button", { type: "button", class: "cc-button cc-quiet-button", text: "Change" });
    const greeting = make("p", { class: "cc-greeting", tabindex: "-1" });
    const known = make("div", { class: "cc-number-row" }, greeting, change);
    let changing = false;

    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const name = field.value.trim();
      if (!name) { page.status.textContent = "Write a name first. Any name will do."; field.focus(); return; }
      const held = form.contains(document.activeElement);
      changing = false;
      const kept = await page.tell("name", name);
      if (!kept) changing = true;
      update(page.view);
      if (kept && held) greeting.focus();
    });
    change.addEventListener("click", () => { changing = true; update(page.view); field.focus(); });

    function update(view) {
      const ask = changing || !view.name;
      form.hidden = !ask;
      known.hidden = ask;
      if (!ask || document.activeElement !== field) field.value = view.name;
      greeting.textContent = view.name ? `Good to have you here, ${view.name}.` : "";
    }
    return { nodes: [page.warn.box, form, known, make("p", { class: "cc-small", text: page.view.seen }), page.status], update };
  });
}
