"""A page with real widgets on it and no Jupyter: Python answers every message the page sends."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from course.page.source import styles

CHROMIUM = Path(shutil.which("chromium") or "/usr/bin/chromium")
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Widgets</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>%s</style>
<style>body{margin:0;background:var(--cc-page);color:var(--cc-ink)}
main{max-width:680px;margin:0 auto;padding:24px 16px}</style></head>
<body data-jp-theme-light="%s"><main></main></body></html>"""

MOUNT = """async ([name, source, state, carried]) => {
  const listeners = {};
  const model = {
    silent: false,
    widget_manager: { async get_model(id) {
      if (window.missing-- > 0) throw new Error("widget model not found");
      return { get: (trait) => carried[id][trait] };
    } },
    get: (trait) => state[trait],
    set: (trait, value) => { state[trait] = value; },
    save_changes() {},
    on(event, act) { (listeners[event] ||= []).push(act); },
    off(event, act) { listeners[event] = (listeners[event] || []).filter((one) => one !== act); },
    fire(event, value) { for (const act of [...(listeners[event] || [])]) act(value); },
    async send(message) {
      if (model.silent) return;
      window.sent.push(message);
      for (const [whose, kind, value] of await window.toPython(name, message)) {
        window.models[whose].take(kind, value);
      }
    },
    take(kind, value) {
      if (kind === "message") model.fire("msg:custom", value);
      else { state[kind] = value; model.fire(`change:${kind}`); }
    },
  };
  window.sent ||= [];
  (window.models ||= {})[name] = model;
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const module = await import(url);
  const box = document.createElement("div");
  box.id = `box-${name}`;
  document.querySelector("main").append(box);
  model.stop = await module.default.render({ model, el: box });
}"""


class Stage:
    """Widgets on one page."""

    def __init__(self, page: Any, *, light: bool = True) -> None:
        self.page = page
        self.widgets: dict[str, Any] = {}
        self._out: list[Any] = []
        page.expose_function("toPython", self._hear)
        page.set_content(PAGE % (styles(), "true" if light else "false"))

    def _hear(self, name: str, message: Any) -> list[Any]:
        self._out = []
        self.widgets[name]._heard(None, json.loads(json.dumps(message)))
        return self._out

    def mount(self, widget: Any, name: str = "one") -> Any:
        """Draws a widget; returns the locator of its box."""
        self.widgets[name] = widget
        widget.send = lambda message, buffers=None: self._out.append([name, "message", message])
        shown = [one for one in ("view",) if widget.has_trait(one)]
        for trait in shown:
            widget.observe(
                lambda change: self._out.append([name, change["name"], change["new"]]), trait
            )
        state = {trait: getattr(widget, trait) for trait in shown}
        carried = {one.model_id: {"name": one.name, "text": one.text} for one in widget.carried}
        state |= {"module_from": widget.module_from, "styles_from": widget.styles_from}
        self.page.evaluate(MOUNT, [name, widget._esm, state, carried])
        return self.page.locator(f"#box-{name}")

    def silence(self, name: str = "one") -> None:
        """Python hears nothing from now on."""
        self.page.evaluate("(name) => { window.models[name].silent = true }", name)

    def wake(self, name: str = "one") -> None:
        """Python hears again."""
        self.page.evaluate("(name) => { window.models[name].silent = false }", name)


def need_chromium() -> None:
    """Skips where there is no Chromium, and fails under CI."""
    import os

    if not CHROMIUM.exists():
        if os.environ.get("CI"):
            pytest.fail("Chromium is not installed, and CI must not skip the browser tests")
        pytest.skip("Chromium is not installed")


@contextmanager
def browser() -> Iterator[Any]:
    """A headless Chromium."""
    need_chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield chromium
        chromium.close()
