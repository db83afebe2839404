// @ts-check
// The line at the top of every page: the way home, the contents, and where one is.
/** @import { Banner } from "./banner.js" */
/** @import { ThemeSwitch } from "./theme.js" */
/** @import { Listed } from "./pages.js" */
import { button, make } from "./dom.js";
import { KEY } from "./keys.js";
import { addressOf, isLesson, lessons, pageCalled, short } from "./pages.js";
import { makeTitle } from "./title.js";

const NAME = "Customer care";

/** @param {{contents: () => void, code: () => void, theme: ThemeSwitch, banner: Banner}} parts */
export function makeHeader({ contents, code, theme, banner }) {
  const skip = make("a", { class: "ccv-skip", href: "#cc-lesson" }, "Go to the lesson");
  const name = make("div", { class: "ccv-course" }, NAME);
  const place = make("span", { class: "ccv-place" });
  const contentsButton = button("Contents", contents);
  contentsButton.setAttribute("aria-haspopup", "dialog");
  contentsButton.setAttribute("aria-keyshortcuts", KEY);
  contentsButton.title = `Contents (${KEY.replace("+", " and ")})`;
  const themeButton = button("", theme.toggle, "bare");
  const codeButton = button("Show code", code, "bare");
  const root = make(
    "header",
    { class: "ccv-header", "aria-label": "Course" },
    skip,
    make("div", { class: "ccv-row" },
      name,
      contentsButton,
      place,
      make("div", { class: "ccv-tools" }, themeButton, codeButton)),
    ...banner.nodes,
  );
  contentsButton.classList.add("ccv-open");
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

  /** @param {string} now */
  function drawName(now) {
    if (name.dataset.now === now) return;
    name.dataset.now = now;
    const home = pageCalled("home");
    if (!home) return;
    name.replaceChildren(make("a", { href: addressOf({ lesson: home.id }), "aria-current": now === home.id && "page", title: "The course's own page" }, NAME));
  }

  return {
    leave: () => tabTitle(""),
    /** @param {{page: Listed, station: string, codeShown: boolean}} state */
    draw({ page, station, codeShown }) {
      const at = lessons().indexOf(page);
      const title = short(page.title);
      const words = at < 0 ? title : `Lesson ${at + 1} of ${lessons().length}: ${title}`;
      if (place.textContent !== words) place.textContent = words;
      drawName(page.id);
      codeButton.textContent = codeShown ? "Hide code" : "Show code";
      tabTitle(`${station && isLesson(page) ? `${station} · ` : ""}${title} · ${NAME}`);
    },
  };
}
