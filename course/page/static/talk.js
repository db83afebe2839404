// @ts-check
// The conversation so far: runs of lines, the newest last. Lines are added, never redrawn.
/** @import { DialogueView, Line } from "./messages.js" */
/** @import { TalkRun } from "./lines.js" */

import { spoken } from "./gloss.js";
import { runs } from "./lines.js";
import { html, nothing, repeat } from "./lit.js";
import { paragraphs } from "./prose.js";

/** What the trainee said, in their own words where they placed them. @param {Line} line */
const words = (line) => (line.own === "placed" ? line.typed : line.text);

/** What is to be said beside it; empty for nothing. @param {Line} line */
function beside(line) {
  if (line.own === "placed") return html`The line you chose: <q>${line.text}</q>`;
  if (line.own === "none") return "None of the lines said this.";
  return line.typed ? html`You had written: <q>${line.typed}</q>` : "";
}

/**
 * @param {Pick<DialogueView, "words" | "customer" | "channel" | "play"> & {asks: unknown}} view
 * @param {Line[]} lines
 * @param {number} fresh the first line that is new to the eye; where none is, none is news
 * @param {boolean} plain as plain text: each line with its speaker, no bubbles
 * @param {(line: Line) => unknown} beneath what stands beneath a line of the trainee's
 */
export function talk(view, lines, fresh, plain, beneath) {
  const isNew = (/** @type {number} */ place) => (place >= fresh ? "cc-new" : "");

  const inside = (/** @type {Line} */ line) =>
    (line.who === "them" ? spoken(line.text, view.words) : paragraphs(words(line)));

  const bubble = (/** @type {Line} */ line, /** @type {number} */ place) =>
    html`<div class="cc-bubble ${line.who === "me" ? "cc-mine" : "cc-theirs"} ${isNew(place)}">${inside(line)}</div>
      ${beside(line) ? html`<p class="cc-wrote">${beside(line)}</p>` : nothing}${line.who === "me" ? beneath(line) : nothing}`;

  const run = (/** @type {TalkRun} */ one) => {
    if (one.who !== "me" && one.who !== "them") {
      return html`<p class="cc-${one.who} ${isNew(one.place)}"><span>${one.lines[0].text}</span></p>`;
    }
    return html`<div class="cc-run cc-run-${one.who}">
      <p class="cc-who"><span class="cc-name">${one.who === "me" ? "You" : one.by || view.customer}</span>${one.about ? ` · ${one.about}` : ""}</p>
      ${one.lines.map((line, at) => bubble(line, one.place + at))}
    </div>`;
  };

  const said = (/** @type {Line} */ line, /** @type {number} */ place) => (line.who !== "me" && line.who !== "them"
    ? html`<p class=${isNew(place)}>(${line.text})</p>`
    : html`<div class="cc-plain-line ${line.who === "me" ? "" : "cc-plain-theirs"} ${isNew(place)}">
        <strong>${line.who === "me" ? "You" : line.by || view.customer}:</strong> ${inside(line)}</div>
      ${beside(line) ? html`<p>(${beside(line)})</p>` : nothing}${line.who === "me" ? beneath(line) : nothing}`);

  return html`<div class="cc-talk" tabindex="-1" role="log" aria-live=${fresh < lines.length || view.asks ? "polite" : "off"} data-channel=${view.channel}
    aria-label="Conversation with ${view.customer}">
    ${plain ? repeat(lines, (_, place) => `${view.play}/${place}`, said)
      : repeat(runs(lines), (one) => `${view.play}/${one.place}`, run)}
  </div>`;
}
