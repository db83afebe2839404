// @ts-check
// What the page draws with. Text that is put into a template stays text: nothing becomes markup.

export { html, nothing, render, svg } from "./vendor/lit-html/lit-html.js";
export { live } from "./vendor/lit-html/directives/live.js";
export { repeat } from "./vendor/lit-html/directives/repeat.js";
