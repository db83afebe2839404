// @ts-check
// The pages of the folder and their addresses: the lessons in their order, and others such as home.
// course.json lies beside this file: it was written when the folder was laid out.
/** @import { App } from "./lab.js" */
/** @typedef {{id: string, title: string}} Station */
/** @typedef {{id: string, file: string, title: string, summary?: string, stations?: Station[]}} Listed */
/** @typedef {{lesson: string, station?: string, exercise?: string}} Place Where to go; of the lesson alone: where one was. */
/** @typedef {{station?: string, exercise?: string, head?: boolean}} Wanted A place on a page; at the head of a station, or where one was in it. */

/** @type {{lessons: Listed[], pages: Listed[]}} */
let course = { lessons: [], pages: [] };

/** @param {URL} here */
export async function loadCourse(here) {
  try {
    const answer = await fetch(new URL("course.json", here), { cache: "no-store" });
    course = { ...course, ...(await answer.json()) };
  } catch (error) {
    console.warn("Course: the list of pages could not be read.", error);
  }
}

export const all = () => [...course.lessons, ...course.pages];
export const lessons = () => course.lessons;
export const pageAt = (/** @type {string} */ path) => all().find((one) => one.file === path) ?? null;
export const pageCalled = (/** @type {string} */ id) => all().find((one) => one.id === id) ?? null;
export const isLesson = (/** @type {Listed} */ page) => course.lessons.includes(page);

// "Complaints: when something went wrong" is "Complaints" where room is short.
export const short = (/** @type {string} */ title) => title.split(":")[0];

// Somebody may have moved a notebook away.
/** @param {App} app */
export async function forgetMissing(app) {
  const { content } = await app.serviceManager.contents.get("", { content: true });
  const there = new Set(content.map((item) => item.path));
  const kept = (/** @type {Listed} */ page) => there.has(page.file);
  course = { lessons: course.lessons.filter(kept), pages: course.pages.filter(kept) };
}

/** @param {Place} place */
export function addressOf({ lesson, station, exercise }) {
  const [base] = window.location.pathname.split("/tree/");
  const asked = new URLSearchParams({ ...(station && { station }), ...(exercise && { exercise }) });
  const query = asked.size ? `?${asked}` : "";
  return `${base}/tree/${encodeURIComponent(pageCalled(lesson)?.file ?? "")}${query}`;
}

// Any address that ends in the file of a page leads there, also the one that Lab makes of a link.
/** @param {string} address @returns {Place | null} */
export function placeIn(address) {
  const url = new URL(address, window.location.href);
  if (url.origin !== window.location.origin) return null;
  const page = pageAt(decodeURIComponent(url.pathname.split("/").at(-1) ?? ""));
  const asked = (/** @type {string} */ name) => url.searchParams.get(name) ?? undefined;
  return page && { lesson: page.id, station: asked("station"), exercise: asked("exercise") };
}

// Kept in Lab's workspace store, in the run's own folder; without a home the next start opens here.
/** @param {App} app @param {string} path */
export function remember(app, path) {
  const workspace = { data: { "course:last": path }, metadata: { id: "course" } };
  app.serviceManager.workspaces.save("course", workspace).catch(() => {});
}
