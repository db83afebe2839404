// @ts-check
// The dashboard: two tabs, one for the company and one for the person in front of it.
/** @import { Heard } from "../../page/static/channel.js" */
/** @import { Cover } from "./cover.js" */
/** @import { Desk } from "./desk.js" */
/** @import { Name } from "./filters.js" */
/** @import { About, Breakdown, Broken, Company, DashboardAsks, DashboardView, Filters, MonthsView, OverTime, Topics } from "./messages.js" */

import { ground, watchGround } from "../../page/static/ground.js";
import { debounce } from "../../page/static/timing.js";
import { board } from "./board.js";
import { failed, OLD, SLOW, UP_TO_DATE } from "./cover.js";
import { desk, SLOW as LATE } from "./desk.js";
import { chosen, NAMES, notebook, PARTS, question, remember, remembered } from "./filters.js";
import { ownContacts } from "./own.js";
import { tabs } from "./tabs.js";

/**
 * @typedef {object} Own
 * @property {Partial<Filters>} filters what is chosen, which Python may not have answered yet
 * @property {Company | null} company the answer to them, or to the choice before
 * @property {Record<Name, Cover>} covers
 * @property {Partial<Record<Name, string>>} answered which question each part's figures answer
 * @property {string} summary
 * @property {number} turn counts questions, so that an answer to an earlier one is never put up
 * @property {boolean} asking
 * @property {boolean} mending
 * @property {number} tab
 * @property {MonthsView | null} trend
 * @property {Breakdown | null} breakdown
 * @property {Topics | null} topics
 */
/** @typedef {Desk<DashboardView, DashboardAsks, Own>} Board */

const now = (/** @type {Board} */ page, /** @type {Name} */ name) => question(name, page.own.filters, ground(page.root));
const isOld = (/** @type {Board} */ page, /** @type {Name} */ name) => page.own.answered[name] !== now(page, name);

/** @param {Board} page @param {Name} name @param {Cover} cover */
const putCover = (page, name, cover) => page.set({ covers: { ...page.own.covers, [name]: cover } });

/** @param {Board} page */
function mark(page) {
  const covers = { ...page.own.covers };
  for (const name of NAMES) covers[name] = isOld(page, name) ? OLD : UP_TO_DATE;
  page.set({ covers, summary: covers.summary.old ? OLD.words : page.own.company?.summary });
}

/** @param {Board} page */
function take(page) {
  page.set({ turn: page.own.turn + 1 });
  const mine = page.own.turn;
  return () => mine === page.own.turn;
}

/**
 * Asks for the numbers. An answer to an earlier choice is never put up.
 *
 * @template {"open" | "show"} K
 * @param {Board} page
 * @param {K} doing
 * @param {DashboardAsks[K]} value
 * @param {() => void} slow
 */
async function numbers(page, doing, value, slow) {
  const wanted = take(page);
  page.set({ asking: true });
  const heard = await page.insist(doing, value, wanted, slow);
  if (!heard) return false;
  page.set({ asking: false });
  if (heard.error) {
    for (const name of NAMES) if (isOld(page, name)) putCover(page, name, failed(""));
    page.set({ summary: failed("").words });
    page.warn({ title: "No answer", words: heard.error });
    return false;
  }
  if (page.view.company) adopt(page, page.view.company);
  return true;
}

/** @param {Board} page @param {Company} company */
function adopt(page, company) {
  const { own } = page;
  const { filters } = company;
  const answered = { ...own.answered };
  for (const name of NAMES) if (!PARTS[name].asked) answered[name] = question(name, filters, ground(page.root));
  page.set({
    company, filters, answered,
    mending: own.mending || filters.zeros || filters.copies || filters.people,
    // The tab comes back once; from then on it is where the person puts it.
    tab: own.company ? own.tab : Number(filters.own),
  });
  mark(page);
  follow(page);
}

// One after the other, and only what answers an earlier question.
/** @param {Board} page */
async function follow(page) {
  const wanted = take(page);
  for (const name of /** @type {const} */ (["trend", "breakdown", "topics"])) {
    const asked = now(page, name);
    if (page.own.answered[name] === asked) continue;
    const filters = /** @type {Filters} */ (page.own.filters);
    /** @type {(Heard & Partial<About & Broken & OverTime>) | null} */
    const heard = await page.insist(name, { filters, ...ground(page.root) }, wanted, () => putCover(page, name, SLOW));
    if (!heard) return;
    if (heard.error) putCover(page, name, failed(heard.error));
    else {
      page.set({ [name]: heard[name], answered: { ...page.own.answered, [name]: asked } });
      putCover(page, name, UP_TO_DATE);
    }
  }
}

/** @param {Board} page */
async function show(page) {
  mark(page);
  const slow = () => page.warn({ title: "No answer", words: LATE, retry: () => show(page) });
  if (await numbers(page, "show", page.own.filters, slow)) keep(page);
}

/** @param {Board} page */
function keep({ own, ask }) {
  remember(own.filters);
  ask("keep", own.filters, true);
}

/** @param {Board} page */
const open = (page) => numbers(page, "open", { notebook: notebook(), filters: remembered() },
  () => page.set({ summary: `Reading the records. ${SLOW.more}` }));

/** @param {Board} page @param {number} tab */
function pick(page, tab) {
  page.set({ tab });
  const { company, filters } = page.own;
  if (!company || Boolean(tab) === filters.own) return;
  page.set({ filters: { ...filters, own: Boolean(tab) } });
  keep(page);
}

/** @param {Board} page */
function body(page) {
  const change = (/** @type {Partial<Filters> | null} */ part) => {
    page.set({ filters: chosen(page.own.filters, part) });
    show(page);
  };
  return tabs(page.id, "Whose contacts", [
    { name: "Marlow & Finch", inside: board(page, change) },
    { name: "Your own contacts", inside: ownContacts(page.view.own, page.view.choices.empty) },
  ], page.own.tab, (place) => pick(page, place));
}

export default { render: desk({
  begin: (/** @type {DashboardView} */ _) => /** @type {Own} */ ({
    filters: {}, company: null, summary: "Reading the records", turn: 0, asking: false, mending: false, tab: 0,
    covers: { summary: UP_TO_DATE, tiles: UP_TO_DATE, look: UP_TO_DATE, trend: OLD, breakdown: OLD, topics: OLD },
    answered: {}, trend: null, breakdown: null, topics: null,
  }),
  title: () => "Dashboard",
  body,
  retry: (page) => (page.own.company ? show(page) : open(page)),
  // While an answer is awaited, what comes may belong to an earlier choice.
  heard(page) {
    const { company } = page.view;
    if (company && !page.own.asking && JSON.stringify(company) !== JSON.stringify(page.own.company)) adopt(page, company);
  },
  start(/** @type {Board} */ page) {
    const look = debounce(400, () => page.ask("look", null, true));
    document.addEventListener("course:progress", look.later);
    let before = JSON.stringify(ground(page.root));
    const stop = watchGround(page.root, () => {
      const on = JSON.stringify(ground(page.root));
      if (on === before || !page.root.isConnected) return;
      before = on;
      if (page.own.asking || !page.own.company) return;
      mark(page);
      follow(page);
    });
    open(page);
    return () => {
      take(page);
      stop();
      look.drop();
      document.removeEventListener("course:progress", look.later);
    };
  },
}) };
