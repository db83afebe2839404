// @ts-check
// One reply to mark: its words with what was seen in them, and the rubric, all by keyboard.
/** @import { Marking } from "./marking.js" */
/** @import { LineGiven, Other, Piece, ReplyToMark, RubricLine, SeenHere } from "./messages.js" */

import { html, live, nothing } from "../../page/static/lit.js";
import { digit } from "../../page/static/keys.js";
import { prose } from "../../page/static/prose.js";

/** @typedef {{points: number | null, comment: string}} Given */

/** What is given a reply when it comes. @param {ReplyToMark | null} one @returns {Record<string, Given>} */
const entered = (one) => Object.fromEntries((one?.rubric ?? []).map(({ id, points, comment }) => [id, { points, comment }]));

/** What is given the reply that is shown; until somebody gives it something, that is as it came. @param {Marking} page @param {ReplyToMark} one */
const givenOf = ({ own }, one) => (own.at === one.at ? own.given : entered(one));

/** @param {Record<string, Given>} given @returns {LineGiven[]} */
const sent = (given) => Object.entries(given).map(([criterion, one]) => ({ criterion, ...one }));

/** @param {Piece} one */
const piece = ({ text, number }) => (number
  ? html`<mark class="cc-seen-words">${text}<sup class="cc-seen-number" aria-hidden="true">${number}</sup></mark>` : text);

/** @param {SeenHere} one */
const seen = ({ number, text, sure, says }) => html`<li>${number ? html`<span class="cc-seen-number">${number}</span> ` : nothing}${sure ? "" : "Perhaps: "}${text}${
  says ? html`<span class="cc-why"> (${says})</span>` : nothing}</li>`;

/** @param {Other} one */
const other = ({ who, gave, comment }) => html`<li>${who}: ${gave}${comment ? html`, ‘${comment}’` : nothing}</li>`;

/** @param {Marking} page @param {ReplyToMark} one @param {RubricLine} line */
function rubricLine(page, one, line) {
  const { own, id } = page;
  const given = givenOf(page, one)[line.id];
  const name = `${id}-${one.at}-${line.id}`;
  return html`<fieldset class="cc-options cc-rubric-line" data-line=${line.id}>
    <legend class="cc-label">${line.text}</legend>
    ${line.seen.length ? html`<p class="cc-small">Seen: ${line.seen.join(", ")}</p>` : nothing}
    ${line.others.length ? html`<ul class="cc-plain cc-small">${line.others.map(other)}</ul>` : nothing}
    <div class="cc-rubric-row"><div class="cc-pills">${line.steps.map((step) => html`<label class="cc-pill" for="${name}-${step.points}">
      <input type="radio" id="${name}-${step.points}" name=${name} .checked=${live(given.points === step.points)}
        @change=${() => give(page, one, line.id, { points: step.points })}
        ><span>${step.word} ${step.key ? html`<kbd aria-hidden="true">${step.key.toUpperCase()}</kbd>` : nothing}</span></label>`)}</div>
    <div class="cc-rubric-comment"><label class="cc-field-name" for="${name}-comment">Comment</label>
    <input class="cc-input" id="${name}-comment" maxlength="2000" autocomplete="off" .value=${live(given.comment)}
      @input=${(/** @type {any} */ { target }) => write(page, one, line.id, target.value)} @blur=${() => own.drafts.now()}></div></div>
    ${line.again.length ? html`<div class="cc-again" role="group" aria-label="Comments used before">${line.again.map((text, at) => html`<button type="button"
      class="cc-button cc-quiet-button" @click=${() => give(page, one, line.id, { comment: text })}><kbd aria-hidden="true">${at + 1}</kbd> ${text}</button>`)}</div>` : nothing}
  </fieldset>`;
}

/** Kept at once. @param {Marking} page @param {ReplyToMark} one @param {string} line @param {Partial<Given>} part */
function give(page, one, line, part) {
  const before = givenOf(page, one);
  const given = { ...before, [line]: { ...before[line], ...part } };
  page.own.drafts.drop();
  page.set({ at: one.at, given });
  return keep(page, one, given);
}

/** @param {Marking} page @param {ReplyToMark} one @param {Record<string, Given>} given */
async function keep(page, one, given) {
  const heard = await page.tell("give", { at: one.at, lines: sent(given) });
  if (heard && !heard.saved && page.view.what === "settle") page.say("Not saved yet: give every line its points, and all is saved as one.");
  return heard;
}

