// The one place for news about the course itself. Bad news is an alert and stays until it is
// over; good news is a quiet line that goes by itself.
import { button, make } from "./dom.js";

export function makeBanner() {
  const loud = make("div", { class: "ccv-banner ccv-loud", role: "alert", hidden: true });
  const quiet = make("div", { class: "ccv-banner ccv-soft", role: "status", hidden: true });
  let timer = 0;

  function fill(node, text, action) {
    clearTimeout(timer);
    for (const other of [loud, quiet]) {
      if (other !== node) {
        other.hidden = true;
        other.replaceChildren();
      }
    }
    if (!node.hidden && node.firstChild?.textContent === text) return;
    node.replaceChildren(make("p", {}, text));
    if (action) {
      const press = button(action.label, async () => {
        press.disabled = true;
        await action.act();
        press.disabled = false;
      }, "accent");
      node.append(press);
    }
    node.hidden = false;
  }

  const clear = () => {
    clearTimeout(timer);
    for (const node of [loud, quiet]) {
      node.hidden = true;
      node.replaceChildren();
    }
  };

  return {
    nodes: [loud, quiet],
    alert: (text, action) => fill(loud, text, action),
    mention: (text, seconds) => {
      fill(quiet, text);
      if (seconds) timer = setTimeout(clear, seconds * 1000);
    },
    clear,
  };
}
