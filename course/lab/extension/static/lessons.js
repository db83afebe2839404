// @ts-check
// The lessons of the folder, in the order of the course, and the way from one to the next.
// course.json lies beside this file: it was written when the folder was laid out.
/** @import { Lesson } from "./lesson.js" */
/** @import { App } from "./lab.js" */
/** @typedef {{id: string, title: string}} Station */
/** @typedef {{file: string, title: string, summary: string, stations: Station[]}} Listed */

/** @type {Listed[]} */
let course = [];

/** @param {URL} here */
export async function loadCourse(here) {
  try {
    const answer = await fetch(new URL("course.json", here), { cache: "no-store" });
    course = await answer.json();
  } catch (error) {
    console.warn("Course: the list of lessons could not be read.", error);
  }
}

const find = (/** @type {string} */ path) => course.find((lesson) => lesson.file === path);

export const isLesson = (/** @type {string} */ path) => Boolean(find(path));

// Only what is still in the folder: somebody may have moved a notebook away.
/** @param {App} app */
export async function listLessons(app) {
  const { content } = await app.serviceManager.contents.get("", { content: true });
  const there = new Set(content.map((item) => item.path));
  return course.map((lesson) => lesson.file).filter((file) => there.has(file));
}

// "Complaints: when something went wrong" is "Complaints" where room is short.
export const titleOf = (/** @type {string} */ path) => find(path)?.title ?? path.replace(/\.ipynb$/, "");
export const shortTitle = (/** @type {string} */ path) => titleOf(path).split(":")[0];
export const summaryOf = (/** @type {string} */ path) => find(path)?.summary ?? "";

const stationOf = (/** @type {string} */ path, /** @type {string} */ id) => find(path)?.stations.find((one) => one.id === id) ?? null;

export function lessonInAddress() {
  const path = decodeURIComponent(window.location.pathname.split("/tree/")[1] ?? "");
  return isLesson(path) ? path : null;
}

// An address may ask for one station of a lesson: …/needs.ipynb?station=take-it-on
// It is read before Lab tidies the address, and holds for the lesson that is opened with it.
let asked = new URLSearchParams(window.location.search).get("station");

/** @param {string} path */
export function takeStation(path) {
  const station = asked ? stationOf(path, asked) : null;
  asked = null;
  return station;
}

// Kept in Lab's workspace store, in the run's own folder; the next start opens here.
/** @param {App} app @param {string} path */
export function remember(app, path) {
  const workspace = { data: { "course:last": path }, metadata: { id: "course" } };
  app.serviceManager.workspaces.save("course", workspace).catch(() => {});
}

// The next lesson is given the Python of this one: one serves the whole course.
/** @param {App} app @param {Lesson} lesson @param {string} path */
export async function goTo(app, lesson, path) {
  await lesson.settle();
  const id = lesson.kernelId;
  const kernel = id ? { kernel: { id } } : {};
  await app.commands.execute("docmanager:open", { path, factory: "Notebook", ...kernel });
}
