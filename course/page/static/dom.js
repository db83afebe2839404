// Elements are made here and never from strings of markup, so no text can become a tag.

const OWN = Math.random().toString(36).slice(2, 8);
let counted = 0;

// Every copy of a widget has ids of its own.
function id() {
  counted += 1;
  return `cc-${OWN}-${counted}`;
}

function make(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "text") node.textContent = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((one) => one !== undefined && one !== null && one !== false));
  return node;
}

function runs(parts) {
  return parts.map((one) => {
    if (typeof one === "string") return one;
    return one.b ? make("strong", { text: one.b }) : make("em", { text: one.i });
  });
}

function prose(blocks) {
  return blocks.map((block) => {
    if (block.p) return make("p", {}, runs(block.p));
    const name = block.ul ? "ul" : "ol";
    return make(name, {}, block[name].map((one) => make("li", {}, runs(one))));
  });
}

// Plain text of several paragraphs, as people write letters.
function paragraphs(text) {
  return String(text).trim().split(/\n\s*\n/).map((one) => make("p", { text: one.trim() }));
}

// Puts children in only where they differ, so that a redraw disturbs nobody.
const drawn = new WeakMap();

function fill(node, ...children) {
  const next = children.flat(Infinity).filter((one) => one !== undefined && one !== null && one !== false);
  const now = next.map((one) => one.outerHTML ?? String(one)).join("");
  if (drawn.get(node) === now) return false;
  node.replaceChildren(...next);
  drawn.set(node, now);
  return true;
}

function svg(name, attributes, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

// A shape for each mark, so that colour is never alone: full, half, open.
function sign(mark) {
  const ring = svg("circle", { cx: 8, cy: 8, r: 6.5, fill: "none", stroke: "currentColor", "stroke-width": 1.6 });
  if (mark === "person") ring.setAttribute("stroke-dasharray", "2.5 2.6");
  const inside = {
    full: () => svg("path", { d: "M4.8 8.3 7 10.5 11.3 5.8", fill: "none", stroke: "currentColor", "stroke-width": 1.8, "stroke-linecap": "round", "stroke-linejoin": "round" }),
    part: () => svg("path", { d: "M8 1.5a6.5 6.5 0 0 1 0 13z", fill: "currentColor" }),
  }[mark];
  const image = svg("svg", { viewBox: "0 0 16 16", class: "cc-sign", "aria-hidden": "true" }, ring);
  if (inside) image.append(inside());
  return image;
}

function debounce(wait, act) {
  let timer = 0;
  const later = (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => { timer = 0; act(...args); }, wait);
  };
  later.now = (...args) => {
    if (!timer) return;
    clearTimeout(timer);
    timer = 0;
    act(...args);
  };
  later.drop = () => { clearTimeout(timer); timer = 0; };
  return later;
}

const still = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
