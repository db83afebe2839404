// @ts-check
// A text as words, some of which are marked. Pure.

/** @param {string} text */
export const wordsOf = (text) => text.split(/\s+/).filter(Boolean);

/**
 * The marked words as they stand: those side by side together, with an ellipsis where some between
 * them are left out.
 *
 * @param {string[]} words
 * @param {number[]} marked their places, in any order
 */
export function quoteOf(words, marked) {
  const places = [...new Set(marked)].filter((one) => one in words).sort((one, other) => one - other);
  return places.map((place, at) => {
    if (!at) return words[place];
    return `${place === places[at - 1] + 1 ? " " : " … "}${words[place]}`;
  }).join("");
}

/**
 * Where an arrow key leads among so many words; -1 for any other key.
 *
 * @param {string} key
 * @param {number} place
 * @param {number} of
 */
export function next(key, place, of) {
  if (key === "Home") return 0;
  if (key === "End") return of - 1;
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key] ?? 0;
  return step ? Math.min(Math.max(place + step, 0), of - 1) : -1;
}
