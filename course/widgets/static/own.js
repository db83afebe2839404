// The second tab: one's own conversations beside the company's scores.

function ownBox(empty) {
  const box = make("div", {});
  return {
    node: box,
    update(own) {
      const kept = own.kept ? make("p", { class: "cc-small", text: `${own.kept} more ${own.kept === 1 ? "is" : "are"} kept for your instructor and not shown here.` }) : null;
      if (!own.count) { fill(box, make("p", { class: "cc-empty", text: empty }), kept); return; }
      fill(box,
        make("p", { class: "cc-summary", text: own.summary }),
        sheet("Yours and the company's", ["Asked of the customer, or counted", "Yours", "The company, last twelve months"],
          own.rows.map((one) => [one.name, one.yours, one.company]), []),
        make("p", { class: "cc-small", text: "Your customers were written for practice and each came to you once; the company's came as they came. Look for what you would change, not for who is better." }),
        own.quotes.length ? make("section", { class: "cc-part" }, make("h4", { text: "What they wrote" }),
          own.quotes.map((one) => make("div", { class: "cc-few-one" }, make("p", { class: "cc-who", text: one.who }), make("blockquote", { class: "cc-bubble cc-theirs", text: one.said })))) : null,
        make("section", { class: "cc-part" }, make("h4", { text: "Every conversation, the newest first" }),
          sheet("Your conversations", ["Conversation", "Customer", "Ended", "Satisfied", "Ease", "Recommend", "Resolved", "Your lines", "Asked twice"],
            own.contacts.map((one) => [one.title, one.customer, one.ended, one.satisfaction, one.ease, one.recommend, one.resolved, one.turns, one.repeats]), [7, 8])),
        kept);
    },
  };
}
