// Tells its owner when the page goes out of sight, as a tab in the background, and when it is back.
export function init(root, owner) {
  const tell = () => owner.invokeMethodAsync("OnSight", !document.hidden);
  document.addEventListener("visibilitychange", tell);
  return { stop: () => document.removeEventListener("visibilitychange", tell) };
}
