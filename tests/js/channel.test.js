import assert from "node:assert/strict";
import { test } from "node:test";

import { channel, LATE } from "../../course/page/static/channel.js";

/** A model that keeps what it is sent, and hears what it is told. */
function model() {
  const heard = new Set();
  return {
    sent: [],
    send(message) { this.sent.push(message); },
    on: (event, act) => event === "msg:custom" && heard.add(act),
    off: (event, act) => heard.delete(act),
    tell: (message) => heard.forEach((act) => act(message)),
    heard,
  };
}

test("an answer goes to the question that it answers", async () => {
  const one = model();
  const { say } = channel(one, assert.fail);
  const first = say("answer", ["a"]);
  const second = say("ping");
  assert.deepEqual(one.sent.map(({ do: doing, value }) => [doing, value]), [["answer", ["a"]], ["ping", null]]);
  one.tell({ re: one.sent[1].re, saved: null });
  one.tell({ re: one.sent[0].re, saved: "14:02" });
  assert.equal((await first).saved, "14:02");
  assert.equal((await second).saved, null);
});

test("no answer in time is late, and one that comes after all is heard", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const one = model();
  const late = [];
  const { say } = channel(one, (heard, doing) => late.push([heard.saved, doing]));
  const asked = say("draft", "x");
  t.mock.timers.tick(LATE);
  assert.equal((await asked).late, true);
  one.tell({ re: one.sent[0].re, saved: "14:02" });
  assert.deepEqual(late, [["14:02", "draft"]]);
  one.tell({ re: one.sent[0].re, saved: "14:03" });
  assert.equal(late.length, 1);
});

test("a message that cannot be sent is late at once", async () => {
  const one = { ...model(), send() { throw new Error("no comm"); } };
  assert.equal((await channel(one, assert.fail).say("ping")).late, true);
});

test("a closed channel hears nothing", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const one = model();
  const { say, close } = channel(one, assert.fail);
  say("ping");
  close();
  assert.equal(one.heard.size, 0);
  t.mock.timers.tick(LATE);
});
