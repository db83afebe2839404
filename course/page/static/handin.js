// @ts-check
// What is open, where the answers are, and the file to hand in, as a download.
/** @import { Panel } from "./panel.js" */
/** @import { HandInAsks, HandInView, OpenLesson, OpenStation } from "./messages.js" */

import { download } from "./download.js";
import { html, nothing } from "./lit.js";
import { panel } from "./panel.js";
import { fold } from "./prose.js";

/** @param {OpenStation} one */
const station = (one) => {
  const go = (/** @type {Event} */ event) => {
    event.preventDefault();
    event.target?.dispatchEvent(new CustomEvent("course:go", {
      bubbles: true, detail: { lesson: one.lesson, station: one.station, exercise: "" },
    }));
  };
  return html`<li><a href="${one.lesson}.ipynb?station=${one.station}" @click=${go}>${one.title}</a>
    · ${one.left} ${one.left === 1 ? "exercise" : "exercises"}</li>`;
};

/** @param {OpenLesson} one */
const lesson = (one) => html`<p class="cc-small">${one.title}</p><ul class="cc-plain">${one.stations.map(station)}</ul>`;

/** @param {Panel<HandInView, HandInAsks, {busy: boolean}>} page */
function body(page) {
  const { view, own } = page;
  const make = async () => {
    page.set({ busy: true });
    const heard = await page.tell("make", null);
    page.set({ busy: false });
    if (heard?.file) download(heard.file);
  };
  const far = view.total ? (100 * view.done) / view.total : 0;
  return html`<h3 class="cc-title">Hand in</h3>
    <p class="cc-done">${view.counted ? `${view.done} of ${view.total} exercises that count are answered, in all the lessons.`
      : "Counting what you have answered …"}</p>
    <div class="cc-bar" aria-hidden="true"><span style="width:${far}%"></span></div>
    ${view.open.length ? fold("What is still open", html`${view.open.map(lesson)}`) : nothing}
    <p class="cc-small">${view.where ? "You can hand in now, and again later. Nothing is lost by handing in early."
      : "Your answers are in no folder yet."}</p>
    <div class="cc-actions">
      <button type="button" class="cc-button cc-primary" aria-busy=${own.busy || nothing} @click=${make}
        >${view.made ? "Download it again" : "Download the file"}</button>
      ${page.status}
    </div>
    <div class="cc-made" role="status" aria-live="polite">${view.made
      ? html`<p>The file of ${view.at} is in your downloads. Send it to your instructor.</p>` : nothing}</div>
    ${view.made ? html`<p class="cc-small">A copy is here: <code>${view.made}</code></p>` : nothing}`;
}

/**
 * All lessons are gone into for the counts, so they are asked for when somebody comes to see them.
 *
 * @param {Panel<HandInView, HandInAsks, {busy: boolean}>} page
 */
function start(page) {
  const seen = new IntersectionObserver((all) => {
    if (!all.some((one) => one.isIntersecting)) return;
    seen.disconnect();
    page.tell("look", null);
  });
  seen.observe(page.root);
  return () => seen.disconnect();
}

export default { render: panel({ begin: () => ({ busy: false }), body, looks: true, start }) };
