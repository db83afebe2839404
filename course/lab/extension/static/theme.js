// Light and dark. At first the page follows the system; the button is a decision.
export function makeThemeSwitch(themes) {
  const isLight = () => document.body.dataset.jpThemeLight !== "false";
  return {
    available: Boolean(themes),
    isLight,
    onChange: (tell) => themes?.themeChanged.connect(tell),
    toggle: async () => {
      const to = isLight() ? "JupyterLab Dark" : "JupyterLab Light";
      if (themes.isToggledAdaptiveTheme?.()) await themes.toggleAdaptiveTheme();
      await themes.setTheme(to);
    },
  };
}
