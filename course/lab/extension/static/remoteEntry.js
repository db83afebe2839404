// What JupyterLab loads. It expects a module container, as a bundler would make one; this is
// the same contract by hand: init() receives the shared modules, get() hands out the plug-ins.
(() => {
  const here = new URL(".", document.currentScript.src);
  let shared;
  const container = {
    init: (scope) => {
      shared = scope;
    },
    get: async () => {
      const { default: makePlugins } = await import(new URL("plugins.js", here));
      const plugins = await makePlugins(shared, here);
      return () => ({ __esModule: true, default: plugins });
    },
  };
  (window._JUPYTERLAB ??= {})["customer-care-course"] = container;
})();
