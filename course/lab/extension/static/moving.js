// @ts-check
// Links and addresses: every link to a page of the course is followed inside the course view.
/** @import { Router } from "./lab.js" */
/** @import { Place } from "./pages.js" */
import { addressOf, placeIn } from "./pages.js";

// Lab writes an address of its own for every notebook, as a step of its own: the course view does it.
/** @param {Router} router @param {() => boolean} dressed */
export function keepAddress(router, dressed) {
  const original = router.navigate;
  router.navigate = function (path, how) {
    if (how?.skipRouting && dressed()) return;
    original.call(this, path, how);
  };
}

/** @param {() => boolean} dressed @param {(place: Place) => void} go */
export function followLinks(dressed, go) {
  document.addEventListener("click", (event) => {
    const { target, button, ctrlKey, metaKey, shiftKey, altKey } = event;
    if (button || ctrlKey || metaKey || shiftKey || altKey) return;
    const link = target instanceof Element ? target.closest("a[href]") : null;
    if (!dressed() && !link?.closest(".ccv-header, .ccv-contents")) return;
    const place = link && !link.hasAttribute("download") && placeIn(/** @type {HTMLAnchorElement} */ (link).href);
    if (!place) return;
    event.preventDefault();
    // Lab would open the notebook too.
    event.stopPropagation();
    /** @type {HTMLElement} */ (link).closest("dialog")?.close();
    go(place);
  }, { capture: true });
}

/** @param {Place} place @param {"push" | "replace" | "none"} trace */
export function writeAddress(place, trace) {
  if (trace === "none") return;
  const address = addressOf(place);
  if (trace === "replace" || address === window.location.pathname + window.location.search) {
    window.history.replaceState(null, "", address);
  } else {
    window.history.pushState(null, "", address);
  }
}
