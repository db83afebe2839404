// @ts-check
// When things happen, and on what.

/**
 * Acts once, `wait` milliseconds after the last call; `now` acts at once on what is waiting.
 *
 * @template {unknown[]} A
 * @param {number} wait
 * @param {(...args: A) => unknown} act
 */
export function debounce(wait, act) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {A | undefined} */
  let waiting;
  const drop = () => {
    clearTimeout(timer);
    waiting = undefined;
  };
  const now = () => {
    const args = waiting;
    drop();
    if (args) act(...args);
  };
  return {
    later(/** @type {A} */ ...args) {
      drop();
      waiting = args;
      timer = setTimeout(now, wait);
    },
    now,
    drop,
  };
}

/** Whether the page is as narrow as a phone. */
export const narrow = () => window.matchMedia("(max-width: 480px)").matches;

/** Whether the window is as low as that of a small laptop: what is open pushes the rest away. */
export const low = () => window.matchMedia("(max-height: 850px)").matches;

/** Whether whoever reads asked for no motion. */
export const still = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
