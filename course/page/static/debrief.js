// @ts-check
// After the last line: the mood, the answers, the steps, every line, the roads, and the mark at the end.
/** @import { Page } from "./frame.js" */
/** @import { DebriefView, DialogueView, HandlingView, Step, SurveyView } from "./messages.js" */
/** @import { Compared, TakeBack } from "./mine.js" */

import { again } from "./again.js";
import { gauge, moodWord } from "./gauge.js";
import { html, nothing } from "./lit.js";
import { mine } from "./mine.js";
import { factList, fold, terms } from "./prose.js";
import { roads } from "./roads.js";
import { marked, sign } from "./signs.js";
import { still } from "./timing.js";

/** @param {DialogueView} view @param {DebriefView} back */
const moodTable = (view, back) => fold("The same as a table",
  html`<div class="cc-scroll" role="group" aria-label="Mood line by line"><table class="cc-table">
    <thead><tr>${["Line", "You said", `${view.first} said`, "Mood"].map((one) => html`<th scope="col">${one}</th>`)}</tr></thead>
    <tbody>${back.table.map((one) => html`<tr><th scope="row">${one.turn}</th><td>${one.line}</td>
      <td>${one.then || "Nothing"}</td><td>${moodWord(one.mood)} ${one.mood.points}</td></tr>`)}</tbody>
  </table></div>`);

/** @param {Step[]} steps */
const stepList = (steps) => html`<ul class="cc-steps">${steps.map((one) => html`<li ?data-found=${one.found}>
  ${one.found ? marked("full", "Done") : sign("none")}
  <div><strong>${one.name}</strong>${one.found ? nothing : html`<span class="cc-missed"> · not this time</span>`}
    ${one.found && one.line ? html`<p>${one.to ? `To ${one.to}: ` : ""}<q>${one.line}</q></p>` : nothing}
    ${one.why ? html`<p class="cc-small">${one.why}</p>` : nothing}</div>
</li>`)}</ul>`;

/** @param {string} first @param {SurveyView} asked */
function answers(first, asked) {
  const why = html`<ul class="cc-plain">${asked.why.map((one) => html`<li>${one}</li>`)}</ul>`;
  if (!asked.answered) return html`<p>${asked.none}</p>${fold(`How ${first} saw it`, why)}`;
  return html`${asked.comment ? html`<blockquote class="cc-bubble cc-theirs">${asked.comment}</blockquote>` : nothing}
    ${factList(asked.facts)}
    <p class="cc-small cc-why-head">Why</p>${why}`;
}

/** @param {HandlingView} handling */
const markFold = (handling) => fold(
  `Handling mark ${handling.mark} of 100${handling.fatal.length ? `: ${handling.fatal.join(", ")}` : ""}`,
  html`<p class="cc-small">What you could decide, whatever the customer felt.</p>
    <dl class="cc-others">${terms(handling.parts.map((one) => [
      html`${one.title}<span class="cc-part-score">${one.score}</span>`, one.why]))}</dl>`,
  "cc-mark");

// A rule that must not be broken outweighs everything below, so it is said first.
/** @param {HandlingView} handling */
const broken = (handling) => (!handling.fatal.length ? nothing
  : html`<p class="cc-fatal">${sign("none")}<span>A house rule was broken: ${handling.fatal.join(", ")}. The handling mark is ${handling.mark}, whatever the customer felt.</span></p>`);

/** @param {string} title @param {unknown} inside */
const part = (title, inside) => html`<div class="cc-part"><h5>${title}</h5>${inside}</div>`;

/** @param {DialogueView} view @param {Drawn} drawn */
function told(view, { chart, roadChart, road, showRoad, takeBack, compared }) {
  const back = view.debrief;
  if (!back) return html`<p>Your conversation is kept for your instructor, who marks it.</p>`;
  return html`<figure class="cc-figure">
      <img class="cc-chart" ?hidden=${!chart} src=${chart || nothing} alt=${back.finding}>
      <figcaption class="cc-small" aria-hidden="true">${back.finding}</figcaption>
      ${moodTable(view, back)}
    </figure>
    ${part(`What ${view.first} answered`, answers(view.first, back.survey))}
    ${part("What you did, step by step", stepList(back.steps))}
    ${part("Your lines", mine(view.first, back.lines, takeBack, compared, view.glossary))}
    ${roads(view.first, view.taken, road, roadChart, showRoad)}
    ${markFold(back.handling)}`;
}

/** @param {Page<DialogueView, any>} page */
function goOn(page) {
  page.root.dispatchEvent(new CustomEvent("course:go-on", { bubbles: true, detail: { exercise: page.view.id } }));
  /** @type {HTMLElement[]} */
  const all = [...document.querySelectorAll(/** @type {"div"} */ (".cc-exercise"))];
  const next = all[all.indexOf(page.root) + 1];
  if (!next) {
    page.say("That was the last exercise on this page.");
    return;
  }
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "start", behavior: still() ? "auto" : "smooth" });
}

/**
 * What is drawn beside what Python sent.
 *
 * @typedef {object} Drawn
 * @property {string} chart
 * @property {number} road which of the roads taken is shown, from 0
 * @property {string} roadChart
 * @property {(place: number) => void} showRoad
 * @property {TakeBack} takeBack
 * @property {Compared} compared
 */

/**
 * @param {Page<DialogueView, any>} page
 * @param {DialogueView} view
 * @param {Drawn} drawn
 * @param {() => void} onAgain
 */
export function debrief(page, view, drawn, onAgain) {
  const back = view.debrief;
  return html`<div class="cc-debrief" ?hidden=${view.asks}>
    <h4 class="cc-end" tabindex="-1">${view.ended}</h4>
    ${view.asks ? nothing : html`
      <div class="cc-left">${back ? [broken(back.handling), view.mood ? gauge(view.first, view.mood, "at the end:") : nothing] : nothing}</div>
      <div>${told(view, drawn)}</div>
      ${again(page, view, onAgain, () => goOn(page))}`}
  </div>`;
}
