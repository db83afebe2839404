// @ts-check
// Exercises say on the page how they stand: a bubbling "course:progress" event with
// {exercise, state: "open" | "done"}. Each exercise counts once, for every lesson apart.
// One drawn before it was part of the page is heard by nobody, so its element is asked as well.
/** @param {() => void} changed */
export function watchProgress(changed) {
  /** @type {WeakMap<Element, Map<string, boolean>>} */
  const byPage = new WeakMap();
  /** @param {Element} page @returns {Map<string, boolean>} */
  const states = (page) => {
    const known = byPage.get(page) ?? new Map();
    byPage.set(page, known);
    return known;
  };

  document.addEventListener("course:progress", (event) => {
    const { target, detail } = /** @type {CustomEvent} */ (event);
    const page = target instanceof Element && target.closest(".jp-NotebookPanel");
    if (!page || !detail?.exercise) return;
    states(page).set(String(detail.exercise), detail.state === "done");
    changed();
  });

  return (/** @type {Element} */ page) => {
    const known = states(page);
    /** @type {NodeListOf<HTMLElement>} */
    const drawn = page.querySelectorAll("[data-exercise]");
    for (const { dataset } of drawn) {
      const done = (dataset.progress ?? dataset.state) === "done";
      const { exercise = "" } = dataset;
      if (!known.has(exercise)) known.set(exercise, done);
    }
    const all = [...known.values()];
    return { total: all.length, done: all.filter(Boolean).length };
  };
}