/** Whoever writes pauses; then it is kept. @param {Marking} page @param {ReplyToMark} one @param {string} line @param {string} comment */
function write(page, one, line, comment) {
  const before = givenOf(page, one);
  const given = { ...before, [line]: { ...before[line], comment } };
  page.set({ at: one.at, given });
  page.own.drafts.later(() => keep(page, one, given));
}

/** @param {Marking} page @param {ReplyToMark} one */
const missing = (page, one) => one.rubric.filter(({ id }) => givenOf(page, one)[id].points === null);

/** @param {Marking} page @param {string} line */
const lineOf = ({ root }, line) => /** @type {HTMLElement} */ (root.querySelector(`[data-line="${CSS.escape(line)}"]`));

/** @param {Marking} page @param {string} line */
const focusLine = (page, line) => /** @type {HTMLElement | null} */ (
  lineOf(page, line)?.querySelector("input:checked") ?? lineOf(page, line)?.querySelector("input"))?.focus({ preventScroll: true });

/** The first line without points has the focus, else the first of all. @param {Marking} page @param {ReplyToMark} one */
export const begin = (page, one) => focusLine(page, (missing(page, one)[0] ?? one.rubric[0]).id);

/** @param {Marking} page @param {ReplyToMark} one */
async function next(page, one) {
  page.own.drafts.now();
  const left = missing(page, one);
  if (left.length) {
    page.say(left.length === 1 ? "One line has no points yet." : `${left.length} lines have no points yet.`);
    focusLine(page, left[0].id);
    return;
  }
  const given = givenOf(page, one);
  await leave(page, () => page.tell("next", one.at), () => turn(page, one, given));
}

/**
 * Goes from one reply to another. Whoever types on meanwhile means the next one.
 *
 * @param {Marking} page
 * @param {() => Promise<unknown>} ask
 * @param {() => void} then
 */
async function leave(page, ask, then) {
  page.set({ moving: true });
  const heard = await ask();
  const keys = page.own.typed.splice(0);
  page.set({ moving: false });
  if (!heard) return;
  then();
  // What had the focus may have gone with the reply before.
  if (page.view.reply && !page.root.contains(document.activeElement)) begin(page, page.view.reply);
  for (const key of keys) document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}

/** @param {Marking} page @param {ReplyToMark} before @param {Record<string, Given>} last */
function turn(page, before, last) {
  const now = page.view.reply;
  // Whoever comes to another exercise reads its task first; for the next reply it is known.
  const more = now && now.title === before.title;
  page.set({ last: more ? last : {}, task: !more });
  page.say(now ? "" : "All of it is done.");
}

/** @param {Marking} page @param {ReplyToMark} one */
async function back(page, one) {
  page.own.drafts.now();
  await leave(page, () => page.tell("back", one.at), () => turn(page, one, {}));
}

/** @param {Marking} page */
async function stop(page) {
  page.own.drafts.now();
  if (await page.tell("stop", null)) page.say("");
}

/** @param {Marking} page @param {ReplyToMark} one */
function same(page, one) {
  if (!one.likeLast || !Object.keys(page.own.last).length) {
    page.say("There is no reply like it just before.");
    return;
  }
  const given = { ...page.own.last };
  page.set({ at: one.at, given });
  keep(page, one, given);
}

/**
 * Keys that do something where nothing is being written.
 *
 * @param {Marking} page
 * @param {ReplyToMark} one
 * @param {KeyboardEvent} event
 */
function press(page, one, event) {
  const target = /** @type {HTMLInputElement} */ (event.target);
  const line = target.closest("[data-line]")?.getAttribute("data-line") ?? "";
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (page.own.moving) {
    event.preventDefault();
    page.own.typed.push(event.key);
    return;
  }
  if (target.matches("input.cc-input")) {
    if (event.key === "Escape" || event.key === "Enter") {
      event.preventDefault();
      page.own.drafts.now();
      focusLine(page, line);
    }
    return;
  }
  if (event.key === "Enter" && target.closest("button, summary")) return;
  const key = event.key.toLowerCase();
  const at = one.rubric.find(({ id }) => id === line);
  const step = at?.steps.find((each) => each.key === key);
  const comment = at?.again[digit(event) - 1];
  if (step) {
    give(page, one, line, { points: step.points });
    const rest = one.rubric.slice(one.rubric.findIndex(({ id }) => id === line) + 1);
    focusLine(page, rest[0]?.id ?? line);
  } else if (comment) give(page, one, line, { comment });
  else if (key === "enter") next(page, one);
  else if (key === "b") back(page, one);
  else if (key === "s") same(page, one);
  else if (key === "t") page.set({ task: !page.own.task });
  else if (key === "m") page.set({ model: !page.own.model });
  else if (key === "c" && line) /** @type {HTMLElement} */ (lineOf(page, line).querySelector("input.cc-input")).focus();
  else return;
  event.preventDefault();
}

