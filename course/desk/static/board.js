// @ts-check
// The first tab, drawn: filters, tiles, what lies behind one number, and its pictures and tables.
/** @import { Board } from "./dashboard.js" */
/** @import { BreakdownRow, Choices, Company, Breakdown, Detail, Filters, SmallGroup, Tile, Topics, MonthsView } from "./messages.js" */
/** @import { Cover } from "./cover.js" */

import { html, live, nothing } from "../../page/static/lit.js";
import { fold } from "../../page/static/prose.js";
import { sheet } from "../../page/static/sheet.js";
import { covered } from "./cover.js";
import { choose, tick } from "./fields.js";
import { said, track } from "./track.js";

/** @typedef {(change: Partial<Filters> | null) => void} OnChange */

/** @type {["zeros" | "copies" | "people", string][]} */
const MENDS = [
  ["zeros", "Read an ease of 0 as blank"],
  ["copies", "Leave out second copies (same customer, topic and minute)"],
  ["people", "Leave out what the chat assistant closed"],
];

/** @param {Board} page @param {OnChange} change */
function filterBar({ id, own, view: { choices } }, change) {
  const now = own.filters;
  const pick = (/** @type {keyof Filters} */ name, /** @type {string} */ label, /** @type {any[]} */ options) =>
    choose(`${id}-${name}`, label, options, String(now[name] ?? ""), (value) => change({ [name]: value }));
  const others = choices.places.map((place) => ({
    name: `Another ${place.id}`, of: place.of.map((one) => ({ id: `${place.id}:${one}`, name: one })),
  }));
  const note = own.company?.against;
  // Nothing can be chosen before it is known what was chosen last time.
  return html`<div class="cc-filters" role="group" aria-label="Filters" ?inert=${!own.company}>
    <div class="cc-fields">
      ${pick("start", "From", choices.months)} ${pick("end", "To", choices.months)}
      ${pick("against", "Compare with", [...choices.against, ...others])}
      ${choices.places.map((place) => pick(/** @type {keyof Filters} */ (place.id), place.name,
        [{ id: "", name: place.all }, ...place.of.map((one) => ({ id: one, name: one }))]))}
    </div>
    <div class="cc-below">
      <details class="cc-fold" ?open=${own.mending}><summary>Mend the records first</summary>
        <div class="cc-checks">${MENDS.map(([name, words]) => tick(words, Boolean(now[name]), (on) => change({ [name]: on })))}</div>
      </details>
      <button type="button" class="cc-button cc-quiet-button cc-reset" @click=${() => change(null)}>Start again</button>
    </div>
    <p class="cc-small cc-note" role="status" ?hidden=${!note}>${note}</p>
  </div>`;
}

/** @param {Tile} tile */
const tileInside = (tile) => html`<span class="cc-tile-inside">
  <span class="cc-tile-name">${tile.name}</span><span class="cc-vanish">: </span>
  ${tile.problem ? html`<span class="cc-tile-none">no number</span>`
    : html`<span class="cc-tile-value">${tile.value}${tile.unit ? html`<span class="cc-tile-unit"> ${tile.unit}</span>` : nothing}</span>`}
  ${tile.bar ? track(tile.bar, tile.bar.marks) : html`<span class="cc-track" aria-hidden="true"></span>`}
  <span class="cc-tile-range">${tile.problem ? "choose it to read why" : tile.range || "counted in full"}</span>
  ${tile.base ? html`<span class="cc-tile-base">${tile.few ? `${tile.base}: too few to say much` : tile.base}</span>` : nothing}
  ${tile.verdict.short ? said(tile.verdict) : nothing}
</span>`;

/** @param {Board} page @param {Company} company @param {OnChange} change */
const tiles = ({ id, own }, company, change) => html`<fieldset class="cc-options">
  <legend class="cc-legend">Choose a number to look into it.</legend>
  <div class="cc-tiles">${company.tiles.map((tile) => html`<label class="cc-tile">
    <input type="radio" class="cc-tile-input" name="${id}-tile" value=${tile.id}
      .checked=${live(tile.id === own.filters.metric)} @change=${() => change({ metric: tile.id })}>${tileInside(tile)}</label>`)}</div>
</fieldset>`;

/** @param {Detail} detail */
const look = (detail) => html`<div class="cc-detail">
  <div><h4 class="cc-head">${detail.title}</h4>
    <p class=${detail.problem ? "cc-problem" : "cc-lead"}>${detail.problem || detail.sentence}</p>
    ${detail.few ? html`<p>${detail.few}</p>` : nothing} ${detail.verdict ? html`<p>${detail.verdict}</p>` : nothing}</div>
  ${fold("How it is counted", html`<div><p>${detail.how}</p>
    ${detail.convention ? html`<p class="cc-small">In short: ${detail.convention}.</p>` : nothing}
    ${smallList(detail.notes)}</div>`)}
</div>`;

