// Which write of each kept text is the newest.
const keeps = {};

// What the page does by itself: keep the theme for the next visit, and stop looking live when the circuit is lost.
window.liveGridStudio = {
  // So many letters go in one message to the host, as LongText.cs says; more are fetched in pieces.
  mostInMessage: 10000,

  // A text of the host: itself, or a stream of it when it is long.
  async textOf(given) {
    return typeof given === "string" ? given : new TextDecoder("utf-8", { ignoreBOM: true }).decode(await given.arrayBuffer());
  },

  // A text for the host to fetch in pieces. No stream can be empty, so a blank that LongText.cs takes away goes first.
  bytesOf: (text) => new TextEncoder().encode(` ${text}`),

  // Answers whether the text was copied; pages that are not served from this machine may not use the clipboard.
  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const field = document.createElement("textarea");
      field.value = text;
      document.body.append(field);
      field.select();
      const copied = document.execCommand("copy");
      field.remove();
      return copied;
    }
  },

  // Backends that this browser has connected to, newest first, as JSON, and by each the other origins that the reader lets it have
  // read. Addresses only: credentials never reach the browser's store.
  recentBackends() {
    return JSON.stringify(this.readBackends());
  },

  keepBackend(address, origins) {
    const before = this.readBackends();
    const known = before.find((item) => item.address === address)?.origins ?? [];
    const kept = { address, origins: [...new Set([...known, ...origins])].slice(-20) };
    return this.storeBackends([kept, ...before.filter((item) => item.address !== address)].slice(0, 8));
  },

  forgetBackend(address) {
    return this.storeBackends(this.readBackends().filter((item) => item.address !== address));
  },

  // Whatever lies there, no more than this goes to the host, which looks closer.
  readBackends() {
    const isShort = (text) => typeof text === "string" && text.length <= 2000;
    try {
      const kept = JSON.parse(localStorage.getItem("live-grid-studio-backends") ?? "[]");
      return kept
        .map((item) => (typeof item === "string" ? { address: item } : item))
        .filter((item) => isShort(item?.address))
        .slice(0, 8)
        .map(({ address, origins }) => ({ address, origins: Array.isArray(origins) ? origins.filter((origin) => isShort(origin) && origin.length <= 300).slice(0, 20) : [] }));
    } catch {
      return [];
    }
  },

  storeBackends(kept) {
    try {
      localStorage.setItem("live-grid-studio-backends", JSON.stringify(kept));
    } catch {
      // A browser that keeps nothing remembers for this page alone.
    }
    return JSON.stringify(kept);
  },

  // Edits that are not saved, and pasted texts: of this tab alone, until it is closed.
  kept() {
    const kept = {};
    try {
      for (const key of Object.keys(sessionStorage)) {
        if (key.startsWith("live-grid-studio ")) {
          kept[key.slice(17)] = sessionStorage.getItem(key);
        }
      }
    } catch {
      // A browser that keeps nothing has nothing to give back.
    }
    return this.bytesOf(JSON.stringify(kept));
  },

  async keep(key, given) {
    const write = (keeps[key] = (keeps[key] ?? 0) + 1);
    const text = given === null ? null : await this.textOf(given);
    // A long text arrives later than a short one that was sent after it.
    if (write !== keeps[key]) {
      return;
    }
    try {
      if (text === null) {
        sessionStorage.removeItem(`live-grid-studio ${key}`);
      } else {
        sessionStorage.setItem(`live-grid-studio ${key}`, text);
      }
    } catch {
      // Full, or a browser that keeps nothing: the page itself still has it.
    }
  },

  // Tells its owner when the page goes out of sight, as a tab in the background, and when it is back.
  watchSight(owner) {
    const tell = () => owner.invokeMethodAsync("OnSight", !document.hidden);
    document.addEventListener("visibilitychange", tell);
    return { stop: () => document.removeEventListener("visibilitychange", tell) };
  },

  // Tells its owner whether a press can be meant for this page: it has been in front for so many milliseconds, and no page of
  // another origin is around it. A click may have been aimed at a window that was there a moment ago.
  watchAttention(owner, pause, focused) {
    focused?.focus();
    const isFramed = this.isFramedByOthers();
    let timer = 0;
    const tell = (isAttended) => owner.invokeMethodAsync("OnAttention", isAttended, isFramed);
    const restart = () => {
      clearTimeout(timer);
      tell(false);
      if (!document.hidden) {
        timer = setTimeout(tell, pause, true);
      }
    };
    window.addEventListener("focus", restart);
    document.addEventListener("visibilitychange", restart);
    restart();
    return {
      stop() {
        clearTimeout(timer);
        window.removeEventListener("focus", restart);
        document.removeEventListener("visibilitychange", restart);
      },
    };
  },

  // Whether any of the pages around this one is of another origin.
  isFramedByOthers() {
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
  },

  keepTheme(cookie, theme) {
    document.cookie = `${cookie}=${theme}; path=/; max-age=31536000; samesite=lax`;
    this.showTheme(theme);
  },

  showTheme(theme) {
    document.documentElement.dataset.theme = theme;
    document.querySelector('meta[name="color-scheme"]').content = theme;
  },
};

(() => {
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
})();

// A field tells the host its text in one message, so it takes no more than fits. Those that tell it in pieces have a mark, and the
// editor goes its own way.
window.addEventListener(
  "input",
  ({ target }) => {
    const most = window.liveGridStudio.mostInMessage;
    if ((target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.value.length > most
      && target.type !== "file" && !target.closest("[data-long-text], .monaco-editor")) {
      target.value = target.value.slice(0, most);
      // The browser's own bubble says so; nothing keeps the field from being used meanwhile.
      target.setCustomValidity(`Cut off: this field takes ${most} characters.`);
      target.reportValidity();
      setTimeout(() => target.setCustomValidity(""), 4000);
    }
  },
  true,
);

// The host is told the names of all files that are chosen; a whole folder's would not fit into a message. One more than it takes is
// enough for it to say so.
window.addEventListener(
  "change",
  ({ target }) => {
    const most = 11;
    if (target instanceof HTMLInputElement && target.type === "file" && target.files.length > most) {
      const few = new DataTransfer();
      for (const file of [...target.files].slice(0, most)) {
        few.items.add(file);
      }
      target.files = few.files;
    }
  },
  true,
);

// A file that is dropped beside the place for it would take the browser away from the page.
(() => {
  const root = document.documentElement;
  const carriesFiles = (event) => event.dataTransfer?.types.includes("Files") ?? false;
  const isPlace = (event) => event.target instanceof Element && event.target.matches("input[type=file]");

  window.addEventListener("dragenter", (event) => {
    if (carriesFiles(event)) {
      root.dataset.fileDrag = "";
    }
  });
  window.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) {
      delete root.dataset.fileDrag;
    }
  });
  window.addEventListener("dragover", (event) => {
    if (carriesFiles(event) && !isPlace(event)) {
      event.preventDefault();
      event.dataTransfer.dropEffect = "none";
    }
  });
  window.addEventListener("drop", (event) => {
    delete root.dataset.fileDrag;
    if (!carriesFiles(event)) {
      return;
    }
    if (isPlace(event)) {
      // What is being typed reaches the host before the file does.
      document.activeElement?.blur();
    } else {
      event.preventDefault();
    }
  });
})();
