// Tells its owner whether a press counts: the page has been in front for the given milliseconds, and no page of another origin frames it.
// An earlier click may have been meant for another window.
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

// Whether any page that frames this one has another origin.
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
