// How far along, where the answers are, and the file to hand in.

function handin({ model, el }) {
  return panel(model, el, (page) => {
    const title = make("h2", { class: "cc-title", text: "Hand in" });
    const done = make("p", { class: "cc-done" });
    const bar = make("div", { class: "cc-bar", "aria-hidden": "true" }, make("span"));
    const where = make("p", { class: "cc-small" });
    const go = make("button", { type: "button", class: "cc-button cc-primary", text: "Make the file" });
    const made = make("p", { class: "cc-made", role: "status", "aria-live": "polite" });
    go.addEventListener("click", async () => {
      go.setAttribute("aria-busy", "true");
      await page.tell("make");
      go.removeAttribute("aria-busy");
    });
    function update(view) {
      done.textContent = `${view.done} of ${view.total} exercises answered, in all the lessons.`;
      bar.firstChild.style.width = `${view.total ? (100 * view.done) / view.total : 0}%`;
      where.textContent = view.where ? `Your answers are in ${view.where}. You can hand in now and again later.` : "Your answers are in no folder yet.";
      go.textContent = view.made ? "Make it again" : "Make the file";
      fill(made, view.made ? ["Ready: ", make("code", { text: view.made }), " Send it to your instructor."] : []);
    }
    return { nodes: [title, page.warn.box, done, bar, where, make("div", { class: "cc-actions" }, go, page.status), made], update, looks: true };
  });
}
