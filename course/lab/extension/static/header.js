// The line at the top of every lesson: where you are, how far you got, and the way on.
import { button, make } from "./dom.js";
import { titleOf } from "./lessons.js";

export function makeHeader({ back, next, code, theme, banner }) {
  const skip = make("a", { class: "cc-skip", href: "#cc-lesson" }, "Go to the lesson");
  const name = make("span", { class: "cc-course" }, "Customer care");
  const place = make("span", { class: "cc-place" });
  const done = make("span", { class: "cc-done", role: "status" });
  const backButton = button("Back", back);
  const nextButton = button("Next", next);
  const themeButton = button("", theme.toggle, "bare");
  const codeButton = button("Show code", code, "bare");
  const bar = make("span", { class: "cc-bar-fill" });
  const root = make(
    "header",
    { class: "cc-header", "aria-label": "Course" },
    skip,
    make("div", { class: "cc-row" },
      make("div", { class: "cc-where" }, name, place, done),
      make("nav", { class: "cc-nav", "aria-label": "Lessons" }, backButton, nextButton),
      make("div", { class: "cc-tools" }, themeButton, codeButton)),
    make("div", { class: "cc-bar", "aria-hidden": "true" }, bar),
    ...banner.nodes,
  );
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
    draw({ path, order, codeShown, progress }) {
      const at = order.indexOf(path);
      place.textContent = `Lesson ${at + 1} of ${order.length}: ${titleOf(path)}`;
      const { done: finished, total } = progress;
      done.textContent = total ? `${finished} of ${total} exercises done` : "";
      bar.style.inlineSize = total ? `${(100 * finished) / total}%` : "0";
      backButton.disabled = at <= 0;
      nextButton.disabled = at >= order.length - 1;
      codeButton.textContent = codeShown ? "Hide code" : "Show code";
      codeButton.setAttribute("aria-pressed", String(codeShown));
      document.title = `${titleOf(path)} · Customer care`;
    },
  };
}
