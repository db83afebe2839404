// @ts-check
// A box that scrolls sideways is a stop for the Tab key while it does, and at no other time.

/**
 * Watches the boxes inside an element; `look` finds those that were drawn since.
 *
 * @param {HTMLElement} el
 */
export function watchScrolling(el) {
  const size = new ResizeObserver((seen) => {
    for (const { target } of seen) {
      const box = /** @type {HTMLElement} */ (target.closest(".cc-scroll"));
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else if (box !== document.activeElement) box.removeAttribute("tabindex");
    }
  });
  /** @type {WeakSet<Element>} */
  const known = new WeakSet();
  return {
    look() {
      for (const one of el.querySelectorAll(".cc-scroll, .cc-scroll > *")) {
        if (!known.has(one)) size.observe(one);
        known.add(one);
      }
    },
    close: () => size.disconnect(),
  };
}
