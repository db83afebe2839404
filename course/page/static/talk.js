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
 * @param {number} fresh the first line that is new to the eye; where none is, none is news
 * @param {boolean} [plain] as plain text: each line with its speaker, no bubbles
 */
export function talk(view, lines, fresh, plain = false) {
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

  const said = (/** @type {Line} */ line, /** @type {number} */ place) => (line.who !== "me" && line.who !== "them"
    ? html`<p class=${isNew(place)}>(${line.text})</p>`
    : html`<div class="cc-plain-line ${line.who === "me" ? "" : "cc-plain-theirs"} ${isNew(place)}">
        <strong>${line.who === "me" ? "You" : view.customer}:</strong> ${paragraphs(line.text)}</div>
      ${line.typed ? html`<p>(You had written: <q>${line.typed}</q>)</p>` : nothing}`);

  return html`<div class="cc-talk" tabindex="-1" role="log" aria-live=${fresh < lines.length || view.asks ? "polite" : "off"} data-channel=${view.channel}
    aria-label="Conversation with ${view.customer}">
    ${plain ? repeat(lines, (_, place) => `${view.play}/${place}`, said)
      : repeat(runs(lines), (one) => `${view.play}/${one.place}`, run)}
  </div>`;
}
