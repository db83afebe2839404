// The lessons of the folder, in order, and the way from one to the next.
const LESSON = /^\d\d-[^/]*\.ipynb$/;
const FRESH = " (fresh copy";

export const isLesson = (path) => LESSON.test(path) && !path.includes(FRESH);

export async function listLessons(app) {
  const { content } = await app.serviceManager.contents.get("", { content: true });
  return content.map((item) => item.path).filter(isLesson).sort();
}

// "06-complaints.ipynb" is "Complaints": good enough until the lesson itself is open.
export function titleOf(path) {
  const words = path.replace(/^\d\d-/, "").replace(/\.ipynb$/, "").replace(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function lessonInAddress() {
  const path = decodeURIComponent(window.location.pathname.split("/tree/")[1] ?? "");
  return isLesson(path) ? path : null;
}

// Kept in Lab's workspace store, in the run's own folder; the next start opens here.
export function remember(app, path) {
  const workspace = { data: { "course:last": path }, metadata: { id: "course" } };
  app.serviceManager.workspaces.save("course", workspace).catch(() => {});
}

export async function goTo(app, lesson, path) {
  await lesson.settle();
  await app.commands.execute("docmanager:open", { path, factory: "Notebook" });
}
