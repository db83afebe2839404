// @ts-check
// One widget on the page: what Python sent, one way to draw it, one channel, all put away in the end.
/** @import { Heard, Model } from "./channel.js" */
/** @import { Alarm } from "./entry.js" */

import { LOST, lost } from "./alarm.js";
import { channel } from "./channel.js";
import { held, rehome } from "./focus.js";
import { render } from "./lit.js";
import { watchScrolling } from "./scroll.js";

/** How often each model is on the page. @type {WeakMap<object, number>} */
const shown = new WeakMap();

/**
 * @template V
 * @typedef {object} Widget
 * @property {() => unknown} draw the whole widget, one element
 * @property {(view: V) => void} adopt Python sent something newer
 * @property {(heard: Heard, doing: string) => void} late an answer came after all
 * @property {() => void} [drawn] after each drawing
 * @property {() => HTMLElement | undefined} [home] where the focus goes when what had it is gone
 */

/** @typedef {ReturnType<typeof mount>} Mounted */

/** @param {Model<any>} model */
function leave(model) {
  try {
    model.send({ re: "", do: "gone" });
  } catch {
    // Nobody is there to be told.
  }
}

/**
 * @template V
 * @param {{model: Model<V>, el: HTMLElement}} given by anywidget
 * @param {Widget<V>} widget
 */
export function mount({ model, el }, widget) {
  const { say, close } = channel(model, widget.late);
  shown.set(model, (shown.get(model) ?? 0) + 1);
  let open = true;
  let away = "";
  const root = () => /** @type {HTMLElement} */ (el.querySelector(":scope > .cc"));
  const scrolling = watchScrolling(el);

  const draw = () => {
    if (!open) return;
    const focus = held(el);
    render(widget.draw(), el);
    widget.drawn?.();
    rehome(focus, () => widget.home?.() ?? root());
    scrolling.look();
  };
  const redraw = () => {
    widget.adopt(model.get("view"));
    draw();
  };
  // Lab fires this when the kernel goes away or comes back; a message shows which.
  const doubt = async () => {
    if ((await say("ping")).late) gone();
  };
  const gone = (/** @type {any} */ event = null) => {
    away = event?.detail ?? (away || LOST.gone);
    draw();
  };
  const back = () => {
    away = "";
    draw();
  };
  // Only the card in use says that the course is away, so whoever comes to one has it drawn anew.
  const moved = () => { if (away) queueMicrotask(draw); };
  model.on("change:view", redraw);
  model.on("comm_live_update", doubt);
  document.addEventListener("course:kernel-gone", gone);
  document.addEventListener("course:kernel-back", back);
  el.addEventListener("focusin", moved);
  el.addEventListener("focusout", moved);
  return {
    say,
    draw,
    /**
     * What to be alarmed about: that the course is away, before anything of the widget's own.
     *
     * @param {Alarm | null} own
     */
    alarm: (own) => (away ? lost(away, el) : own),
    get root() { return root(); },
    close() {
      open = false;
      model.off("change:view", redraw);
      model.off("comm_live_update", doubt);
      document.removeEventListener("course:kernel-gone", gone);
      document.removeEventListener("course:kernel-back", back);
      el.removeEventListener("focusin", moved);
      el.removeEventListener("focusout", moved);
      scrolling.close();
      close();
      const left = (shown.get(model) ?? 1) - 1;
      shown.set(model, left);
      // One Python serves the whole course: what is on no page any more need not stay in it.
      if (!left) leave(model);
    },
  };
}
