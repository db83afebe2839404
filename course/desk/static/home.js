// @ts-check
// The course's own page: where to go on, the map of it, and what came of it so far.
/** @import { Alarm } from "../../page/static/entry.js" */
/** @import { Model } from "../../page/static/channel.js" */
/** @import { Mounted } from "../../page/static/mount.js" */
/** @import { HomeView, Part, Rest, WayOn } from "./messages.js" */

import { alarmBox, forgets } from "../../page/static/alarm.js";
import { download } from "../../page/static/download.js";
import { unique } from "../../page/static/ids.js";
import { html, nothing } from "../../page/static/lit.js";
import { mount } from "../../page/static/mount.js";
import { map } from "./map.js";
import { all, sentences } from "./parts.js";

const LATE_RECORD = "The course has not answered yet. Wait a moment, then try again.";
const LATE = "The course has not answered yet, so the map is not up to date.";

/** @param {WayOn} way @param {string} id */
const on = (way, id) => html`<div class="cc-on">
  <a class="cc-button cc-primary" href=${way.link} aria-describedby="${id}-on">${way.does}</a>
  <p class="cc-on-what" id="${id}-on"><strong>${way.title}</strong><span class="cc-quietly">${way.facts}</span></p>
</div>`;

/** @param {WayOn | null} way */
const also = (way) => (way ? html`<p class="cc-also"><a class="cc-link" href=${way.link}>${way.does}</a>
  <span class="cc-quietly">${way.title ? `${way.title}. ` : nothing}${way.facts}</span></p>` : nothing);

/** @param {string} title @param {Part} part */
const short = (title, part) => html`<section class="cc-short"><h2 class="cc-title">${title}</h2>
  ${sentences(part)} ${all(part)}</section>`;

/** @param {Rest} rest */
const below = (rest) => html`${also(rest.ten)} ${also(rest.review)}
  ${map(rest.lessons)}
  ${short("What I can do", rest.able)} ${short("What to practise", rest.slips)} ${short("My customers", rest.customers)}`;

export default {
  /** @param {{model: Model<HomeView>, el: HTMLElement}} given */
  render(given) {
    const id = unique();
    let view = given.model.get("view");
    /** @type {Alarm | null} */
    let alarm = null;

    /** @type {Mounted} */
    const widget = mount(given, {
      adopt(newer) {
        // What is known at once is drawn again only with the rest.
        if (newer.rest || !view.rest) view = newer;
      },
      late({ error }) {
        alarm = error ? { title: "No answer", words: error, retry: look } : null;
        widget.draw();
      },
      draw: () => html`<section class="cc cc-home" aria-busy=${view.rest ? nothing : "true"}>
        <h1 class="cc-home-title">${view.greeting}</h1>
        <p class="cc-quietly">${view.day}</p>
        ${alarmBox(widget.alarm(alarm))} ${forgets(view.saving, given.el)}
        ${view.on ? on(view.on, id) : html`<p>${view.done}</p>`}
        ${view.rest ? below(view.rest) : nothing}
        ${view.rest ? html`<div class="cc-short"><button type="button" class="cc-button" @click=${record}>Record of training</button>
          <p class="cc-quietly">A page to print or to send: what you have done, and when.</p></div>` : nothing}
      </section>`,
    });

    async function look() {
      const heard = await widget.say("look");
      const words = heard.error || (heard.late ? LATE : "");
      alarm = words ? { title: "No answer", words, retry: look } : null;
      widget.draw();
    }
    async function record() {
      const heard = await widget.say("record");
      const words = heard.error || (heard.late ? LATE_RECORD : "");
      alarm = words ? { title: "No record", words, retry: record } : null;
      widget.draw();
      if (heard.file) download(heard.file);
    }
    // Another tab may have gone on meanwhile, and a day may have passed.
    const seen = () => { if (!document.hidden) look(); };
    document.addEventListener("visibilitychange", seen);
    widget.draw();
    look();
    return () => {
      document.removeEventListener("visibilitychange", seen);
      widget.close();
    };
  },
};
