// The first tab: the company's records behind filters.

// Each notebook has filters of its own.
const NOTEBOOK = decodeURIComponent(window.location.pathname.split("/").pop());
const MEMORY = `course-dashboard:${window.location.pathname}`;

// Python keeps what was chosen in the trainee's record. Where there is none, it comes back after a
// reload at least; where the browser keeps nothing either, nothing is lost but that.
function remembered() {
  try { return JSON.parse(window.sessionStorage.getItem(MEMORY)); } catch (_) { return null; }
}

function remember(filters) {
  try { window.sessionStorage.setItem(MEMORY, JSON.stringify(filters)); } catch (_) { /* not kept */ }
}

function tileBox(one, name, onPick) {
  const input = make("input", { type: "radio", class: "cc-tile-input", name, value: one.id });
  input.addEventListener("change", () => onPick(one.id));
  const inside = make("span", { class: "cc-tile-inside" });
  const node = make("label", { class: "cc-tile" }, input, inside);
  return {
    node, input,
    update(tile) {
      fill(inside,
        make("span", { class: "cc-tile-name", text: tile.name }), make("span", { class: "cc-vanish", text: ": " }),
        tile.problem ? make("span", { class: "cc-tile-none", text: "no number" })
          : make("span", { class: "cc-tile-value" }, tile.value, tile.unit ? make("span", { class: "cc-tile-unit", text: ` ${tile.unit}` }) : null),
        tile.bar ? track(tile.bar, tile.bar.marks) : make("span", { class: "cc-track", "aria-hidden": "true" }),
        make("span", { class: "cc-tile-range", text: tile.problem ? "choose it to read why" : tile.range ? `${tile.range}` : "counted in full" }),
        tile.base ? make("span", { class: "cc-tile-base", text: tile.few ? `${tile.base}: too few to say much` : tile.base }) : null,
        tile.verdict.short ? said(tile.verdict) : null);
    },
  };
}

function filterBar(page, choices, onChange) {
  const set = (name) => (value) => onChange({ [name]: value });
  const start = choose("From", choices.months, set("start"));
  const end = choose("To", choices.months, set("end"));
  const places = choices.places.map((place) => ({
    id: place.id,
    ...choose(place.name, [{ id: "", name: place.all }, ...place.of.map((one) => ({ id: one, name: one }))], set(place.id)),
  }));
  const groups = choices.places.map((place) => ({ name: `Another ${place.id}`, of: place.of.map((one) => ({ id: `${place.id}:${one}`, name: one })) }));
  const against = choose("Compare with", [...choices.against, ...groups], set("against"));
  const mends = [
    ["zeros", "Read an ease of 0 as blank"],
    ["copies", "Leave out second copies (same customer, topic and minute)"],
    ["people", "Leave out what the chat assistant closed"],
  ].map(([name, words]) => ({ name, ...tick(words, set(name)) }));
  const again = make("button", { type: "button", class: "cc-button cc-quiet-button cc-reset", text: "Start again" });
  again.addEventListener("click", () => onChange(null));
  const note = make("p", { class: "cc-small cc-note", role: "status" });
  const mending = fold("Mend the records first", make("div", { class: "cc-checks" }, mends.map((one) => one.node)));
  // Nothing can be chosen before it is known what was chosen last time.
  const node = make("div", { class: "cc-filters", role: "group", "aria-label": "Filters", inert: true },
    make("div", { class: "cc-fields" }, start.node, end.node, against.node, places.map((one) => one.node)),
    make("div", { class: "cc-below" }, mending, again), note);
  return {
    node,
    update(company) {
      const now = company.filters;
      node.inert = false;
      start.box.value = now.start;
      end.box.value = now.end;
      against.box.value = now.against;
      for (const one of places) one.box.value = now[one.id];
      for (const one of mends) { one.box.checked = now[one.name]; if (now[one.name]) mending.open = true; }
      note.textContent = company.against;
      note.hidden = !company.against;
    },
  };
}

function detailBox() {
  const node = make("section", { class: "cc-detail" });
  const more = make("div", {});
  const how = fold("How it is counted", more);
  const head = make("div", {});
  node.append(head, how);
  return {
    node,
    update(detail) {
      fill(head, make("h3", { class: "cc-head", text: detail.title }),
        detail.problem ? make("p", { class: "cc-problem", text: detail.problem }) : make("p", { class: "cc-lead", text: detail.sentence }),
        detail.few ? make("p", { text: detail.few }) : null,
        detail.verdict ? make("p", { text: detail.verdict }) : null);
      fill(more, make("p", { text: detail.how }),
        detail.convention ? make("p", { class: "cc-small", text: `In short: ${detail.convention}.` }) : null,
        detail.notes.length ? make("ul", { class: "cc-plain cc-small" }, detail.notes.map((one) => make("li", { text: one }))) : null);
    },
  };
}

