// The little that is needed to make elements.
export function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

export const button = (label, act, kind = "plain") =>
  make("button", { type: "button", class: `ccv-button ccv-${kind}`, onclick: act }, label);
