// The conversation so far: runs of lines, the newest last. Lines are added, never redrawn.

function talk(view) {
  const log = make("div", { class: "cc-talk", role: "log", "aria-live": "polite", "aria-label": `Conversation with ${view.customer}`, "data-channel": view.channel });
  let shown = [];
  let run = null;
  let head = "";
  let place = "";

  function runFor(one) {
    const key = `${one.who}/${one.where}`;
    if (run && head === key) return run;
    const name = one.who === "me" ? "You" : view.customer;
    // The channel is named once, and again where it changes.
    const about = one.who === "me" || one.where === place ? "" : one.where;
    place = one.who === "me" ? place : one.where;
    run = make("div", { class: `cc-run cc-run-${one.who}` },
      make("p", { class: "cc-who" }, make("span", { class: "cc-name", text: name }), about ? ` · ${about}` : ""));
    head = key;
    log.append(run);
    return run;
  }

  function add(one) {
    if (one.who === "me" || one.who === "them") {
      const side = one.who === "me" ? "cc-mine" : "cc-theirs";
      const bubble = make("div", { class: `cc-bubble ${side}` }, paragraphs(one.text));
      const box = runFor(one);
      box.append(bubble);
      if (one.typed) box.append(make("p", { class: "cc-wrote" }, "You had written: ", make("q", { text: one.typed })));
      return bubble;
    }
    run = null;
    head = "";
    const node = make("p", { class: `cc-${one.who}` }, make("span", { text: one.text }));
    log.append(node);
    return node;
  }

  return {
    log,
    // Shows what is new; returns the new nodes. A conversation begun anew starts empty.
    update(entries) {
      const same = shown.every((one, place) => JSON.stringify(one) === JSON.stringify(entries[place]));
      if (!same || entries.length < shown.length) {
        log.replaceChildren();
        shown = [];
        place = "";
        run = null;
        head = "";
      }
      const fresh = entries.slice(shown.length).map((one) => ({ one, node: add(one) }));
      shown = entries.slice();
      return fresh;
    },
  };
}
