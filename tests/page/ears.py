"""What a screen reader would be told without being asked: text put into live regions."""

from typing import Any

LISTEN = """() => {
  const REGION = "[aria-live], [role=status], [role=alert], [role=log], output";
  const seen = (node) => node.checkVisibility({ visibilityProperty: true });
  const live = (node) => {
    const region = node.closest?.(REGION);
    return region && region.getAttribute("aria-live") !== "off" ? region : null;
  };
  // A region that comes together with its words is heard by nobody; an alert is.
  let known = new Set(document.querySelectorAll(REGION));
  const there = () => new Set([...document.querySelectorAll(REGION)].filter(seen));
  known = there();
  window.heard = [];
  new MutationObserver((records) => {
    const told = new Map();
    for (const one of records) {
      const nodes = one.type === "characterData" ? [one.target]
        : [...one.addedNodes].filter((node) => node.nodeType !== Node.COMMENT_NODE);
      for (const node of nodes) {
        const holder = node.nodeType === 1 ? node : node.parentElement;
        const alert = node.nodeType === 1 && (node.matches("[role=alert]") ? node
          : node.querySelector("[role=alert]"));
        const region = alert || (holder && live(holder));
        if (!region || !seen(region) || !node.textContent.trim()) continue;
        if (!alert && !known.has(region)) continue;
        const whole = region.matches("[role=status], output") || alert;
        const words = whole ? region.innerText : `${told.get(region) ?? ""} ${node.textContent}`;
        told.set(region, words);
      }
    }
    for (const words of told.values()) window.heard.push(words.replace(/\\s+/g, " ").trim());
    known = there();
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}"""


class Ears:
    """Listens to a page from now on."""

    def __init__(self, page: Any) -> None:
        self.page = page
        page.evaluate(LISTEN)

    def heard(self) -> list[str]:
        """What was said since the last time somebody asked."""
        # Whatever is said a moment later belongs to what was done before.
        self.page.wait_for_timeout(250)
        said: list[str] = self.page.evaluate("window.heard.splice(0)")
        return said
