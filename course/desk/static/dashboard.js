// The dashboard: two tabs, one for the company and one for the person in front of it.

function dashboard({ model, el }) {
  return desk(model, el, (page) => {
    page.title.textContent = "Dashboard";
    const first = board(page);
    const second = ownBox(page.view.choices.empty);
    const both = tabs("Whose contacts", [
      { name: "Marlow & Finch", nodes: first.nodes },
      { name: "Your own contacts", nodes: [second.node] },
    ], (place) => first.own(place === 1));
    let opened = false;
    const look = debounce(400, () => page.ask("look", null, true));
    document.addEventListener("course:progress", look);
    return {
      ...first,
      nodes: both.nodes,
      update(view) {
        first.update(view);
        second.update(view.own);
        // The tab comes back once; from then on it is where the person puts it.
        if (view.company && !opened) { opened = true; if (view.company.filters.own) both.pick(1); }
      },
      close() { first.close(); look.drop(); document.removeEventListener("course:progress", look); },
    };
  });
}
