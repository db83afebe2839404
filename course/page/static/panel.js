// A small panel that is no exercise: it has a title, says what it keeps, and is as careful about it.

function panel(model, el, draw) {
  let view = model.get("view");
  const warn = alarm();
  const status = make("p", { class: "cc-status", "aria-live": "polite" });
  const root = make("section", { class: "cc cc-panel", "data-lm-suppress-shortcuts": "true" });
  root.addEventListener("keydown", (event) => event.stopPropagation());
  const settle = (reply, retry) => {
    if (reply.late || reply.error) warn.show(reply.error || LOST.late, retry);
    else if (view.saving === false) warn.show(LOST.memory);
    else warn.hide();
    return !reply.late && !reply.error;
  };
  const say = channel(model, settle);
  const page = {
    get view() { return view; },
    root,
    warn,
    status,
    async tell(doing, value) {
      const reply = await say(doing, value);
      const heard = settle(reply, () => page.tell(doing, value));
      if (heard && reply.saved) status.textContent = `Saved ${reply.saved}`;
      return heard ? reply : null;
    },
  };
  const part = draw(page);
  const redraw = () => { view = model.get("view"); part.update(view); };
  root.append(...part.nodes);
  el.append(root);
  redraw();
  if (view.saving === false) warn.show(LOST.memory);
  model.on("change:view", redraw);
  // Answers given elsewhere on the page can change what a panel says.
  const look = part.looks && debounce(400, () => page.tell("look"));
  if (look) document.addEventListener("course:progress", look);
  return () => {
    model.off("change:view", redraw);
    if (look) { look.drop(); document.removeEventListener("course:progress", look); }
    say.close();
  };
}
