// @ts-check
// Two roads side by side: as it was first played, and after a line was taken back.
/** @import { Outcome, Row, Stretch, TwoRoads } from "./messages.js" */

import { moodWord } from "./gauge.js";
import { html, nothing } from "./lit.js";

/** @param {string} name @param {unknown} inside */
const side = (name, inside) => (inside === nothing ? nothing : html`<div class="cc-side cc-side-${name.toLowerCase()}">
  <p class="cc-side-name">${name}</p>${inside}</div>`);

// Of a road that was over by then it is said once, at the first line that it does not have.
/** @param {string} first @param {Stretch | null} one @param {boolean} told */
const stretch = (first, one, told) => (!one ? (told ? nothing : html`<p class="cc-small">It was over by then.</p>`)
  : html`<p class="cc-small">You said</p><p class="cc-side-mine">${one.typed || one.line}</p>
    ${one.typed ? html`<p class="cc-small">The line you chose: <q>${one.line}</q></p>` : nothing}
    <p class="cc-small">${one.by || first} said</p><p>${one.then || "Nothing"}</p>
    <p class="cc-side-mood">${moodWord(one.mood)} <span class="cc-small">${one.mood.points} of 100</span></p>`);

/** @param {unknown} name @param {unknown} was @param {unknown} now */
const row = (name, was, now) => html`<li class="cc-row"><p class="cc-row-name">${name}</p>
  <div class="cc-pair">${side("First", was)}${side("Now", now)}</div></li>`;

/**
 * @param {string} first the customer's first name
 * @param {TwoRoads[]} taken
 * @param {number} place of the road that is shown
 * @param {string} chart
 * @param {(place: number) => void} show another one
 */
export function roads(first, taken, place, chart, show) {
  const shown = taken[place];
  if (!shown) return nothing;
  return html`<div class="cc-part cc-two">
    <h5 class="cc-two-head" tabindex="-1">Two roads from your line ${shown.turn}. The first one counts.</h5>
    <p>The other one is practice, and never enters your mark.</p>
    <figure class="cc-figure">
      <img class="cc-chart" ?hidden=${!chart} src=${chart || nothing} alt=${shown.finding}>
      <figcaption class="cc-small" aria-hidden="true">${shown.finding}</figcaption>
    </figure>
    <ol class="cc-rows">
      ${shown.rows.map((/** @type {Row} */ one, /** @type {number} */ at) => row(`Line ${one.turn}`,
        stretch(first, one.first, shown.rows[at - 1]?.first === null),
        stretch(first, one.now, shown.rows[at - 1]?.now === null)))}
      ${shown.outcomes.map((/** @type {Outcome} */ one) =>
        row(one.name, html`<p>${one.first}</p>`, html`<p>${one.now}</p>`))}
    </ol>
    ${taken.length < 2 ? nothing : html`<p class="cc-small">Other roads that you took</p>
      <ul class="cc-taken">${taken.map((one, at) => (at === place ? nothing
        : html`<li><button type="button" class="cc-button cc-quiet-button" @click=${() => show(at)}
          >From line ${one.turn}: ${one.ended}</button></li>`))}</ul>`}
  </div>`;
}