const KEYS = [
  ["Y, P, N", "yes, in part, no; then the next line"], ["Tab", "the next field"], ["C", "write a comment to this line; Enter or Escape leaves it"],
  ["1 to 5", "a comment used before"], ["S", "the same as the reply before, where it is like it"], ["Enter", "the next reply that waits"],
  ["B", "back"], ["T, M", "open or close the task, the model reply"],
];

/** @param {Marking} page @param {ReplyToMark} one */
const task = ({ own, set }, one) => html`<details class="cc-fold" .open=${live(own.task)} @toggle=${(/** @type {any} */ { target }) => { if (target.open !== own.task) set({ task: target.open }); }}>
  <summary>The task</summary>
  <div class="cc-prompt">${prose(one.prompt)}</div>
  ${one.says ? html`<div class="cc-said"><p class="cc-who">${one.saidBy || "The customer"}</p><blockquote class="cc-bubble cc-theirs">${one.says}</blockquote></div>` : nothing}
</details>`;

/** @param {Marking} page @param {ReplyToMark} one */
const model = ({ own, set }, one) => html`<details class="cc-fold" .open=${live(own.model)} @toggle=${(/** @type {any} */ { target }) => { if (target.open !== own.model) set({ model: target.open }); }}>
  <summary>One good reply</summary>
  <blockquote class="cc-bubble cc-mine cc-model">${prose(one.model)}</blockquote><p class="cc-small">${one.because}</p>
</details>`;

/**
 * @param {Marking} page
 * @param {ReplyToMark} one
 */
export function reply(page, one) {
  const { view, own } = page;
  const settling = view.what === "settle";
  return html`<div class="cc-to-mark" @keydown=${(/** @type {KeyboardEvent} */ event) => press(page, one, event)}>
    <p class="cc-quietly">${one.place} · ${view.left} left · marked as ${view.marker}${settling ? ", to settle" : view.what === "second" ? ", second marking" : ""}</p>
    <h3 class="cc-title">${one.title}</h3>
    ${task(page, one)} ${model(page, one)}
    <h4 class="cc-h">The reply</h4>
    ${one.notes.map((text) => html`<p class="cc-mark-note">${text}</p>`)}
    <blockquote class="cc-bubble cc-mine cc-mark-reply">${one.pieces.map(piece)}</blockquote>
    ${one.cut ? html`<p class="cc-small">${one.cut}</p>` : nothing}
    ${one.own ? html`<p class="cc-small">The trainee’s own view: ${one.own}.</p>` : nothing}
    ${one.seen.length ? html`<details class="cc-fold" open><summary>What the reader saw</summary><ul class="cc-plain cc-seen-list">${one.seen.map(seen)}</ul></details>` : nothing}
    <h4 class="cc-h">${settling ? "What it gets" : "The rubric"}</h4>
    ${one.rubric.map((line) => rubricLine(page, one, line))}
    <div class="cc-actions">
      <button type="button" class="cc-button cc-primary" @click=${() => next(page, one)}>Next</button>
      ${one.likeLast && Object.keys(own.last).length ? html`<button type="button" class="cc-button" @click=${() => same(page, one)}>Same as before</button>` : nothing}
      <button type="button" class="cc-button cc-quiet-button" @click=${() => back(page, one)}>Back</button>
      <button type="button" class="cc-button cc-quiet-button" @click=${() => stop(page)}>Stop here</button>
      ${page.status}
    </div>
    <details class="cc-fold"><summary>Keys</summary><dl class="cc-mark-keys">${KEYS.map(([key, does]) => html`<dt><kbd>${key}</kbd></dt><dd>${does}</dd>`)}</dl></details>
  </div>`;
}
