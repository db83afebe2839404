// @ts-check
// The map of the course: a line for each lesson, which unfolds into its stations.
/** @import { LessonLine, StationLine } from "./messages.js" */

import { html, nothing } from "../../page/static/lit.js";

/** A sign is never shown without its word. @type {Record<StationLine["state"], string>} */
const SIGNS = { open: "○", part: "◐", met: "●" };

/** @param {StationLine} one */
const station = (one) => html`<li class="cc-stop" data-state=${one.state}>
  <span class="cc-stop-sign" aria-hidden="true">${SIGNS[one.state]}</span>
  <span class="cc-stop-line"><a class="cc-link" href=${one.link}>${one.title}</a>
    <span class="cc-quietly">${[one.time, one.word].filter(Boolean).join(" · ")}</span></span>
  ${one.known ? html`<a class="cc-link cc-known" href=${one.known} aria-label="I know this: ${one.title}"
    >I know this</a>` : nothing}
</li>`;

/** @param {StationLine[]} stations */
const bar = (stations) => html`<span class="cc-stops" aria-hidden="true">${stations.map((one) =>
  html`<span data-state=${one.state}></span>`)}</span>`;

/** @param {LessonLine} one */
const lesson = (one) => html`<li><details class="cc-fold cc-lesson" ?open=${one.present}>
  <summary><span class="cc-lesson-line"><span class="cc-lesson-title">${one.title}</span>
    <span class="cc-quietly">${one.time}</span>${bar(one.core)}<span class="cc-quietly">${one.said}</span></span></summary>
  <ol class="cc-stations">${one.core.map(station)}</ol>
  ${one.more.length ? html`<div class="cc-more"><h3 class="cc-group">More practice</h3>
    <ol class="cc-stations">${one.more.map(station)}</ol></div>` : nothing}
</details></li>`;

/** @param {LessonLine[]} lessons */
export const map = (lessons) => html`<section class="cc-short"><h2 class="cc-title">The course</h2>
  <p class="cc-quietly">‘I know this’ begins with a station's hardest exercise. If it is right at the first try, the station is met. Only the core counts for your mark. More practice is your own choice.</p>
  <ol class="cc-map">${lessons.map(lesson)}</ol></section>`;
