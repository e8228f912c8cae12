// Keys that move the focus: arrows, Home and End among the entries, and "/" to the search from anywhere on the page.
export function init(root) {
  const search = root.querySelector("input");
  const entries = () => [...root.querySelectorAll("[data-widget-entry]")];
  const isText = (element) => element instanceof HTMLElement && (element.isContentEditable || element.matches("input, textarea, select, [role=textbox]"));

  function onKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) {
      return;
    }

    const all = entries();
    const at = all.indexOf(document.activeElement);
    const isSearching = event.target === search;
    if (all.length === 0 || (at < 0 && !isSearching)) {
      return;
    }

    const to = {
      ArrowDown: Math.min(at + 1, all.length - 1),
      ArrowUp: isSearching ? undefined : at - 1,
      Home: isSearching ? undefined : 0,
      End: isSearching ? undefined : all.length - 1,
    }[event.key];
    if (to === undefined) {
      return;
    }

    event.preventDefault();
    (to < 0 ? search : all[to]).focus();
  }

  function onShortcut(event) {
    if (event.key === "/" && !event.altKey && !event.ctrlKey && !event.metaKey && !isText(event.target) && !document.querySelector("dialog[open]")) {
      event.preventDefault();
      search.focus();
      search.select();
    }
  }

  root.addEventListener("keydown", onKey);
  document.addEventListener("keydown", onShortcut);
  return {
    stop() {
      root.removeEventListener("keydown", onKey);
      document.removeEventListener("keydown", onShortcut);
    },
  };
}
