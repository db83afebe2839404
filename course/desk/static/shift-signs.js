// @ts-check
// A sign for each way in which customers get in touch; its word always stands beside it.

import { shape } from "../../page/static/signs.js";

/** @type {Record<string, string>} */
const PATHS = {
  phone: "M4 2.5 6.2 2l1.3 3.2-1.4 1.1c.7 1.5 1.9 2.7 3.5 3.5l1.1-1.4 3.3 1.4-.5 2.3c-.2.8-.9 1.3-1.7 1.2C6.800 12.700 3.300 9.200 2.700 4.200 2.600 3.400 3.200 2.700 4 2.500z",
  chat: "M2.500 3.500h11v7.500h-6l-3 2.500v-2.500h-2z",
  "e-mail": "M2 4h12v8.500H2zM2 4.500l6 4.500 6-4.500",
  social: "M8 2a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM2.200 8h11.600M8 2c-4 4-4 8 0 12M8 2c4 4 4 8 0 12",
  counter: "M2.500 7 8 2.500 13.500 7v6.500h-11zM6.500 13.500v-4h3v4",
  promise: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 5v3.300l2.200 1.400",
};

/** @param {string} channel */
export const comes = (channel) => shape(PATHS[channel] ?? PATHS.promise, { width: 1.4, name: "cc-sign cc-comes" });
