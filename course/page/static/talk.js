// @ts-check
// The conversation so far: runs of lines, the newest last. Lines are added, never redrawn.
/** @import { DialogueView, Line } from "./messages.js" */
/** @import { TalkRun } from "./lines.js" */

import { spoken } from "./gloss.js";
import { runs } from "./lines.js";
import { html, nothing, repeat } from "./lit.js";
import { paragraphs } from "./prose.js";

/**
 * @param {DialogueView} view
 * @param {Line[]} lines
 * @param {number} fresh the first line that is new to the eye
 */
export function talk(view, lines, fresh) {
  const isNew = (/** @type {number} */ place) => (place >= fresh ? "cc-new" : "");

  const bubble = (/** @type {Line} */ line, /** @type {number} */ place) =>
    html`<div class="cc-bubble ${line.who === "me" ? "cc-mine" : "cc-theirs"} ${isNew(place)}">${line.who === "them" ? spoken(line.text, view.words) : paragraphs(line.text)}</div>
      ${line.typed ? html`<p class="cc-wrote">You had written: <q>${line.typed}</q></p>` : nothing}`;

  const run = (/** @type {TalkRun} */ one) => {
    if (one.who !== "me" && one.who !== "them") {
      return html`<p class="cc-${one.who} ${isNew(one.place)}"><span>${one.lines[0].text}</span></p>`;
    }
    return html`<div class="cc-run cc-run-${one.who}">
      <p class="cc-who"><span class="cc-name">${one.who === "me" ? "You" : one.by || view.customer}</span>${one.about ? ` · ${one.about}` : ""}</p>
      ${one.lines.map((line, at) => bubble(line, one.place + at))}
    </div>`;
  };

  return html`<div class="cc-talk" role="log" aria-live="polite" data-channel=${view.channel}
    aria-label="Conversation with ${view.customer}">
    ${repeat(runs(lines), (one) => `${view.play}/${one.place}`, run)}
  </div>`;
}
