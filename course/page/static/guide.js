// @ts-check
// Where the trainee stands in a lesson. The course view draws from it, and says which station it
// shows; where there is no course view, this is the list of what is on the page.
/** @import { Model } from "./channel.js" */
/** @import { GuideView, StationMark } from "./messages.js" */

import { html, nothing } from "./lit.js";
import { mount } from "./mount.js";
import { debounce } from "./timing.js";

// Several exercises may say at once that they have changed.
const PAUSE = 300;

/** @param {StationMark} one */
const station = (one) => html`<li>${one.title}
  <span class="cc-small">${[one.time, one.core ? "" : "more practice", one.word].filter(Boolean).join(", ")}</span></li>`;

/** @param {GuideView} view */
const list = (view) => html`<div class="cc cc-guide">
  <p class="cc-small">On this page:</p>
  <ol>${view.stations.map(station)}</ol>
  ${view.saving ? nothing : html`<p class="cc-small">No course folder was found, so nothing here is kept.</p>`}
</div>`;

export default {
  /** @param {{model: Model<GuideView>, el: HTMLElement}} given */
  render(given) {
    let view = given.model.get("view");
    // On the document: Lab draws a widget before it hangs it in the page.
    const tell = () => document.dispatchEvent(new CustomEvent("course:guide", { detail: view }));
    const widget = mount(given, {
      adopt(newer) {
        view = newer;
        tell();
      },
      late() {},
      draw: () => list(view),
    });
    const look = debounce(PAUSE, () => { widget.say("look"); });
    /** @param {any} event */
    const visit = ({ detail }) => {
      if (detail?.lesson === view.lesson) widget.say("visit", detail.station);
    };
    const seen = () => { if (!document.hidden) look.later(); };
    document.addEventListener("course:progress", look.later);
    document.addEventListener("course:visit", visit);
    document.addEventListener("visibilitychange", seen);
    widget.draw();
    tell();
    return () => {
      document.removeEventListener("course:progress", look.later);
      document.removeEventListener("course:visit", visit);
      document.removeEventListener("visibilitychange", seen);
      look.drop();
      widget.close();
    };
  },
};
