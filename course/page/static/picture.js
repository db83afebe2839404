// @ts-check
// A picture that Python draws: asked for when what it shows, its ground or its width has changed.
/** @import { Heard } from "./channel.js" */
/** @import { Ground } from "./messages.js" */

import { ground, watchGround } from "./ground.js";

// How long to wait before asking again for a picture that did not come.
const AGAIN = 2000;

/**
 * @param {object} how
 * @param {HTMLElement} how.root
 * @param {() => string} how.of what the picture is of; empty where there is none to draw
 * @param {(ground: Ground) => Promise<Heard | null>} how.ask
 * @param {(heard: Heard) => void} how.put
 */
export function watchPicture({ root, of, ask, put }) {
  let wanted = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let later;

  async function look() {
    const on = ground(root);
    const want = JSON.stringify([of(), on]);
    if (!of() || want === wanted || !root.isConnected) return;
    wanted = want;
    const heard = await ask(on);
    if (want !== wanted) return;
    if (heard?.chart) {
      put(heard);
      return;
    }
    wanted = "";
    later = setTimeout(look, AGAIN);
  }
  const stop = watchGround(root, look);
  return {
    look,
    close() {
      clearTimeout(later);
      stop();
    },
  };
}
