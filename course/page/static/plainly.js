// @ts-check
// Conversations as plain text: one switch for all of them, which the browser remembers.

const NAME = "course:plain-talk";
const CHANGED = "course:plain-talk";
/** For a browser whose memory is closed to the page. */
let here = false;

export const plainly = {
  get on() {
    try {
      return (localStorage.getItem(NAME) ?? String(here)) === "true";
    } catch {
      return here;
    }
  },
  turn(/** @type {boolean} */ on) {
    here = on;
    try {
      localStorage.setItem(NAME, String(on));
    } catch {
      // It holds until the page closes.
    }
    document.dispatchEvent(new Event(CHANGED));
  },
  /** @param {() => void} act @returns {() => void} stops it */
  watch(act) {
    document.addEventListener(CHANGED, act);
    return () => document.removeEventListener(CHANGED, act);
  },
};
