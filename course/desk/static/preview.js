// @ts-check
// What is to be mended in a draft. It asks Python about once a second whether the file was saved.
/** @import { Model } from "../../page/static/channel.js" */
/** @import { Mounted } from "../../page/static/mount.js" */
/** @import { Finding, FindingsView } from "./messages.js" */

import { alarmBox } from "../../page/static/alarm.js";
import { html, nothing } from "../../page/static/lit.js";
import { mount } from "../../page/static/mount.js";

const EVERY = 1000;

/** @param {Finding} one */
const finding = (one) => html`<li class="cc-finding" data-severity=${one.severity}>
  <p class="cc-finding-where"><strong>${one.severity === "error" ? "Error" : "Warning"}</strong>
    <span>${one.where}</span> <span class="cc-finding-code">${one.code}</span></p>
  <p>${one.words}</p>
</li>`;

export default {
  /** @param {{model: Model<FindingsView>, el: HTMLElement}} given */
  render(given) {
    let view = given.model.get("view");
    let open = true;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    /** @type {Mounted} */
    const widget = mount(given, {
      adopt(newer) { view = newer; },
      late() {},
      draw: () => html`<section class="cc cc-panel cc-findings" tabindex="-1" aria-label="What to mend"
        data-lm-suppress-shortcuts="true">
        <h1 class="cc-findings-file">Preview of ${view.file}</h1>
        ${alarmBox(widget.alarm(null))}
        <h2 class="cc-title">What to mend</h2>
        <p class="cc-status" role="status">${view.said}</p>
        ${view.shown ? nothing : html`<p class="cc-not-shown">It cannot be shown as it is. Mend it and save the file;
          it comes back by itself.</p>`}
        ${view.findings.length ? html`<ul class="cc-finding-list">${view.findings.map(finding)}</ul>` : nothing}
        ${view.shown ? html`<div class="cc-actions"><button type="button" class="cc-button cc-quiet-button"
          @click=${() => widget.say("afresh")}>Begin afresh</button></div>` : nothing}
        <p class="cc-small">Save the file and this page shows it. Answers here are thrown away at the end.</p>
      </section>`,
    });
    const look = async () => {
      await widget.say("look");
      if (open) timer = setTimeout(look, EVERY);
    };
    widget.draw();
    look();
    return () => {
      open = false;
      clearTimeout(timer);
      widget.close();
    };
  },
};
