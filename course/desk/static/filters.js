// @ts-check
// What is looked at, which figures depend on which choice, and what the browser remembers of it.
/** @import { Filters, Ground } from "./messages.js" */

/** @typedef {"summary" | "tiles" | "look" | "trend" | "breakdown" | "topics"} Name */

const ROWS = /** @type {const} */ (["start", "end", "channel", "region", "team", "copies", "people"]);

/**
 * Each part with the choices that its figures depend on. What comes with the numbers is told from
 * what is asked for after them: pictures and tables that take longer.
 *
 * @type {Record<Name, {of: readonly (keyof Filters)[], asked?: boolean, drawn?: boolean}>}
 */
export const PARTS = {
  summary: { of: [...ROWS, "zeros", "metric"] },
  tiles: { of: [...ROWS, "zeros", "against"] },
  look: { of: [...ROWS, "zeros", "against", "metric"] },
  trend: { of: [...ROWS, "zeros", "metric"], asked: true, drawn: true },
  breakdown: { of: [...ROWS, "zeros", "against", "metric", "by"], asked: true },
  topics: { of: ROWS, asked: true, drawn: true },
};
export const NAMES = /** @type {Name[]} */ (Object.keys(PARTS));

/**
 * What the figures of one part answer.
 *
 * @param {Name} name
 * @param {Partial<Filters>} filters
 * @param {Ground} ground
 */
export const question = (name, filters, ground) =>
  JSON.stringify([PARTS[name].of.map((one) => filters[one]), PARTS[name].drawn && ground]);

/**
 * The choices after one more; none for starting again. The month just chosen stands, and the other
 * end follows it.
 *
 * @param {Partial<Filters>} filters
 * @param {Partial<Filters> | null} change
 * @returns {Partial<Filters>}
 */
export function chosen(filters, change) {
  if (!change) return {};
  const now = { ...filters, ...change };
  if (!now.start || !now.end || now.start <= now.end) return now;
  return change.start ? { ...now, end: now.start } : { ...now, start: now.end };
}

// Each notebook has filters of its own.
export const notebook = () => decodeURIComponent(window.location.pathname.split("/").pop() ?? "");
const memory = () => `course-dashboard:${window.location.pathname}`;

// Python keeps what was chosen in the trainee's record. Where there is none, it comes back after a
// reload at least; where the browser keeps nothing either, nothing is lost but that.
export function remembered() {
  try {
    return JSON.parse(window.sessionStorage.getItem(memory()) ?? "null");
  } catch {
    return null;
  }
}

/** @param {Partial<Filters>} filters */
export function remember(filters) {
  try {
    window.sessionStorage.setItem(memory(), JSON.stringify(filters));
  } catch { /* not kept */ }
}