function figureBox(title) {
  const image = make("img", { class: "cc-chart", hidden: true, alt: "" });
  const caption = make("figcaption", { class: "cc-small", "aria-hidden": "true" });
  const table = make("div", {});
  const under = fold("The same as a table", table);
  const over = cover(make("figure", { class: "cc-figure" }, image, caption, under));
  const node = make("section", { class: "cc-part" }, make("h4", { text: title }), over.node);
  return {
    node, cover: over,
    put(alt, rows) { image.alt = alt; caption.textContent = alt; fill(table, rows); },
    picture(source) { image.hidden = !source; if (source) image.src = source; },
  };
}

function trendTable(trend) {
  const signs = trend.rows.some((one) => one.sign);
  const heads = ["Month", "Number", "Range", "Stands on", ...(trend.limits ? ["Limits"] : []), ...(signs ? ["Sign"] : [])];
  const rows = trend.rows.map((one) => [one.month, one.value, one.range, one.base, ...(trend.limits ? [one.limits] : []), ...(signs ? [one.sign] : [])]);
  return [sheet("Month by month", heads, rows, [1]),
    trend.gaps.length ? make("ul", { class: "cc-plain cc-small" }, trend.gaps.map((one) => make("li", { text: one }))) : null];
}

function topicTable(topics) {
  return sheet("Topics", ["Topic", "Contacts", "Share", "Range", "Together"],
    topics.rows.map((one) => [one.name, one.count, one.share, one.range, one.sum]), [1, 2, 4]);
}

function breakdownBox(choices, onBy) {
  const by = choose("By", choices.by, onBy);
  const box = make("div", {});
  const over = cover(box);
  const node = make("section", { class: "cc-part" }, make("div", { class: "cc-part-head" }, make("h4", { text: "Side by side" }), by.node), over.node);
  return {
    node, cover: over,
    by: by.box,
    update(made) {
      const heads = ["Group", "Number", "Range", "Stands on", "Contacts", ...(made.compared ? ["Change"] : [])];
      const rows = made.rows.map((one) => [one.name, one.value,
        make("span", { class: "cc-cell" }, one.mark ? track(made, [one.mark]) : null, one.range),
        one.base, one.contacts, ...(made.compared ? [one.verdict ? said(one.verdict) : ""] : [])]);
      fill(box,
        made.rows.length ? sheet(`The same number by ${made.by}`, heads, rows, [1, 4]) : make("p", { text: made.small.length ? "No group has enough to be ranked." : "No group has a number." }),
        made.finding ? make("p", { class: "cc-small", text: made.finding }) : null,
        made.small.length ? make("div", { class: "cc-few" },
          make("p", { class: "cc-label", text: "Too few to rank: under 30" }),
          made.small.map((one) => make("div", { class: "cc-few-one" },
            make("p", {}, make("strong", { text: one.name }), ` ${one.base} from ${one.contacts} contacts${one.counts ? `: ${one.counts}` : ""}.`),
            one.quotes.map((quote) => make("blockquote", { class: "cc-bubble cc-theirs", text: quote }))))) : null,
        made.none.length ? make("ul", { class: "cc-plain cc-small" }, made.none.map((one) =>
          make("li", {}, make("strong", { text: one.name }), ` (${one.contacts} contacts): ${one.why}`))) : null);
    },
  };
}

