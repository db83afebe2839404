// @ts-check
// Keys that answer.

/**
 * The number key that was pressed; 0 where it was none.
 *
 * @param {KeyboardEvent} event
 */
export const digit = (event) => (/^[1-9]$/.test(event.key) ? Number(event.key) : 0);