/** @param {unknown[]} lines */
const smallList = (lines) =>
  (lines.length ? html`<ul class="cc-plain cc-small">${lines.map((one) => html`<li>${one}</li>`)}</ul>` : nothing);

/**
 * @param {string} title
 * @param {Cover} cover
 * @param {{alt: string, chart: string, table: unknown} | null} shown
 */
const figure = (title, cover, shown) => html`<div class="cc-part"><h5>${title}</h5>
  ${covered(cover, html`<figure class="cc-figure">
    <img class="cc-chart" src=${shown?.chart || nothing} alt=${shown?.alt ?? ""} ?hidden=${!shown?.chart}>
    <figcaption class="cc-small" aria-hidden="true">${shown?.alt}</figcaption>
    ${fold("The same as a table", html`<div>${shown?.table}</div>`)}
  </figure>`)}
</div>`;

/** @param {MonthsView} trend */
function trendTable(trend) {
  const signs = trend.rows.some((one) => one.sign);
  const heads = ["Month", "Number", "Range", "Stands on", ...(trend.limits ? ["Limits"] : []), ...(signs ? ["Sign"] : [])];
  const rows = trend.rows.map((one) => [one.month, one.value, one.range, one.base,
    ...(trend.limits ? [one.limits] : []), ...(signs ? [one.sign] : [])]);
  return html`${sheet("Month by month", heads, rows, [1])} ${smallList(trend.gaps)}`;
}

/** @param {Topics} topics */
const topicTable = (topics) => sheet("Topics", ["Topic", "Contacts", "Share", "Range", "Together"],
  topics.rows.map((one) => [one.name, one.count, one.share, one.range, one.sum]), [1, 2, 4]);

/** @param {SmallGroup} one */
const smallGroup = (one) => html`<div class="cc-few-one">
  <p><strong>${one.name}</strong> ${one.base} from ${one.contacts} contacts${one.counts ? `: ${one.counts}` : ""}.</p>
  ${one.quotes.map((quote) => html`<blockquote class="cc-bubble cc-theirs">${quote}</blockquote>`)}
</div>`;

/** @param {Breakdown} made */
function groups(made) {
  const heads = ["Group", "Number", "Range", "Stands on", "Contacts", ...(made.compared ? ["Change"] : [])];
  const row = (/** @type {BreakdownRow} */ one) => [one.name, one.value,
    html`<span class="cc-cell">${one.mark ? track(made, [one.mark]) : nothing}${one.range}</span>`,
    one.base, one.contacts, ...(made.compared ? [one.verdict ? said(one.verdict) : ""] : [])];
  const none = made.small.length ? "No group has enough to be ranked." : "No group has a number.";
  return html`<div>
    ${made.rows.length ? sheet(`The same number by ${made.by}`, heads, made.rows.map(row), [1, 4]) : html`<p>${none}</p>`}
    ${made.finding ? html`<p class="cc-small">${made.finding}</p>` : nothing}
    ${made.small.length ? html`<div class="cc-few"><p class="cc-label">Too few to rank: under 30</p>${made.small.map(smallGroup)}</div>` : nothing}
    ${smallList(made.none.map((one) => html`<strong>${one.name}</strong> (${one.contacts} contacts): ${one.why}`))}
  </div>`;
}

/**
 * @param {Board} page
 * @param {OnChange} change
 */
export function board(page, change) {
  const { id, own, view } = page;
  const { company, covers, trend, topics } = own;
  const by = (/** @type {Choices} */ { by: options }) =>
    choose(`${id}-by`, "By", options, own.filters.by ?? "", (value) => change({ by: value }));
  return html`${filterBar(page, change)}
    <p class="cc-summary" role="status" aria-live="polite">${own.summary}</p>
    ${!company ? nothing : html`<div>
      ${covered(covers.tiles, tiles(page, company, change))}
      ${covered(covers.look, look(company.detail))}
      ${figure("Month by month", covers.trend, trend && { ...trend, table: trendTable(trend) })}
      <div class="cc-part"><div class="cc-part-head"><h5>Side by side</h5>${by(view.choices)}</div>
        ${covered(covers.breakdown, own.breakdown ? groups(own.breakdown) : html`<div></div>`)}</div>
      ${figure("What it is about", covers.topics, topics && { ...topics, table: topicTable(topics) })}
    </div>`}`;
}
