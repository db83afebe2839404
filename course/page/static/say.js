// The channel: every message to Python is answered, or the page says that it was not.

const LATE = 3000;

function channel(model, onLate) {
  const waiting = new Map();
  let count = 0;

  const hear = (message) => {
    const one = message && waiting.get(message.re);
    if (!one) return;
    waiting.delete(message.re);
    clearTimeout(one.timer);
    if (one.late) onLate(message, one.doing);
    else one.resolve(message);
  };
  model.on("msg:custom", hear);

  function say(doing, value = null) {
    count += 1;
    const re = `${OWN}-${count}`;
    return new Promise((resolve) => {
      const one = { resolve, doing, late: false };
      one.timer = setTimeout(() => { one.late = true; resolve({ re, saved: null, late: true }); }, LATE);
      waiting.set(re, one);
      try {
        model.send({ re, do: doing, value });
      } catch (_) {
        clearTimeout(one.timer);
        one.late = true;
        resolve({ re, saved: null, late: true });
      }
    });
  }

  say.close = () => {
    model.off("msg:custom", hear);
    for (const one of waiting.values()) clearTimeout(one.timer);
    waiting.clear();
  };
  return say;
}
