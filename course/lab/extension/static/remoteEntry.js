// @ts-check
// What JupyterLab loads. It expects a module container, as a bundler would make one; this is
// the same contract by hand: init() receives the shared modules, get() hands out the plug-ins.
(() => {
  /** @typedef {import("./lab.js").Scope} Scope */
  const here = new URL(".", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  /** @type {Scope} */
  let shared;
  const container = {
    init: (/** @type {Scope} */ scope) => {
      shared = scope;
    },
    get: async () => {
      const { default: makePlugins } = await import(new URL("plugins.js", here).href);
      const plugins = await makePlugins(shared, here);
      return () => ({ __esModule: true, default: plugins });
    },
  };
  (/** @type {any} */ (window)._JUPYTERLAB ??= {})["customer-care-course"] = container;
})();
