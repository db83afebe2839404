// @ts-check
// What the page is told by its server.
/** @returns {{baseUrl?: string, token?: string, hubPrefix?: string}} */
export const told = () => JSON.parse(document.getElementById("jupyter-config-data")?.textContent ?? "{}");

// Modules of JupyterLab itself: the very objects it uses, so that tokens are the same tokens.
/** @import { Scope } from "./lab.js" */
/** @param {Scope} scope @param {string} name */
export async function take(scope, name) {
  const versions = scope[name];
  if (!versions) throw new Error(`JupyterLab does not share ${name}`);
  const [offer] = Object.values(versions);
  const factory = await offer.get();
  return factory();
}
