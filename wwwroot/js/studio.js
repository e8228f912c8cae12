// What the page does by itself: keep the theme for the next visit, and stop looking live when the circuit is lost.
window.liveGridStudio = {
  keepTheme(cookie, theme) {
    document.cookie = `${cookie}=${theme}; path=/; max-age=31536000; samesite=lax`;
    document.documentElement.dataset.theme = theme;
    document.querySelector('meta[name="color-scheme"]').content = theme;
  },
};

(() => {
  const notice = document.getElementById("components-reconnect-modal");
  const lost = new Map();

  function markLost() {
    for (const grid of document.querySelectorAll('[data-testid="live-grid"]')) {
      if (!lost.has(grid)) {
        lost.set(grid, grid.dataset.feedState);
      }
      grid.dataset.feedState = "reconnecting";
    }
  }

  function markBack() {
    for (const [grid, state] of lost) {
      grid.dataset.feedState = state;
    }
    lost.clear();
  }

  notice.addEventListener("components-reconnect-state-changed", (event) => {
    switch (event.detail.state) {
      case "show":
      case "retrying":
        markLost();
        break;
      case "hide":
        markBack();
        break;
      case "failed":
        markLost();
        document.addEventListener("visibilitychange", retryWhenSeen);
        break;
      case "rejected":
        location.reload();
        break;
    }
  });

  async function retryWhenSeen() {
    if (document.visibilityState === "visible") {
      await retry();
    }
  }

  // False means that the host is there but no longer knows this page; a fault means that it is not there.
  async function retry() {
    document.removeEventListener("visibilitychange", retryWhenSeen);
    try {
      if (!(await Blazor.reconnect())) {
        location.reload();
      }
    } catch {
      document.addEventListener("visibilitychange", retryWhenSeen);
    }
  }

  notice.addEventListener("click", (event) => {
    switch (event.target.dataset?.reconnect) {
      case "reload":
        location.reload();
        break;
      case "retry":
        retry();
        break;
    }
  });
})();
