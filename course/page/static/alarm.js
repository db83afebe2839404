// @ts-check
// What is told where something may be lost.
/** @import { Heard } from "./channel.js" */
/** @import { Alarm } from "./entry.js" */

import { html, nothing } from "./lit.js";

export const LOST = {
  late: "The course has not answered for three seconds, so this may be lost. It is still on this page. Try again; if that fails, copy what you wrote and reload.",
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

/** @type {Alarm} */
const MEMORY = { words: LOST.memory };

/**
 * Nothing is kept, which is known beforehand: it is told small.
 *
 * @param {boolean} saving
 */
export const forgets = (saving) => (saving ? nothing : alarmBox(MEMORY, true));

/**
 * @param {Alarm | null} alarm
 * @param {boolean} small
 */
export const alarmBox = (alarm, small = false) => (!alarm ? nothing
  : html`<div class="cc-alarm" role="alert" ?data-small=${small}>
    <strong class="cc-alarm-title">${alarm.title ?? "Not being saved"}</strong><p class="cc-alarm-words">${alarm.words}</p>
    <button type="button" class="cc-button" ?hidden=${!alarm.retry} @click=${alarm.retry}>Try again</button>
  </div>`);
