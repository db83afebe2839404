import assert from "node:assert/strict";
import { test } from "node:test";

import { answered, begin, button, edited, locked, verbs } from "../../course/page/static/entry.js";

const VIEW = { state: "before", tries: 0, cameBack: false, sent: false, result: null };
const entry = (view = {}, more = {}) => ({ ...begin({ ...VIEW, ...view }), ...more });

test("a finished exercise is locked until it is opened again or a draft came back", () => {
  assert.equal(locked(entry()), false);
  assert.equal(locked(entry({ state: "done" })), true);
  assert.equal(locked(entry({ state: "done" }, { reopened: true })), false);
  assert.equal(locked(entry({ state: "done", cameBack: true })), false);
});

test("what was entered since the answer was sent is newer than its answer", () => {
  const sent = { ...entry(), edits: 2, sent: 2, dirty: true };
  assert.deepEqual(answered(sent), { dirty: false, reopened: false });
  const since = { ...sent, ...edited(sent) };
  assert.deepEqual(answered(since), { dirty: true, reopened: true });
});

test("an answer that was refused changes nothing", () => {
  assert.deepEqual(answered(entry({ result: { kind: "invalid" } }, { edits: 1, sent: 1, dirty: true })), {});
});

test("something entered takes back what was told and what was asked", () => {
  const now = { ...entry({}, { doubted: true, told: { words: "Saved 14:02" } }) };
  assert.deepEqual({ ...now, ...edited(now) }.told, { words: "" });
  assert.equal(edited(now).doubted, false);
});

test("the button says what a press would do", () => {
  assert.deepEqual(button(entry()), { words: "Check", quiet: false, stale: false });
  assert.equal(button(entry({ sent: true })).words, "Send");
  assert.equal(button(entry({ state: "notyet", tries: 1 }, { dirty: true })).words, "Check again");
  assert.deepEqual(button(entry({ state: "done", tries: 1 })), { words: "Answer again", quiet: true, stale: false });
  assert.equal(button(entry({}, { busy: true })).words, "Checking");
});

test("the same wrong answer is not checked twice", () => {
  const same = entry({ state: "notyet", tries: 1 });
  assert.equal(button(same).stale, true);
  assert.equal(button({ ...same, dirty: true }).stale, false);
});

test("an answer that nobody may have meant is asked about on the button itself", () => {
  assert.equal(button(entry({}, { doubted: true }), "This is my order").words, "This is my order");
  assert.equal(button(entry({}, { doubted: false }), "This is my order").words, "Check");
});

test("what a person reads is sent, what is marked here is checked", () => {
  assert.equal(verbs({ ...VIEW, sent: true }).past, "sent");
  assert.equal(verbs(VIEW).past, "checked");
});
