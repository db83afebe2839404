// @ts-check
// The number stands large; what else must be known of it follows. Pure.

/** @param {string} sentence with its parts after semicolons */
export function headline(sentence) {
  const [number, ...more] = sentence.split("; ");
  if (!more.length) return { number, more: "" };
  const rest = more.join("; ");
  return { number: `${number}.`, more: rest.charAt(0).toUpperCase() + rest.slice(1) };
}
