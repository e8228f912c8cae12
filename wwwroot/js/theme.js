// The page's side of ThemeSwitch.cs. The first theme of a page is in its markup: the host reads the cookie, so nothing flickers.

/** Shows a theme, also on the next visit. */
export function keepTheme(cookie, theme) {
  document.cookie = `${cookie}=${theme}; path=/; max-age=31536000; samesite=lax`;
  showTheme(theme);
}

export function showTheme(theme) {
  document.documentElement.dataset.theme = theme;
  document.querySelector('meta[name="color-scheme"]').content = theme;
}
