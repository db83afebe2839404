// @ts-check
// Pictures are drawn by Python for one ground and one width, so both are watched.
/** @import { Ground } from "./messages.js" */

/**
 * @param {HTMLElement} root
 * @returns {Ground}
 */
export const ground = (root) => ({
  dark: Boolean(root.closest('[data-jp-theme-light="false"]')),
  narrow: (root.clientWidth || 680) < 520,
});

/**
 * Acts where ground or width may have changed; returns what ends it.
 *
 * @param {HTMLElement} root
 * @param {() => void} act
 */
export function watchGround(root, act) {
  const theme = new MutationObserver(act);
  theme.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light"] });
  const size = new ResizeObserver(act);
  size.observe(root);
  return () => {
    theme.disconnect();
    size.disconnect();
  };
}
