// @ts-check
// Light and dark. At first the page follows the system; pressing the button is a decision.
/** @import { Registry, Themes } from "./lab.js" */
/** @typedef {ReturnType<typeof makeThemeSwitch>} ThemeSwitch */
const SETTINGS = "@jupyterlab/apputils-extension:themes";

/** @param {Themes | null} themes @param {Registry | null} registry */
export function makeThemeSwitch(themes, registry) {
  const isLight = () => document.body.dataset.jpThemeLight !== "false";
  return {
    available: Boolean(themes && registry),
    isLight,
    onChange: (/** @type {() => void} */ tell) => themes?.themeChanged.connect(tell),
    toggle: async () => {
      if (!registry) return;
      const theme = isLight() ? "JupyterLab Dark" : "JupyterLab Light";
      const settings = await registry.load(SETTINGS);
      // Both in one go: set one after the other, Lab changes the page twice at once and trips.
      await settings.save(JSON.stringify({ ...settings.user, theme, "adaptive-theme": false }));
    },
  };
}
