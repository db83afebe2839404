import assert from "node:assert/strict";
import { test } from "node:test";

import { chosen, NAMES, question } from "../../course/desk/static/filters.js";
import { headline } from "../../course/desk/static/sentence.js";
import { clock } from "../../course/page/static/clock.js";
import { digit } from "../../course/page/static/keys.js";
import { runs, untilMine } from "../../course/page/static/lines.js";
import { moved } from "../../course/page/static/order.js";
import { pieces } from "../../course/page/static/pieces.js";
import { debounce } from "../../course/page/static/timing.js";
import { unkept } from "../../course/page/static/unkept.js";
import { next, quoteOf, wordsOf } from "../../course/page/static/words.js";

const them = (text, where = "chat", by = "") => ({ who: "them", text, where, typed: "", by });
const me = (text, where = "chat") => ({ who: "me", text, where, typed: "", by: "" });
const scene = (text) => ({ who: "scene", text, where: "", typed: "", by: "" });

test("lines of one person in one place are one run", () => {
  const made = runs([them("Hello?"), them("Anyone?"), me("Here."), them("At last.")]);
  assert.deepEqual(made.map((one) => [one.who, one.lines.length, one.place]), [["them", 2, 0], ["me", 1, 2], ["them", 1, 3]]);
});

test("the channel is named once, and again where it changes", () => {
  const made = runs([them("One"), me("Two"), them("Three"), scene("Later"), them("Four", "in private"), them("Five", "in private")]);
  assert.deepEqual(made.map((one) => one.about), ["chat", "", "", "", "in private"]);
});

test("a saying is a piece of its own, as a whole word, in any case and with either apostrophe", () => {
  const words = [{ says: "thick as mince", means: "stupid" }, { says: "I'm off", means: "I go" }];
  const made = pieces("Thick as mince. And I’m off, thick.", words);
  assert.deepEqual(made.filter((one) => one.means).map((one) => [one.text, one.means]), [["Thick as mince", "stupid"], ["I’m off", "I go"]]);
  assert.equal(made.map((one) => one.text).join(""), "Thick as mince. And I’m off, thick.");
  assert.deepEqual(pieces("Nothing here.", []), [{ text: "Nothing here.", means: "" }]);
});

test("somebody else who speaks has a run of their own", () => {
  const made = runs([them("One"), them("Two", "chat", "Farah"), them("Three", "chat", "Farah"), them("Four")]);
  assert.deepEqual(made.map((one) => [one.by, one.lines.length]), [["", 1], ["Farah", 2], ["", 1]]);
});

test("what stands between lines parts them", () => {
  assert.deepEqual(runs([them("One"), scene("She waits."), them("Two")]).map((one) => one.who), ["them", "scene", "them"]);
});

test("while the customer writes, everything up to what was said to them is shown", () => {
  assert.deepEqual(untilMine([them("One"), me("Two"), scene("x"), them("Three")]).map((one) => one.text), ["One", "Two"]);
});

test("a thing moves as far as there are places", () => {
  assert.deepEqual(moved(["a", "b", "c"], "c", -1), ["a", "c", "b"]);
  assert.deepEqual(moved(["a", "b", "c"], "a", 99), ["b", "c", "a"]);
  assert.equal(moved(["a", "b", "c"], "a", -1), null);
});

test("a clock begins with the first letter and is heard twice at most", () => {
  assert.equal(clock(4, 0, 0).shown, "4 minutes, from your first letter.");
  assert.equal(clock(1, 0, 0).shown, "1 minute, from your first letter.");
  assert.deepEqual(clock(4, 240_000, 48_000), { shown: "3:12 left", heard: "" });
  assert.equal(clock(4, 240_000, 180_000).heard, "One minute left.");
  assert.equal(clock(1, 60_000, 30_000).heard, "");
  assert.equal(clock(4, 240_000, 300_000).shown, clock(4, 240_000, 240_000).heard);
});

test("number keys are numbers", () => {
  assert.deepEqual(["1", "9", "0", "a", "F1"].map((key) => digit({ key })), [1, 9, 0, 0, 0]);
});

test("what waits is done once, at once, or not at all", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const done = [];
  const one = debounce(100, (value) => done.push(value));
  one.later("a");
  one.later("b");
  t.mock.timers.tick(99);
  assert.deepEqual(done, []);
  t.mock.timers.tick(1);
  one.later("c");
  one.now();
  one.now();
  one.later("d");
  one.drop();
  t.mock.timers.tick(1000);
  assert.deepEqual(done, ["b", "c"]);
});

test("what Python has not confirmed comes back, and a browser without memory loses nothing else", () => {
  assert.equal(unkept.left("waited"), null);
  const kept = new Map();
  globalThis.sessionStorage = {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => kept.set(name, value),
    removeItem: (name) => kept.delete(name),
  };
  unkept.hold("waited", ["x"]);
  assert.deepEqual(unkept.left("waited"), ["x"]);
  unkept.drop("waited");
  assert.equal(unkept.left("waited"), null);
  delete globalThis.sessionStorage;
});

test("the month just chosen stands, and the other end follows it", () => {
  const year = { start: "2025-01", end: "2025-12" };
  assert.deepEqual(chosen(year, { end: "2024-11" }), { start: "2024-11", end: "2024-11" });
  assert.deepEqual(chosen(year, { start: "2026-02" }), { start: "2026-02", end: "2026-02" });
  assert.deepEqual(chosen(year, { channel: "chat" }), { ...year, channel: "chat" });
  assert.deepEqual(chosen(year, null), {});
});

test("only what a choice changes is worked out again", () => {
  const ground = { dark: false, narrow: false };
  const changed = (part, on = ground) =>
    NAMES.filter((name) => question(name, { by: "team" }, ground) !== question(name, { by: "team", ...part }, on));
  assert.deepEqual(changed({ by: "region" }), ["breakdown"]);
  assert.deepEqual(changed({ metric: "nps" }), ["summary", "look", "trend", "breakdown"]);
  assert.deepEqual(changed({ channel: "chat" }), NAMES);
  assert.deepEqual(changed({ own: true }), []);
  assert.deepEqual(changed({}, { ...ground, dark: true }), ["trend", "topics"]);
});

test("the number stands large, and the rest follows", () => {
  assert.deepEqual(headline("CSAT 71.7 %; range 70 to 73; 10 left out."), { number: "CSAT 71.7 %.", more: "Range 70 to 73; 10 left out." });
  assert.deepEqual(headline("NPS 12."), { number: "NPS 12.", more: "" });
});

test("marked words stand as they are, with an ellipsis where some are left out", () => {
  const words = wordsOf("  You'll have it\n by ten, tomorrow. ");
  assert.deepEqual(words, ["You'll", "have", "it", "by", "ten,", "tomorrow."]);
  assert.equal(quoteOf(words, [4, 3]), "by ten,");
  assert.equal(quoteOf(words, [5, 0, 1]), "You'll have … tomorrow.");
  assert.equal(quoteOf(words, []), "");
  assert.equal(quoteOf(words, [2, 2, 99]), "it");
});

test("arrow keys move among words and stop at both ends", () => {
  assert.deepEqual(["ArrowRight", "ArrowLeft", "Home", "End", "x"].map((key) => next(key, 0, 3)), [1, 0, 0, 2, -1]);
  assert.equal(next("ArrowDown", 2, 3), 2);
});
