// Makes the page stop looking live when the circuit is lost, and opens the notice. The page itself loads this script: a module runs when
// the document has been parsed and before Blazor starts, and a lost circuit could not deliver it.
const notice = document.getElementById("components-reconnect-modal");
const failure = document.getElementById("blazor-error-ui");
const lost = new Map();

// The server can no longer report that the values are old, so the page does.
function markLost(state, word) {
  document.documentElement.dataset.circuit = "lost";
  for (const grid of document.querySelectorAll('[data-testid="live-grid"]')) {
    if (!lost.has(grid)) {
      lost.set(grid, grid.dataset.feedState);
    }
    grid.dataset.feedState = state;
  }
  for (const pill of document.querySelectorAll(".feed-pill")) {
    pill.dataset.lost = word;
  }
}

function markBack() {
  delete document.documentElement.dataset.circuit;
  for (const [grid, state] of lost) {
    // Keep what the server has written since.
    if (grid.dataset.feedState === "reconnecting") {
      grid.dataset.feedState = state;
    }
  }
  lost.clear();
  for (const pill of document.querySelectorAll(".feed-pill")) {
    delete pill.dataset.lost;
  }
}

function open() {
  if (!notice.open) {
    notice.showModal();
  }
}

// Blazor shows nothing when the first connection fails.
window.addEventListener("unhandledrejection", (event) => {
  if (event.reason?.errorType === "FailedToNegotiateWithServerError" && !notice.open) {
    failure.style.display = "block";
  }
});

new MutationObserver(() => {
  if (failure.style.display && failure.style.display !== "none") {
    markLost("failed", "Failed");
  }
}).observe(failure, { attributes: true, attributeFilter: ["style"] });

notice.addEventListener("components-reconnect-state-changed", (event) => {
  switch (event.detail.state) {
    case "show":
    case "retrying":
      open();
      markLost("reconnecting", "Reconnecting");
      break;
    case "hide":
      notice.close();
      markBack();
      break;
    case "failed":
      open();
      markLost("failed", "Failed");
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

// False means that the host is reachable but no longer knows this page; an exception means that it is not reachable.
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
