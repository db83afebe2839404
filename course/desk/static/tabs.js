// Tabs as people with a keyboard know them: arrows move, Home and End jump, one stop for Tab.

// `onPick` hears which tab now lies on top, from 0.
function tabs(label, parts, onPick) {
  const list = make("div", { class: "cc-tabs", role: "tablist", "aria-label": label });
  const made = parts.map((part) => {
    const tab = make("button", { type: "button", class: "cc-tab", role: "tab", id: id(), text: part.name });
    const box = make("div", { class: "cc-tabpanel", role: "tabpanel", id: id(), "aria-labelledby": tab.id, tabindex: "0" }, part.nodes);
    tab.setAttribute("aria-controls", box.id);
    list.append(tab);
    return { tab, box };
  });
  function pick(place, focus) {
    made.forEach((one, at) => {
      one.tab.setAttribute("aria-selected", String(at === place));
      one.tab.tabIndex = at === place ? 0 : -1;
      one.box.hidden = at !== place;
    });
    if (focus) made[place].tab.focus();
    if (onPick) onPick(place);
  }
  made.forEach((one, at) => one.tab.addEventListener("click", () => pick(at)));
  list.addEventListener("keydown", (event) => {
    const at = made.findIndex((one) => one.tab === event.target);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: made.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    pick((to + made.length) % made.length, true);
  });
  pick(0);
  return { pick, nodes: [list, ...made.map((one) => one.box)] };
}
