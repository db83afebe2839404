// @ts-check
// The pages of the folder and their addresses: the lessons in their order, and others such as home.
// The server knows in which course folder a path lies, and what is in it; elsewhere there is no page.
/** @import { App } from "./lab.js" */
import { told } from "./shared.js";

/** @typedef {{id: string, title: string}} Station */
/** @typedef {{id: string, file: string, title: string, summary?: string, stations?: Station[]}} Listed */
/** @typedef {{lesson: string, station?: string, exercise?: string}} Place Where to go; of the lesson alone: where one was. */
/** @typedef {{station?: string, exercise?: string, head?: boolean}} Wanted A place on a page; at the head of a station, or where one was in it. */

/** @typedef {{folder: string, lessons: Listed[], pages: Listed[]}} Course */

/** @type {Course} */
const NONE = { folder: "", lessons: [], pages: [] };
let course = NONE;
/** Those that were asked about, by their folders. @type {Map<string, Course>} */
const known = new Map();

/** A path of the address, as Jupyter names it. @param {string} pathname */
const pathIn = (pathname) => decodeURIComponent(pathname.split("/tree/")[1] ?? "");

/** @param {string} path */
const folderOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf("/")));

/** @param {Listed} page */
export const pathOf = ({ file }) => (course.folder ? `${course.folder}/${file}` : file);

/** Learns which course a notebook belongs to. @param {string} [path] by default that of the address */
export async function loadCourse(path = pathIn(window.location.pathname)) {
  const before = known.get(folderOf(path));
  course = before ?? NONE;
  if (before) return;
  try {
    const answer = await ask(path);
    course = { ...NONE, ...answer };
    if (all().length) known.set(course.folder, course);
  } catch (error) {
    console.warn("Course: the list of pages could not be read.", error);
  }
}

/** @param {string} path */
async function ask(path) {
  const { baseUrl, token } = told();
  const headers = token ? { Authorization: `token ${token}` } : undefined;
  const answer = await fetch(`${baseUrl}course/pages?${new URLSearchParams({ path })}`, { cache: "no-store", headers });
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}

export const all = () => [...course.lessons, ...course.pages];
export const lessons = () => course.lessons;
export const pageAt = (/** @type {string} */ path) => all().find((one) => pathOf(one) === path) ?? null;
export const pageCalled = (/** @type {string} */ id) => all().find((one) => one.id === id) ?? null;
export const isLesson = (/** @type {Listed} */ page) => course.lessons.includes(page);

// "Complaints: when something went wrong" is "Complaints" where room is short.
export const short = (/** @type {string} */ title) => title.split(":")[0];

// Somebody may have moved a notebook away.
/** @param {App} app */
export async function forgetMissing(app) {
  const { content } = await app.serviceManager.contents.get(course.folder, { content: true });
  const there = new Set(content.map((item) => item.path));
  const kept = (/** @type {Listed} */ page) => there.has(pathOf(page));
  course = { ...course, lessons: course.lessons.filter(kept), pages: course.pages.filter(kept) };
  known.set(course.folder, course);
}

/** @param {Place} place */
export function addressOf({ lesson, station, exercise }) {
  const [base] = window.location.pathname.split("/tree/");
  const asked = new URLSearchParams({ ...(station && { station }), ...(exercise && { exercise }) });
  const query = asked.size ? `?${asked}` : "";
  const page = pageCalled(lesson);
  return `${base}/tree/${page ? pathOf(page).split("/").map(encodeURIComponent).join("/") : ""}${query}`;
}

// Any address that ends in the path of a page leads there, also the one that Lab makes of a link.
/** @param {string} address @returns {Place | null} */
export function placeIn(address) {
  const url = new URL(address, window.location.href);
  if (url.origin !== window.location.origin) return null;
  const path = decodeURIComponent(url.pathname);
  const page = all().find((one) => path.endsWith(`/${pathOf(one)}`)) ?? null;
  const asked = (/** @type {string} */ name) => url.searchParams.get(name) ?? undefined;
  return page && { lesson: page.id, station: asked("station"), exercise: asked("exercise") };
}

// Kept in Lab's workspace store, in the run's own folder; without a home the next start opens here.
/** @param {App} app @param {string} path */
export function remember(app, path) {
  const workspace = { data: { "course:last": path }, metadata: { id: "course" } };
  app.serviceManager.workspaces.save("course", workspace).catch(() => {});
}
