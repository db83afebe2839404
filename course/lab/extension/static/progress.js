// Exercises say on the page how they stand: a bubbling "course:progress" event with
// {exercise, state: "open" | "done"}. Each exercise counts once, for every lesson apart.
// One drawn before it was part of the page is heard by nobody, so its element is asked as well.
export function watchProgress(changed) {
  const byPage = new WeakMap();
  const states = (page) => {
    if (!byPage.has(page)) byPage.set(page, new Map());
    return byPage.get(page);
  };

  document.addEventListener("course:progress", ({ target, detail }) => {
    const page = target.closest?.(".jp-NotebookPanel");
    if (!page || !detail?.exercise) return;
    states(page).set(String(detail.exercise), detail.state === "done");
    changed();
  });

  return (page) => {
    const known = states(page);
    for (const { dataset } of page.querySelectorAll("[data-exercise]")) {
      const done = (dataset.progress ?? dataset.state) === "done";
      if (!known.has(dataset.exercise)) known.set(dataset.exercise, done);
    }
    const all = [...known.values()];
    return { total: all.length, done: all.filter(Boolean).length };
  };
}
