// @ts-check
// The line at the top of every lesson: where you are, how far you got, and the way on.
/** @import { Banner } from "./banner.js" */
/** @import { ThemeSwitch } from "./theme.js" */
import { button, make } from "./dom.js";
import { shortTitle } from "./lessons.js";
import { makeTitle } from "./title.js";

/** @param {{back: () => void, next: () => void, code: () => void, theme: ThemeSwitch, banner: Banner}} parts */
export function makeHeader({ back, next, code, theme, banner }) {
  const skip = make("a", { class: "ccv-skip", href: "#cc-lesson" }, "Go to the lesson");
  const name = make("span", { class: "ccv-course" }, "Customer care");
  const place = make("span", { class: "ccv-place" });
  const done = make("span", { class: "ccv-done", role: "status" });
  const backButton = button("Back", back);
  const nextButton = button("Next", next);
  const themeButton = button("", theme.toggle, "bare");
  const codeButton = button("Show code", code, "bare");
  const bar = make("span", { class: "ccv-bar-fill" });
  const root = make(
    "header",
    { class: "ccv-header", "aria-label": "Course" },
    skip,
    make("div", { class: "ccv-row" },
      name,
      make("div", { class: "ccv-where" }, place, done),
      make("nav", { class: "ccv-nav", "aria-label": "Lessons" }, backButton, nextButton),
      make("div", { class: "ccv-tools" }, themeButton, codeButton)),
    make("div", { class: "ccv-bar", "aria-hidden": "true" }, bar),
    ...banner.nodes,
  );
  const tabTitle = makeTitle();
  document.body.prepend(root);

  skip.addEventListener("click", (event) => {
    event.preventDefault();
    document.getElementById("cc-lesson")?.focus();
  });
  const drawTheme = () => {
    themeButton.hidden = !theme.available;
    themeButton.textContent = theme.isLight() ? "Dark theme" : "Light theme";
  };
  theme.onChange(drawTheme);
  drawTheme();

  return {
    /** @param {{path: string, order: string[], codeShown: boolean, progress: {done: number, total: number}}} state */
    draw({ path, order, codeShown, progress }) {
      const at = order.indexOf(path);
      const title = shortTitle(path);
      place.textContent = at < 0 ? title : `Lesson ${at + 1} of ${order.length}: ${title}`;
      const { done: finished, total } = progress;
      done.textContent = total ? `${finished} of ${total} exercises done` : "";
      bar.style.inlineSize = total ? `${(100 * finished) / total}%` : "0";
      backButton.disabled = at <= 0;
      nextButton.disabled = at < 0 || at >= order.length - 1;
      codeButton.textContent = codeShown ? "Hide code" : "Show code";
      codeButton.setAttribute("aria-pressed", String(codeShown));
      tabTitle(`${title} · Customer care`);
    },
  };
}
