// @ts-check
// Names that no other element on the page has.

const OWN = Math.random().toString(36).slice(2, 8);
let counted = 0;

/** Every copy of a widget has ids of its own. */
export function unique() {
  counted += 1;
  return `cc-${OWN}-${counted}`;
}
