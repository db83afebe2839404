// @ts-check
// How many to ask: two sliders; Python says in words what comes of it and draws it.
/** @import { Desk } from "./desk.js" */
/** @import { AskingAsks, AskingView } from "./messages.js" */

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
 * @property {number} stop which of the stops the first slider is at
 * @property {number} inHundred
 * @property {boolean} waiting what is under the hand is newer than what Python has heard
 * @property {string} chart
 * @property {string} alt
 * @property {() => void} later
 * @property {() => void} look
 */
/** @typedef {Desk<AskingView, AskingAsks, Own>} Asking */

const places = (/** @type {AskingView} */ view) => ({
  stop: view.stops.findIndex((one) => one >= view.customers),
  inHundred: view.inHundred,
});

/** @param {Asking} page */
async function tell(page) {
  const { stop, inHundred } = page.own;
  page.set({ waiting: false });
  await page.ask("set", { customers: page.view.stops[stop], inHundred });
}

/**
 * `spoken` says the place in words; both eyes and ears get them.
 *
 * @param {string} id
 * @param {string} label
 * @param {[number, number]} ends
 * @param {number} value
 * @param {string} spoken
 * @param {(value: number) => void} onMove
 */
const slider = (id, label, [low, high], value, spoken, onMove) => html`<div class="cc-range-field">
  <div class="cc-range-head"><label for=${id}>${label}</label><output class="cc-range-now" aria-live="off" for=${id}>${spoken}</output></div>
  <input type="range" class="cc-range" id=${id} min=${low} max=${high} step="1" aria-valuetext=${spoken}
    .value=${live(String(value))} @input=${(/** @type {any} */ { target }) => onMove(Number(target.value))}>
</div>`;

/** @param {Asking} page */
function body(page) {
  const { view, own, id } = page;
  const move = (/** @type {Partial<Own>} */ part) => {
    page.set({ ...part, waiting: true });
    own.later();
  };
  return html`<div class="cc-filters cc-ranges" role="group" aria-label="What you choose">
      ${slider(`${id}-customers`, "Customers you ask", [0, view.stops.length - 1], own.stop,
        `${view.stops[own.stop]} customers`, (stop) => move({ stop }))}
      ${slider(`${id}-share`, "Customers who have the need", view.ends, own.inHundred,
        `${own.inHundred} in 100`, (inHundred) => move({ inHundred }))}
    </div>
    <p class="cc-summary" role="status" aria-live="polite">${view.summary}</p>
    ${factList(view.facts)}
    <figure class="cc-figure">
      <img class="cc-chart" src=${own.chart || nothing} alt=${own.alt} ?hidden=${!own.chart}>
      ${fold("The same as a table", sheet("What happens when you ask fewer or more",
        ["You ask", "Chances in 100 of hearing it", "Would name it", "Its share"], view.rows, [0, 1, 2]))}
    </figure>
    <p class="cc-small">${view.supposed}</p>`;
}

export default { render: desk({
  begin: (/** @type {AskingView} */ view) => /** @type {Own} */ ({
    ...places(view), waiting: false, chart: "", alt: "", later() {}, look() {},
  }),
  title: () => "How many to ask?",
  body,
  retry: tell,
  heard(page) {
    if (!page.own.waiting) page.set(places(page.view));
  },
  drawn: ({ own }) => own.look(),
  start(/** @type {Asking} */ page) {
    const later = debounce(WAIT.ask, () => tell(page));
    const picture = watchPicture({
      root: page.root,
      of: () => JSON.stringify([page.view.customers, page.view.inHundred]),
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
