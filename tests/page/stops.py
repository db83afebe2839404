"""How many stops a Tab key makes: counted in the page, wherever a page is tried."""

ROUND_THEM = 12
"""At most so many stand round the exercises of a station, besides a mark for each exercise: the
buttons of the course view, and the ways on."""

STOPS = """(within) => {
  const stop = "a[href], button, input, select, textarea, summary, [tabindex]";
  const groups = new Set();
  return [...document.querySelectorAll(within)].flatMap((one) => [...one.querySelectorAll(stop)])
    .filter((one) => {
      if (one.tabIndex < 0 || one.disabled) return false;
      if (!one.checkVisibility({ visibilityProperty: true })) return false;
      if (one.type !== "radio") return true;
      // The arrows lead through a group of radios.
      const known = groups.has(one.name);
      groups.add(one.name);
      return !known;
    }).length;
}"""
"""Asked of `page.evaluate` with a selector: the stops inside what it finds."""
