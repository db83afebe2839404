// @ts-check
// Moving one thing in an order. Pure.

/**
 * The order after `one` has moved `by` places, as far as there are any; null where it stays.
 *
 * @param {string[]} order
 * @param {string} one
 * @param {number} by
 */
export function moved(order, one, by) {
  const from = order.indexOf(one);
  const to = Math.min(Math.max(from + by, 0), order.length - 1);
  if (to === from) return null;
  const rest = order.filter((other) => other !== one);
  return [...rest.slice(0, to), one, ...rest.slice(to)];
}