function board(page) {
  const choices = page.view.choices;
  const summary = make("p", { class: "cc-summary", role: "status", "aria-live": "polite", text: "Reading the records" });
  let filters = {};
  let turn = 0;
  let asking = false;
  let shown = "";

  const bar = filterBar(page, choices, (change) => {
    filters = change ? { ...filters, ...change } : {};
    // The month just chosen stands; the other end follows it.
    if (change && change.start && filters.end && change.start > filters.end) filters.end = change.start;
    if (change && change.end && filters.start && change.end < filters.start) filters.start = change.end;
    show();
  });
  const name = id();
  const tiles = new Map();
  const grid = make("div", { class: "cc-tiles" });
  const tileSet = cover(make("fieldset", { class: "cc-options" }, make("legend", { class: "cc-legend", text: "Choose a number to look into it." }), grid));
  const detail = detailBox();
  const look = cover(detail.node);
  const trend = figureBox("Month by month");
  const breakdown = breakdownBox(choices, (by) => { filters = { ...filters, by }; show(); });
  const topics = figureBox("What it is about");
  const rest = make("div", { hidden: true }, tileSet.node, look.node, trend.node, breakdown.node, topics.node);

  // Each part with the choices that its figures depend on. What comes with the numbers is told
  // from what is asked for after them: pictures and tables that take longer.
  const rows = ["start", "end", "channel", "region", "team", "copies", "people"];
  const ground = () => ({ dark: page.dark(), narrow: page.narrow() });
  const parts = [
    { of: rows.concat("zeros"), old: (now) => { if (now) summary.textContent = "Working it out"; },
      failed: () => { summary.textContent = "This could not be worked out."; } },
    { of: rows.concat("zeros", "against"), ...tileSet },
    { of: rows.concat("zeros", "against", "metric"), ...look },
    { of: rows.concat("zeros", "metric"), ask: "trend", drawn: true, ...trend.cover,
      put: ({ trend: made }) => { trend.put(made.alt, trendTable(made)); trend.picture(made.chart); } },
    { of: rows.concat("zeros", "against", "metric", "by"), ask: "breakdown", ...breakdown.cover,
      put: (reply) => breakdown.update(reply.breakdown) },
    { of: rows, ask: "topics", drawn: true, ...topics.cover,
      put: ({ topics: made, chart }) => { topics.put(made.alt, topicTable(made)); topics.picture(chart); } },
  ];
  const question = (one) => JSON.stringify([one.of.map((name) => filters[name]), one.drawn && ground()]);

  function mark() { for (const one of parts) one.old(one.answered !== question(one)); }

  // Asks for the numbers. An answer to an earlier choice is never put up.
  async function numbers(doing, value, slow) {
    turn += 1;
    const mine = turn;
    asking = true;
    const reply = await page.insist(doing, value, () => mine === turn, slow);
    if (!reply) return false;
    asking = false;
    if (reply.error) {
      for (const one of parts) if (one.answered !== question(one)) one.failed("");
      page.warn.show(reply.error);
      return false;
    }
    adopt(page.view.company);
    return true;
  }
  async function show() {
    mark();
    if (await numbers("show", filters, () => page.warn.show(SLOW, () => page.retry()))) keep();
  }
  function keep() {
    remember(filters);
    page.ask("keep", filters, true);
  }
  function open() {
    const value = { notebook: NOTEBOOK, filters: remembered() };
    return numbers("open", value, () => { summary.textContent = "Reading the records. The course has not answered yet. It is being asked again."; });
  }
  page.retry = () => (page.view.company ? show() : open());

  // One after the other, and only what answers an earlier question.
  async function follow() {
    turn += 1;
    const mine = turn;
    for (const one of parts.filter((part) => part.ask)) {
      const asked = question(one);
      if (one.answered === asked) continue;
      const value = { filters, ...(one.drawn ? ground() : {}) };
      const reply = await page.insist(one.ask, value, () => mine === turn, one.late);
      if (!reply) return;
      if (reply.error) { one.failed(reply.error); continue; }
      one.put(reply);
      one.answered = asked;
      one.old(false);
    }
  }
  const stop = watchGround(page, () => { if (!asking && page.view.company) { mark(); follow(); } });

  function adopt(company) {
    filters = company.filters;
    const now = JSON.stringify(company);
    if (now !== shown) draw(company);
    shown = now;
    for (const one of parts) if (!one.ask) one.answered = question(one);
    summary.textContent = company.summary;
    mark();
    follow();
  }
  function draw(company) {
    bar.update(company);
    for (const one of company.tiles) {
      if (!tiles.has(one.id)) {
        const made = tileBox(one, name, (metric) => { filters = { ...filters, metric }; show(); });
        tiles.set(one.id, made);
        grid.append(made.node);
      }
      tiles.get(one.id).update(one);
      tiles.get(one.id).input.checked = one.id === company.filters.metric;
    }
    detail.update(company.detail);
    breakdown.by.value = company.filters.by;
    rest.hidden = false;
  }

  return {
    nodes: [bar.node, summary, rest],
    start: open,
    own(now) {
      if (!page.view.company || now === filters.own) return;
      filters = { ...filters, own: now };
      keep();
    },
    close() { turn += 1; stop(); },
    // While an answer is awaited, what comes may belong to an earlier choice.
    update(view) { if (view.company && !asking && JSON.stringify(view.company) !== shown) adopt(view.company); },
  };
}
