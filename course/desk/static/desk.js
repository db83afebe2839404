// What the dashboard and the bench share: the frame, the channel, selects, folds, tables, tracks.

const SLOW = "The course has not answered for three seconds, so what you see may be old. Try again; if that fails, reload the page.";
const AWAY = "The course behind this page has stopped. Reload the page to start it again.";

function trouble() {
  const words = make("p", { class: "cc-alarm-words" });
  const retry = make("button", { type: "button", class: "cc-button", text: "Try again" });
  const title = make("strong", { class: "cc-alarm-title" });
  const box = make("div", { class: "cc-alarm", role: "alert", hidden: true }, title, words, retry);
  let again = null;
  retry.addEventListener("click", () => { box.hidden = true; if (again) again(); });
  return {
    box,
    show(text, act, head = "No answer") {
      again = act || null;
      retry.hidden = !again;
      title.textContent = head;
      words.textContent = text;
      box.hidden = false;
    },
    hide() { box.hidden = true; },
  };
}

function desk(model, el, draw) {
  let view = model.get("view");
  const warn = trouble();
  // What the disk refused to keep stays told, whatever else is answered, until it is kept.
  let refused = false;
  // Questions that somebody goes on waiting for after they were late, by the id of their message.
  const missed = new Map();
  const titleId = id();
  const title = make("h2", { class: "cc-title", id: titleId });
  const root = make("section", { class: "cc cc-desk", "aria-labelledby": titleId, tabindex: "-1", "data-lm-suppress-shortcuts": "true" });
  root.addEventListener("keydown", (event) => event.stopPropagation());
  const say = channel(model, (message) => {
    const wait = missed.get(message.re);
    missed.delete(message.re);
    if (wait) { wait(message); return; }
    if (message.error) { warn.show(message.error); return; }
    if (!refused) warn.hide();
    if (part.late) part.late();
  });
  const page = {
    get view() { return view; },
    root, title, warn,
    // `patient` questions are asked while the kernel may still be busy with the notebook.
    async ask(doing, value, patient) {
      const reply = await say(doing, value);
      if (doing === "keep" && !reply.late) refused = Boolean(reply.error);
      if (reply.error) warn.show(reply.error, null, doing === "keep" ? "Not being saved" : undefined);
      else if (reply.late && !patient) warn.show(SLOW, () => page.retry());
      else if (!reply.late && !refused) warn.hide();
      return reply.late || reply.error ? null : reply;
    },
    // Asks until there is an answer, or `wanted` says that nobody needs it any more: then it is
    // null. A late answer counts; a lost question is asked again, ever more seldom.
    insist(doing, value, wanted, slow) {
      return new Promise((resolve) => {
        let timer = 0;
        let pause = 1000;
        const done = (reply) => {
          clearTimeout(timer);
          if (reply && !reply.error && !refused) warn.hide();
          resolve(wanted() ? reply : null);
        };
        const once = async () => {
          if (!wanted()) { done(null); return; }
          const reply = await say(doing, value);
          if (!reply.late) { done(reply); return; }
          if (!wanted()) { done(null); return; }
          missed.set(reply.re, done);
          slow();
          timer = setTimeout(once, pause);
          pause = Math.min(2 * pause, 30000);
        };
        once();
      });
    },
    retry() {},
    dark: () => Boolean(root.closest('[data-jp-theme-light="false"]')),
    narrow: () => (root.clientWidth || 680) < 520,
  };
  const part = draw(page);
  root.append(title, warn.box, ...part.nodes);
  el.append(root);
  const redraw = () => { view = model.get("view"); part.update(view); };
  redraw();
  model.on("change:view", redraw);
  const gone = () => warn.show(AWAY);
  document.addEventListener("course:kernel-gone", gone);
  if (part.start) part.start();
  return () => {
    model.off("change:view", redraw);
    document.removeEventListener("course:kernel-gone", gone);
    say.close();
    if (part.close) part.close();
  };
}

// Pictures are drawn by Python for one ground and one width, so both are watched.
function watchGround(page, act) {
  let before = "";
  const now = () => {
    const next = `${page.dark()} ${page.narrow()}`;
    if (before && next !== before && page.root.isConnected) act();
    before = next;
  };
  const theme = new MutationObserver(now);
  theme.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light"] });
  const size = new ResizeObserver(now);
  size.observe(page.root);
  return () => { theme.disconnect(); size.disconnect(); };
}

function choose(label, options, onChange) {
  const box = make("select", { class: "cc-select", id: id() });
  const put = (into, list) => into.append(...list.map((one) => make("option", { value: one.id, text: one.name })));
  for (const one of options) {
    if (!one.of) { put(box, [one]); continue; }
    const group = make("optgroup", { label: one.name });
    put(group, one.of);
    box.append(group);
  }
  box.addEventListener("change", () => onChange(box.value));
  return { box, node: make("div", { class: "cc-field" }, make("label", { class: "cc-field-name", for: box.id, text: label }), box) };
}

function tick(label, onChange) {
  const box = make("input", { type: "checkbox", class: "cc-tickbox" });
  box.addEventListener("change", () => onChange(box.checked));
  return { box, node: make("label", { class: "cc-check" }, box, make("span", { text: label })) };
}

// Lies over figures that answer an earlier question, until the present one is answered.
function cover(...figures) {
  const word = make("span", { text: "Working it out" });
  const slow = make("span", { class: "cc-cover-slow", role: "status" });
  const words = make("p", { class: "cc-cover-words", hidden: true }, word, slow);
  const node = make("div", { class: "cc-cover" }, words, make("div", { class: "cc-covered" }, ...figures));
  return {
    node,
    old(now) {
      if (now) node.setAttribute("aria-busy", "true");
      else node.removeAttribute("aria-busy");
      words.hidden = !now;
      word.textContent = "Working it out";
      slow.textContent = "";
    },
    late() { slow.textContent = "The course has not answered yet. It is being asked again."; },
    failed(why) { word.textContent = "This could not be worked out."; slow.textContent = why; },
  };
}

function fold(summary, ...children) {
  return make("details", { class: "cc-fold" }, make("summary", { text: summary }), ...children);
}

// An interval on its scale, and below it the one it is compared with. The words beside it say the same.
function track(ends, marks) {
  const at = (value) => `${Math.min(100, Math.max(0, (100 * (value - ends.from)) / (ends.to - ends.from))).toFixed(2)}%`;
  const wide = (mark) => `calc(max(3px, ${((100 * (mark.high - mark.low)) / (ends.to - ends.from)).toFixed(2)}%))`;
  return make("span", { class: "cc-track", "aria-hidden": "true" }, marks.map((mark, place) =>
    make("span", { class: place ? "cc-lane cc-lane-then" : "cc-lane" },
      make("span", { class: "cc-reach", style: `left:${at(mark.low)};width:${wide(mark)}` }),
      make("span", { class: "cc-at", style: `left:${at(mark.value)}` }))));
}

function way(verdict) {
  if (!verdict.way) return null;
  const d = verdict.way === "up" ? "M2 11h12L8 3z" : "M2 5h12L8 13z";
  return svg("svg", { viewBox: "0 0 16 16", class: "cc-sign cc-way", "aria-hidden": "true" },
    svg("path", { d, fill: verdict.sure ? "currentColor" : "none", stroke: "currentColor", "stroke-width": 1.6, "stroke-linejoin": "round" }));
}

function said(verdict) {
  return make("span", { class: "cc-verdict-line", "data-sure": verdict.sure }, way(verdict), make("span", { text: verdict.short }));
}
