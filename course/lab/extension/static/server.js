// @ts-check
// Is the server there? Plain fetch: Lab's own request would open its dialog.
/** @import { App } from "./lab.js" */
/** @param {App} app */
export async function askServer(app) {
  const { baseUrl, token } = app.serviceManager.serverSettings;
  /** @type {Record<string, string>} */
  const headers = token ? { Authorization: `token ${token}` } : {};
  try {
    // Any answer counts: after a restart the old key is refused, and the server is there.
    await fetch(`${baseUrl}api/status`, { headers, cache: "no-store" });
    return true;
  } catch {
    return false;
  }
}
