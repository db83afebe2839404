// @ts-check
// What every widget carries: it fetches what draws it, which came once for all.
/** @import { Model } from "./channel.js" */

/** @typedef {{get(name: string): string}} Carrier */
/** @typedef {Carrier & {widget_manager: {get_model(id: string): Promise<Carrier>}}} Carried */

/** @type {Map<string, unknown>} */
const known = (/** @type {any} */ (globalThis)[Symbol.for("customer-care-carried")] ??= new Map());
// A page that is opened anew fetches all its models at once: a carrier may come after who needs it.
const TRIES = 50, PAUSE = 100;

/** @param {Carried} model @param {string} of @returns {Promise<Carrier>} */
async function carrier(model, of, left = TRIES) {
  try {
    return await model.widget_manager.get_model(model.get(of));
  } catch (error) {
    if (!left) throw error;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    return carrier(model, of, left - 1);
  }
}

/** @template T @param {Carrier} from @param {(text: string) => T} make @returns {T} */
function once(from, make) {
  const name = from.get("name");
  if (!known.has(name)) known.set(name, make(from.get("text")));
  return /** @type {T} */ (known.get(name));
}

/** @param {string} text */
function dress(text) {
  document.head.append(Object.assign(document.createElement("style"), { textContent: text }));
}

/** @param {string} text */
async function load(text) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  try {
    return (await import(url)).default;
  } finally {
    URL.revokeObjectURL(url);
  }
}

export default {
  /** @param {{model: Model<any>, el: HTMLElement}} given by anywidget */
  async render(given) {
    const model = /** @type {Carried} */ (/** @type {unknown} */ (given.model));
    const [styles, module] = await Promise.all(
      ["styles_from", "module_from"].map((of) => carrier(model, of)),
    );
    once(styles, dress);
    return (await once(module, load)).render(given);
  },
};
