// @ts-check
// The end of a lesson: a page to read, and no score.
/** @import { EndingView, Paired, PairLine } from "./messages.js" */
/** @import { Ending } from "./opinion.js" */

import { download } from "../../page/static/download.js";
import { html, nothing } from "../../page/static/lit.js";
import { panel } from "../../page/static/panel.js";
import { fold } from "../../page/static/prose.js";
import { sign } from "../../page/static/signs.js";
import { begin, opinion } from "./opinion.js";
import { sentences } from "./parts.js";

/** @param {boolean} right */
const word = (right) => html`<span class="cc-pair-word">${sign(right ? "full" : "none")} ${right ? "right" : "not yet"}</span>`;

/** @param {PairLine} one */
const row = (one) => html`<tr><th scope="row">${one.title}</th><td>${word(one.first)}</td><td>${word(one.latest)}</td></tr>`;

/** @param {PairLine} one */
const pair = (one) => html`<span class="cc-then-now">${sign(one.first ? "full" : "none")}${sign(one.latest ? "full" : "none")}</span>`;

// The small marks are for eyes; the sentence and the table say the same.
/** @param {Paired} paired */
const beside = ({ said, lines }) => (!said ? nothing : html`<h4 class="cc-h">First try beside the latest</h4>
  <p>${said}</p>
  <p class="cc-pairs" aria-hidden="true">${lines.map(pair)}</p>
  ${fold("Exercise by exercise", html`<div class="cc-paired"><table>
    <thead><tr><th scope="col">Exercise</th><th scope="col">First try</th><th scope="col">Latest</th></tr></thead>
    <tbody>${lines.map(row)}</tbody></table></div>`)}`);

/** @param {EndingView} view */
const mine = ({ own, noSentence }) => (!own && !noSentence ? nothing : html`<h4 class="cc-h">What I take to my desk</h4>
  ${own ? html`<blockquote class="cc-card-own">${own}</blockquote>` : html`<p class="cc-quietly">${noSentence}</p>`}`);

/** @param {Ending} page */
function body(page) {
  const { view } = page;
  const record = async () => {
    const heard = await page.tell("record", null);
    if (heard?.file) download(heard.file);
  };
  return html`<h3 class="cc-title">${view.lesson}: what you take with you</h3>
    <h4 class="cc-h">What I can do now</h4>${sentences(view.able)}
    <h4 class="cc-h">What to practise</h4>${sentences(view.slips)}
    ${mine(view)}
    ${beside(view.paired)}
    ${opinion(page)}
    <div class="cc-actions"><a class="cc-button cc-primary" href=${view.home}>Back to the map</a>
      ${view.last ? html`<button type="button" class="cc-button" @click=${record}>Record of training</button>` : nothing}</div>`;
}

export default { render: panel({ begin, body, looks: true }) };
