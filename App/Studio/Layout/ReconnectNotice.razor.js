// Stops the page from looking live when the circuit is lost, and opens the notice. The page itself loads it: a module runs when the
// document is read and before Blazor starts, which waits for the document, and no circuit can bring the script that tells of its end.
const notice = document.getElementById("components-reconnect-modal");
const failure = document.getElementById("blazor-error-ui");
const lost = new Map();

// The server cannot say any more that the values stand still, so the page does.
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
    // What the server has said since stands.
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

// Blazor says nothing on the page when it cannot even begin to connect.
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
