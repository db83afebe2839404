// How a customer feels: a word, a shape and a place on five steps, never colour alone.

const SHAPES = [
  "M2 4h12L8 13z",
  "M3.4 4.8h9.2L8 11.7z",
  "M8 3.5a4.5 4.5 0 1 0 .01 0z",
  "M3.4 11.2h9.2L8 4.3z",
  "M2 12h12L8 3z",
];
const FILLED = [true, false, true, false, true];

function moodShape(step) {
  return svg("svg", { viewBox: "0 0 16 16", class: "cc-sign", "aria-hidden": "true" },
    svg("path", { d: SHAPES[step - 1], fill: FILLED[step - 1] ? "currentColor" : "none", stroke: "currentColor", "stroke-width": 1.8, "stroke-linejoin": "round" }));
}

function moodWord(mood) {
  return make("span", { class: "cc-mood", "data-step": mood.step }, moodShape(mood.step), make("span", { text: mood.word }));
}

function gauge(name, mood, verb = "seems") {
  const steps = [1, 2, 3, 4, 5].map((step) => make("span", { class: "cc-gauge-step", "data-on": step === mood.step }));
  return make("p", { class: "cc-gauge", "data-step": mood.step, role: "img", "aria-label": `${name} ${verb} ${mood.word}, step ${mood.step} of 5` },
    verb === "seems" ? null : make("span", { text: `${name} ${verb}` }), make("span", { class: "cc-gauge-steps" }, steps), moodWord(mood));
}
