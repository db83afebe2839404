// @ts-check
// What Python has not confirmed outlives the widget and the page: a lesson that builds itself
// again after its kernel was lost picks it up from here.

const name = (/** @type {string} */ exercise) => `course:unkept:${exercise}`;

/**
 * The browser's memory may be closed to the page; then nothing is lost but that.
 *
 * @template T
 * @param {() => T} act
 */
function ifAllowed(act) {
  try {
    return act();
  } catch {
    return null;
  }
}

export const unkept = {
  hold: (/** @type {string} */ exercise, /** @type {unknown} */ value) =>
    ifAllowed(() => sessionStorage.setItem(name(exercise), JSON.stringify(value))),
  drop: (/** @type {string} */ exercise) =>
    ifAllowed(() => sessionStorage.removeItem(name(exercise))),
  left: (/** @type {string} */ exercise) =>
    ifAllowed(() => JSON.parse(sessionStorage.getItem(name(exercise)) ?? "null")),
};
