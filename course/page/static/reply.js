// @ts-check
// A reply in one's own words: kept while it is written, then laid beside what the rules noticed.
/** @import { Asked, Comparing } from "./compare.js" */
/** @import { Kind, Page } from "./frame.js" */
/** @import { Noticed, ReplyView, Words } from "./messages.js" */

import { clock } from "./clock.js";
import { answering } from "./compare.js";
import { exercise } from "./frame.js";
import { glossed, saying } from "./gloss.js";
import { html, live, nothing } from "./lit.js";
import { fold, prose } from "./prose.js";
import { beside } from "./sheet.js";
import { marked } from "./signs.js";

const MOST = 4000;

/**
 * @typedef {object} Own
 * @property {string} text
 * @property {number} ends when the clock does; 0 while it has not begun
 * @property {number} now
 * @property {boolean} hidden the clock is out of sight
 * @property {Asked | null} asked what is being said of what was seen
 * @property {ReturnType<typeof setInterval>} [ticking]
 */
/** @typedef {Page<ReplyView, Own>} Writing */

/** @param {Writing} page */
function write(page) {
  const { view, own, root } = page;
  const text = /** @type {HTMLTextAreaElement} */ (root.querySelector("textarea")).value;
  const begun = view.minutes && !own.ends ? begin(page) : {};
  page.change({ text, ...begun }, { text, own: view.own }, 800);
}

// The first letter was written.
/** @param {Writing} page */
function begin(page) {
  const now = Date.now();
  const tick = () => {
    page.set({ now: Date.now() });
    if (page.own.now >= page.own.ends) clearInterval(page.own.ticking);
  };
  return { now, ends: now + 60_000 * page.view.minutes, ticking: setInterval(tick, 1000) };
}

/** @param {Writing} page */
function stop({ own }) {
  clearInterval(own.ticking);
  own.ends = 0;
}

/** @param {Writing} page */
function timer({ view, own, id, locked, set }) {
  if (!view.minutes) return nothing;
  const { shown, heard } = clock(view.minutes, locked ? 0 : own.ends, own.now);
  return html`<div ?hidden=${locked}>
    <p class="cc-clock-row">
      <span class="cc-clock" role="timer" aria-live="off" ?hidden=${own.hidden}>${shown}</span>
      <button type="button" class="cc-button cc-quiet-button" @click=${() => set({ hidden: !own.hidden })}
        >${own.hidden ? "Show the clock" : "Hide the clock"}</button></p>
    <p class="cc-vanish" id="${id}-clock">${clock(view.minutes, 0, 0).shown} The clock stops nothing.</p>
    <p class="cc-vanish cc-clock-heard" role="status" aria-live="polite">${own.hidden ? "" : heard}</p>
  </div>`;
}

/** @param {Writing} page */
function body(page) {
  const { view, own, id, names } = page;
  const note = own.text.length < MOST ? `At least ${view.atLeast} words. Kept while you write.`
    : "The box is full, at 4,000 letters. Read the end: the last words may have been cut off.";
  return html`<div class="cc-body">
    <label class="cc-label" for="${id}-text">${view.starts || "Your reply"}</label>
    <textarea class="cc-text" id="${id}-text" rows="5" maxlength=${MOST} spellcheck="true"
      aria-describedby="${view.says ? `${names.said} ` : ""}${names.prompt} ${view.minutes ? `${id}-clock ` : ""}${id}-note" ?readonly=${page.locked}
      .value=${live(own.text)} @input=${() => write(page)} @blur=${page.flush}></textarea>
    ${timer(page)}
    <p class="cc-small" id="${id}-note" aria-live="polite" ?hidden=${page.locked}>${note}</p>
  </div>`;
}

/** @param {Words} one */
const words = (one) => html`${one.sure ? "" : "Perhaps: "}${one.quotes.map((quote) => html`<q>${quote}</q> `)}<span class="cc-why">${one.why}</span>`;

const MARKS = { full: "Seen", part: "Perhaps", none: "Not seen", person: "A person decides this" };

/** @param {Writing} page @returns {Comparing} */
const comparing = (page) => ({
  id: page.id, turn: 0, text: page.view.sentText, list: [],
  asked: page.own.asked,
  ask: (asked) => page.set({ asked }),
  async tell(move, there, quote) {
    if (await page.tell("correct", { move, there, quote, turn: 0, play: page.view.tries, road: 0 })) page.set({ asked: null });
  },
  say: (said) => page.say(said, true),
});

/** @param {Writing} page @param {Noticed} one */
const noticed = (page, { text, mark, said, seen }) => html`<li tabindex="-1" data-move=${seen?.move ?? nothing}>
  <p class="cc-looked">${text}</p>
  ${seen ? answering(comparing(page), seen, marked(mark, MARKS[mark])) : nothing}
  ${said ? html`<p class="cc-small cc-seen">${seen ? nothing : marked(mark, MARKS[mark])}<span>${said}</span></p>` : nothing}</li>`;

/** @param {Writing} page */
const hurting = (page) => (!page.view.hurts.length ? nothing : html`<h4 class="cc-h">Look at this first</h4>
  <ul class="cc-plain cc-noticed cc-hurts">${page.view.hurts.map((one) =>
    html`<li tabindex="-1" data-move=${one.move}>${answering(comparing(page), one)}</li>`)}</ul>`);

/** @param {Writing} page */
function after(page) {
  const { view, own, id } = page;
  if (!view.noticed.length) return nothing;
  const also = view.also.map((one) => html`<li>${words(one)}</li>`);
  return html`<div class="cc-compare">
    <div>
      ${hurting(page)}
      <h4 class="cc-h">Your reply, point by point</h4>
      <ul class="cc-plain cc-noticed">${view.noticed.map((one) => noticed(page, one))}</ul>
      ${also.length ? fold("Also noticed", html`<ul class="cc-plain">${also}</ul>`) : nothing}
      ${beside(view.changed)}
      <h4 class="cc-h">One good reply</h4>
      <blockquote class="cc-bubble cc-mine cc-model">${prose(view.model, view.glossary)}</blockquote>
      <p class="cc-small">${glossed(view.because, view.glossary)}</p>
    </div>
    <fieldset class="cc-options cc-own">
      <legend class="cc-label">How does yours compare?</legend>
      <p class="cc-small">This is your own view. It changes no mark, and your reviewer sees it.</p>
      <div class="cc-pills">${view.ratings.map((one, at) => html`<label class="cc-pill" for="${id}-own-${at}">
        <input type="radio" id="${id}-own-${at}" name="${id}-own" value=${one.id} .checked=${live(one.id === view.own)}
          @change=${() => page.tell("draft", { text: own.text, own: one.id })}><span>${one.text}</span></label>`)}</div>
    </fieldset>
  </div>`;
}

// The box grows with its text, so that nothing written is out of sight.
/** @param {Writing} page */
const fit = ({ root }) => requestAnimationFrame(() => {
  const box = root.querySelector("textarea");
  if (box && box.scrollHeight > box.clientHeight) box.style.height = `${box.scrollHeight + 2}px`;
});

/** @type {Kind<ReplyView, Own>} */
const reply = {
  begin: (view) => ({ text: view.text, ends: 0, now: 0, hidden: false, asked: null }),
  entered: (view) => ({ text: view.text }),
  answer: ({ own }) => own.text.trim() || undefined,
  missing: () => "Write something first.",
  before: ({ view, id }) => saying(view, id),
  body,
  after,
  drawn(page) {
    fit(page);
    if (page.locked) stop(page);
  },
  start: (page) => () => stop(page),
};

export default { render: exercise(reply) };
