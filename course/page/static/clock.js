// @ts-check
// A clock that begins with the first letter. It counts, and stops nobody. Pure.

const TIME_UP = "Time is up. Finish your sentence and send it.";

/**
 * What a clock shows, and what is heard of it: twice at most, because what is seen changes every
 * second and would never be quiet.
 *
 * @param {number} minutes
 * @param {number} ends when it ends, in milliseconds; 0 before it has begun
 * @param {number} now
 */
export function clock(minutes, ends, now) {
  if (!ends) return { shown: `${minutes} ${minutes === 1 ? "minute" : "minutes"}, from your first letter.`, heard: "" };
  const left = Math.max(0, Math.ceil((ends - now) / 1000));
  if (left === 0) return { shown: TIME_UP, heard: TIME_UP };
  const shown = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")} left`;
  return { shown, heard: left <= 60 && minutes > 1 ? "One minute left." : "" };
}
