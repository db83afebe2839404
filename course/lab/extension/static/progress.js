// Exercises say on the page how they stand: a bubbling "course:progress" event with
// {exercise, state: "open" | "done"}. Each exercise counts once, for every lesson apart.
export function watchProgress(changed) {
  const byPage = new WeakMap();
  document.addEventListener("course:progress", ({ target, detail }) => {
    const page = target.closest?.(".jp-NotebookPanel");
    if (!page || !detail?.exercise) return;
    if (!byPage.has(page)) byPage.set(page, new Map());
    byPage.get(page).set(String(detail.exercise), detail.state === "done");
    changed();
  });
  return (page) => {
    const states = [...(byPage.get(page)?.values() ?? [])];
    return { total: states.length, done: states.filter(Boolean).length };
  };
}
