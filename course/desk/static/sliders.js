// @ts-check
// Numbers to move; Python says in words what comes of them and draws it.
/** @import { Desk } from "./desk.js" */
/** @import { SlidersAsks, SlidersView, SliderView } from "./messages.js" */

import { html, live, nothing } from "../../page/static/lit.js";
import { watchPicture } from "../../page/static/picture.js";
import { factList, fold } from "../../page/static/prose.js";
import { sheet } from "../../page/static/sheet.js";
import { debounce } from "../../page/static/timing.js";
import { desk } from "./desk.js";

// A slider on its way is not asked about at every step.
const WAIT = { ask: 150, picture: 200 };

/**
 * @typedef {object} Own
 * @property {number[]} at which of its stops each slider is at
 * @property {boolean} waiting what is under the hand is newer than what Python has heard
 * @property {string} chart
 * @property {string} alt
 * @property {() => void} later
 * @property {() => void} look
 */
/** @typedef {Desk<SlidersView, SlidersAsks, Own>} Page */

const places = (/** @type {SlidersView} */ view) => view.sliders.map(({ at }) => at);

/** @param {Page} page */
async function tell(page) {
  const { at } = page.own;
  page.set({ waiting: false });
  const stands = page.view.sliders.map(({ id, stops }, number) => [id, stops[at[number]]]);
  await page.ask("set", { places: Object.fromEntries(stands) });
}

/**
 * A place is said in words; both eyes and ears get them.
 *
 * @param {string} id
 * @param {SliderView} slider
 * @param {number} at
 * @param {(at: number) => void} onMove
 */
const range = (id, { label, stops, said }, at, onMove) => html`<div class="cc-range-field">
  <div class="cc-range-head"><label for=${id}>${label}</label><output class="cc-range-now" aria-live="off" for=${id}>${said[at]}</output></div>
  <input type="range" class="cc-range" id=${id} min="0" max=${stops.length - 1} step="1" aria-valuetext=${said[at]}
    .value=${live(String(at))} @input=${(/** @type {any} */ { target }) => onMove(Number(target.value))}>
</div>`;

/** @param {Page} page */
function body(page) {
  const { view, own, id } = page;
  const move = (/** @type {number} */ number, /** @type {number} */ to) => {
    page.set({ at: own.at.map((one, place) => (place === number ? to : one)), waiting: true });
    own.later();
  };
  return html`<div class="cc-filters cc-ranges" role="group" aria-label="What you choose">
      ${view.sliders.map((one, number) => range(`${id}-${one.id}`, one, own.at[number],
        (to) => move(number, to)))}
    </div>
    <p class="cc-summary" role="status" aria-live="polite">${view.summary}</p>
    ${factList(view.facts)}
    <figure class="cc-figure">
      <img class="cc-chart" src=${own.chart || nothing} alt=${own.alt} ?hidden=${!own.chart}>
      ${fold("The same as a table", sheet(view.caption, view.heads, view.rows,
        view.heads.map((_, number) => number).slice(0, -1)))}
    </figure>
    <p class="cc-small">${view.supposed}</p>`;
}

export default { render: desk({
  begin: (/** @type {SlidersView} */ view) => /** @type {Own} */ ({
    at: places(view), waiting: false, chart: "", alt: "", later() {}, look() {},
  }),
  title: ({ view }) => view.title,
  body,
  retry: tell,
  heard(page) {
    if (!page.own.waiting) page.set({ at: places(page.view) });
  },
  drawn: ({ own }) => own.look(),
  start(/** @type {Page} */ page) {
    const later = debounce(WAIT.ask, () => tell(page));
    const picture = watchPicture({
      root: page.root,
      of: () => JSON.stringify(places(page.view)),
      ask: (ground) => page.ask("chart", ground, true),
      put: ({ chart = "", alt = "" }) => page.set({ chart, alt }),
    });
    const look = debounce(WAIT.picture, picture.look);
    page.set({ later: later.later, look: look.later });
    return () => {
      later.drop();
      look.drop();
      picture.close();
    };
  },
}) };
