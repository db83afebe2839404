// @ts-check
// What is told where something may be lost.
/** @import { Heard } from "./channel.js" */
/** @import { Alarm } from "./entry.js" */

import { html, nothing } from "./lit.js";

export const LOST = {
  late: "The course has not answered for three seconds, so this is not kept yet. It is still on this page. Wait a moment, then try again.",
  gone: "The course behind this page has stopped. What you enter now is not kept. Reload the page to start it again.",
  memory: "No course folder was found, so answers last only until this page closes.",
};

/**
 * What went wrong with a message; null where nothing did.
 *
 * @param {Heard} heard
 * @param {() => void} [retry]
 * @returns {Alarm | null}
 */
export function trouble(heard, retry) {
  const words = heard.error || (heard.late ? LOST.late : "");
  if (heard.elsewhere) return { title: "Not saved", words };
  return words ? { words, retry } : null;
}

// The course view's banner, where it has bad news.
const banner = () => document.querySelector(".ccv-loud:not([hidden])");

// One fault is one alert, however many cards it befalls; all others tell it to eyes alone.
/** @param {string} words @param {Element} el */
const elsewhere = (words, el) => [...document.querySelectorAll('.cc-alarm[role="alert"]')].some((one) =>
  !el.contains(one) && one.querySelector(".cc-alarm-words")?.textContent === words);

/**
 * What a card says while nobody answers. Where a banner tells it, that is the alarm: the card in
 * use repeats it beside what is being typed, and all others are quiet.
 *
 * @param {string} words
 * @param {Element} el
 * @returns {Alarm | null}
 */
export function lost(words, el) {
  const told = Boolean(banner());
  if (told && !el.contains(document.activeElement)) return null;
  return { words, echo: told || elsewhere(words, el) };
}

/**
 * Nothing is kept, which is known beforehand: it is told small.
 *
 * @param {boolean} saving
 * @param {Element} el
 */
export const forgets = (saving, el) => (saving ? nothing
  : alarmBox({ words: LOST.memory, echo: elsewhere(LOST.memory, el) }, true));

/**
 * @param {Alarm | null} alarm
 * @param {boolean} small
 */
export const alarmBox = (alarm, small = false) => (!alarm ? nothing
  : html`<div class="cc-alarm" role=${alarm.echo ? "note" : "alert"} ?data-small=${small}>
    <strong class="cc-alarm-title">${alarm.title ?? "Not being saved"}</strong><p class="cc-alarm-words">${alarm.words}</p>
    <button type="button" class="cc-button" ?hidden=${!alarm.retry} @click=${alarm.retry}>Try again</button>
  </div>`);
