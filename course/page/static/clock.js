// A clock that begins with the first letter. It counts, and stops nobody.

const TIME_UP = "Time is up. Finish your sentence and send it.";

function clock(minutes) {
  const whole = Math.round(60 * minutes);
  const shown = make("p", { class: "cc-clock", id: id(), role: "timer", "aria-live": "off" });
  // Heard twice at most; what is seen changes every second and would never be quiet.
  const heard = make("p", { class: "cc-vanish", role: "status", "aria-live": "polite" });
  let ends = 0;
  let ticking = 0;
  let minute = false;

  function show(text) { if (shown.textContent !== text) shown.textContent = text; }
  function tick() {
    const left = Math.max(0, Math.ceil((ends - Date.now()) / 1000));
    if (left === 0) {
      clearInterval(ticking);
      ticking = 0;
      show(TIME_UP);
      heard.textContent = TIME_UP;
      return;
    }
    show(`${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")} left`);
    if (left <= 60 && whole > 60 && !minute) { minute = true; heard.textContent = "One minute left."; }
  }
  function stop() {
    clearInterval(ticking);
    ticking = 0;
    ends = 0;
    minute = false;
    heard.textContent = "";
    show(`${minutes} ${minutes === 1 ? "minute" : "minutes"}, from your first letter.`);
  }
  stop();

  return {
    node: make("div", {}, shown, heard),
    id: shown.id,
    begin() {
      if (ends) return;
      ends = Date.now() + 1000 * whole;
      ticking = setInterval(tick, 1000);
      tick();
    },
    stop,
  };
}
