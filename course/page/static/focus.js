// @ts-check
// Whoever takes away, hides or closes what has the focus owes it a new home in the same moment.

const usable = (/** @type {Element} */ node) =>
  node.isConnected && !node.matches(":disabled") && node.checkVisibility({ visibilityProperty: true });

/**
 * What has the focus inside an element, and all that holds it there, from the inside out.
 *
 * @param {Element} el
 */
export function held(el) {
  /** @type {Element[]} */
  const line = [];
  let node = el.contains(document.activeElement) ? document.activeElement : el;
  for (; node && node !== el; node = node.parentElement) line.push(node);
  return line;
}

/**
 * Gives the focus a new home where what had it cannot have it any more: the nearest thing around
 * it that can take the focus, else what `home` says. Nothing where somebody has given it one.
 *
 * @param {Element[]} line what was held before
 * @param {() => HTMLElement} home
 */
export function rehome(line, home) {
  const [lost, ...around] = line;
  if (!lost || usable(lost)) return;
  const now = document.activeElement;
  if (now && now !== lost && now !== document.body) return;
  const near = around.slice(0, -1).find((one) => one.hasAttribute("tabindex") && usable(one));
  const to = /** @type {HTMLElement} */ (near ?? home());
  to.focus({ preventScroll: true });
  if (!near) to.scrollIntoView({ block: "nearest" });
}
