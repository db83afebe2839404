// @ts-check
// What a page says aloud. A region that is heard stands on the page before its words do.

// As long as it takes until a screen reader has seen that they are gone.
const GONE = 100;

/**
 * Has the words of a region heard once more. Only a change is heard, so words that come again
 * unchanged are taken away and put back; eyes see that something happened, too.
 *
 * @param {HTMLElement} region
 */
export function again(region) {
  if (!region.textContent || region.contains(document.activeElement)) return;
  const words = document.createDocumentFragment();
  region.style.minHeight = `${region.offsetHeight}px`;
  words.append(...region.childNodes);
  setTimeout(() => {
    region.append(words);
    region.style.minHeight = "";
  }, GONE);
}
