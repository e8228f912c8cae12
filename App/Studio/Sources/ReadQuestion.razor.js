// Tells its owner whether a press can be meant for this page: it has been in front for so many milliseconds, and no page of
// another origin is around it. A click may have been aimed at a window that was there a moment ago.
export function init(root, owner, pause, takesFocus) {
  if (takesFocus) {
    root?.focus();
  }
  const stop = new AbortController();
  const isFramed = isFramedByOthers();
  let timer = 0;
  const tell = (isAttended) => owner.invokeMethodAsync("OnAttention", isAttended, isFramed);
  const restart = () => {
    clearTimeout(timer);
    tell(false);
    if (!document.hidden) {
      timer = setTimeout(tell, pause, true);
    }
  };
  window.addEventListener("focus", restart, { signal: stop.signal });
  document.addEventListener("visibilitychange", restart, { signal: stop.signal });
  restart();
  return {
    stop() {
      clearTimeout(timer);
      stop.abort();
    },
  };
}

// Whether any of the pages around this one is of another origin.
function isFramedByOthers() {
  try {
    for (let page = window; page !== page.parent; page = page.parent) {
      if (page.parent.location.origin !== location.origin) {
        return true;
      }
    }
    return false;
  } catch {
    return true;
  }
}
