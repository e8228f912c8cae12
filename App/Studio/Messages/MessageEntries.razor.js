// Keys move the focus among the messages. When a message with focus is removed, the oldest one gets the focus.
export function init(list) {
  if (!list) {
    return { stop() {} };
  }

  const heads = () => [...list.querySelectorAll("[data-message] > button")];
  // The focus may have arrived before this script.
  let focused = list.contains(document.activeElement) ? document.activeElement : null;

  function onKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) {
      return;
    }

    const all = heads();
    const at = all.indexOf(event.target);
    const to = at < 0 ? undefined : { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) {
      return;
    }

    event.preventDefault();
    all[to]?.focus();
  }

  const onFocus = (event) => { focused = event.target; };
  // A removed message also raises blur, while it is still in the page; a moment later it is clear whether it has been removed.
  const onBlur = (event) => queueMicrotask(() => {
    if (focused === event.target && focused.isConnected && focused !== document.activeElement) {
      focused = null;
    }
  });
  const watch = new MutationObserver(() => {
    if (focused && !focused.isConnected) {
      focused = null;
      if (document.activeElement === document.body) {
        heads().at(-1)?.focus();
      }
    }
  });

  list.addEventListener("keydown", onKey);
  list.addEventListener("focusin", onFocus);
  list.addEventListener("focusout", onBlur);
  watch.observe(list, { childList: true });
  return {
    stop() {
      watch.disconnect();
      list.removeEventListener("keydown", onKey);
      list.removeEventListener("focusin", onFocus);
      list.removeEventListener("focusout", onBlur);
    },
  };
}
