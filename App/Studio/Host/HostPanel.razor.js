// Tells its owner when the page is hidden, as a background tab, and when it is visible again.
export function init(root, owner) {
  const tell = () => owner.invokeMethodAsync("OnSight", !document.hidden);
  document.addEventListener("visibilitychange", tell);
  return { stop: () => document.removeEventListener("visibilitychange", tell) };
}
