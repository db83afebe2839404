// The second tab: one's own conversations beside the company's scores.

function ownBox(empty) {
  const box = make("div", { class: "cc-contacts" });
  return {
    node: box,
    update(own) {
      const kept = own.kept ? make("p", { class: "cc-small", text: `${own.kept} more ${own.kept === 1 ? "is" : "are"} kept for your instructor and not shown here.` }) : null;
      if (!own.count) { fill(box, make("p", { class: "cc-empty", text: empty }), kept); return; }
      fill(box,
        make("p", { class: "cc-summary", text: own.summary }),
        sheet("Yours and the company's", ["Asked of the customer, or counted", "Yours", "The company, last twelve months"],
          own.rows.map((one) => [one.name, one.yours, one.company]), []),
        make("p", { class: "cc-small", text: "Your customers were written for practice; the company's came as they came. Look for what you would change, not for who is better." }),
        own.quotes.length ? make("section", { class: "cc-part" }, make("h4", { text: "What they wrote" }),
          own.quotes.map((one) => make("div", { class: "cc-few-one" }, make("p", { class: "cc-who", text: one.who }), make("blockquote", { class: "cc-bubble cc-theirs", text: one.said })))) : null,
        make("section", { class: "cc-part" }, make("h4", { text: "Every conversation, the newest first" }),
          sheet("Your conversations", ["Conversation", "Satisfied, 1 to 5", "Ease, 1 to 7", "Recommend, 0 to 10", "Resolved", "Your lines", "Asked twice"],
            own.contacts.map((one) => [make("span", {}, one.title, make("span", { class: "cc-under", text: `${one.customer}. ${one.ended}.` })),
              one.satisfaction, one.ease, one.recommend, one.resolved, one.turns, one.repeats]), [1, 2, 3, 5, 6])),
        kept);
    },
  };
}
