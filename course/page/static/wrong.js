// @ts-check
// A quiet way to say that something in an exercise is wrong.
/** @import { Heard } from "./channel.js" */

import { html, nothing } from "./lit.js";

/**
 * What came of telling it, in a sentence.
 *
 * @param {Heard} heard
 */
export function reported(heard) {
  if (heard.error) return heard.error;
  if (heard.late) return "The course has not answered, so this is not kept yet. It is still in the box. Try again.";
  return heard.saved ? `Saved ${heard.saved}. Your instructor reads it when you hand in.`
    : "Noted. Without a course folder it lasts only until this page closes.";
}

/**
 * @param {object} how
 * @param {string} how.id
 * @param {boolean} how.open
 * @param {string} how.said what came of the last report
 * @param {string} how.text what stands in the box and was not sent yet
 * @param {(open: boolean) => void} how.turn
 * @param {(text: string) => void} how.type
 * @param {() => void} how.leave
 * @param {(text: string) => void} how.send
 */
export function wrong({ id, open, said, text, turn, type, leave, send }) {
  const tell = async (/** @type {any} */ event) => {
    event.preventDefault();
    const box = event.target.querySelector("textarea");
    await send(box.value);
    box.focus();
  };
  return html`<details class="cc-fold cc-wrong" ?open=${open} @toggle=${(/** @type {any} */ { target }) => turn(target.open)}>
    <summary>Something is wrong here</summary>
    ${open ? html`<form @submit=${tell}>
      <label class="cc-label" for="${id}-wrong">What is wrong, or hard to understand?</label>
      <textarea class="cc-text" id="${id}-wrong" rows="3" maxlength="4000" spellcheck="true" .value=${text}
        @input=${(/** @type {any} */ { target }) => type(target.value)} @blur=${leave}></textarea>
      <div class="cc-actions"><button type="submit" class="cc-button">Keep this note</button></div>
    </form>` : nothing}
    <p class="cc-small" role="status" aria-live="polite">${said}</p>
  </details>`;
}
