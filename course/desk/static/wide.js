// @ts-check
// A page that needs more room than the reading column takes it from both sides.

/** What scrolls around an element: the notebook, or the page itself. @param {Element} el */
function around(el) {
  for (let node = el.parentElement; node; node = node.parentElement) {
    if (/(auto|scroll)/.test(getComputedStyle(node).overflowY)) return node;
  }
  return document.documentElement;
}

/**
 * Tells an element, in `--cc-room`, how wide it may be.
 *
 * @param {HTMLElement} el
 * @param {(width: number) => void} is hears how wide it is now
 * @returns {() => void} ends it
 */
export function wide(el, is) {
  const box = around(el);
  const size = new ResizeObserver(() => {
    el.style.setProperty("--cc-room", `${box.clientWidth}px`);
    is(el.clientWidth);
  });
  size.observe(box);
  size.observe(el);
  return () => size.disconnect();
}
