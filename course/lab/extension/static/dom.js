// @ts-check
// The little that is needed to make elements.
/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, any>} attributes
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

/** @param {string} label @param {() => unknown} act */
export const button = (label, act, kind = "plain") =>
  make("button", { type: "button", class: `ccv-button ccv-${kind}`, onclick: act }, label);

// Draws anew; what had the focus has it again, if it is still there under its key.
/** @param {HTMLElement} node @param {(Node | string)[]} children */
export function refill(node, ...children) {
  const held = document.activeElement;
  const key = held instanceof HTMLElement && node.contains(held) ? held.dataset.key : undefined;
  node.replaceChildren(...children);
  if (key === undefined) return;
  const again = [...node.querySelectorAll("[data-key]")].find((one) => /** @type {HTMLElement} */ (one).dataset.key === key);
  /** @type {HTMLElement | undefined} */ (again)?.focus({ preventScroll: true });
}
