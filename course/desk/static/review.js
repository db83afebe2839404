// @ts-check
// The head of a review: its title, and where one is in it.
/** @import { Model } from "../../page/static/channel.js" */
/** @import { Mounted } from "../../page/static/mount.js" */
/** @import { TopView } from "./messages.js" */

import { alarmBox } from "../../page/static/alarm.js";
import { html, nothing } from "../../page/static/lit.js";
import { mount } from "../../page/static/mount.js";

export default {
  /** @param {{model: Model<TopView>, el: HTMLElement}} given */
  render(given) {
    let view = given.model.get("view");
    /** @type {Mounted} */
    const widget = mount(given, {
      adopt(newer) { view = newer; },
      late() {},
      draw: () => html`<section class="cc cc-top">
        <h1 class="cc-home-title">Review</h1>
        ${alarmBox(widget.alarm(null))}
        ${view.title ? html`<h2 class="cc-title">${view.title}</h2>` : nothing}
        <p>${view.said}</p>
      </section>`,
    });
    widget.draw();
    return () => widget.close();
  },
};
