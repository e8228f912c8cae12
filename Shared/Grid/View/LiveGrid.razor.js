// Reports what only the browser knows: what is in view, where the pointer is, which key was pressed. The component draws everything. One
// listener of each kind per grid, none per cell.
export function init(root, grid, rowHeight, columnStep) {
  if (!root) {
    return { stop() {} };
  }

  const stop = new AbortController();
  const on = (target, event, handler, options) =>
    target.addEventListener(event, handler, { signal: stop.signal, ...options });
  const call = (method, ...args) => grid.invokeMethodAsync(method, ...args).catch(ignoreWhenStopped);
  let asked = 0;
  let inView = "";
  let atEnd = true;
  let lastTop = 0;

  function ignoreWhenStopped(error) {
    if (!stop.signal.aborted) {
      throw error;
    }
  }

  const headHeight = () => root.querySelector(".lg-head")?.offsetHeight ?? 0;

  function report() {
    asked = 0;
    if (root.dataset.follow === "end" && atEnd) {
      root.scrollTop = root.scrollHeight;
    }
    root.classList.toggle("lg-under-left", root.scrollLeft > 0);
    root.classList.toggle("lg-under-right", root.scrollLeft + root.clientWidth < root.scrollWidth - 1);
    const first = Math.floor(root.scrollTop / rowHeight);
    const count = Math.ceil((root.clientHeight - headHeight()) / rowHeight) + 1;
    // When all columns are in the page, horizontal scrolling changes nothing.
    const across = root.hasAttribute("data-wide") ? Math.floor(root.scrollLeft / columnStep) : 0;
    const now = `${first}:${count}:${across}:${root.clientWidth}`;
    if (now !== inView && root.clientHeight > 0) {
      inView = now;
      return call("OnViewport", first, count, root.scrollLeft, root.clientWidth);
    }
  }

  function ask() {
    asked ||= requestAnimationFrame(report);
  }

  // Only a user scrolls up; a gap at the bottom alone may be rows that were added since.
  function noteScroll() {
    atEnd = root.scrollHeight - root.clientHeight - root.scrollTop < rowHeight || (atEnd && root.scrollTop >= lastTop);
    lastTop = root.scrollTop;
  }

  on(root, "scroll", () => {
    noteScroll();
    hideCard();
    ask();
  }, { passive: true });

  const size = new ResizeObserver(ask);
  size.observe(root);
  // Adding or removing rows changes the height of the body; the body itself is created with the first columns.
  const growth = new ResizeObserver(ask);
  let body = null;
  const watchBody = new MutationObserver(findBody);

  function findBody() {
    const now = root.querySelector(".lg-body");
    if (now !== body) {
      body = now;
      growth.disconnect();
      if (body) {
        growth.observe(body);
      }
    }
  }

  watchBody.observe(root, { childList: true });
  findBody();
  ask();

  // A hidden page is sent nothing.
  const tellVisibility = () => call("OnVisibility", document.visibilityState === "visible");
  on(document, "visibilitychange", tellVisibility);
  if (document.hidden) {
    tellVisibility();
  }

  // Cells and headers carry their index, whichever others are in the page.
  const placeOf = (cell) => ({
    row: Number(cell.parentElement.getAttribute("aria-rowindex")) - 2,
    column: Number(cell.getAttribute("aria-colindex")) - 1,
  });

  on(root, "click", (event) => {
    if (event.target.closest(".lg-handle, a")) {
      return;
    }
    const header = event.target.closest("[role=columnheader]");
    if (header) {
      call("OnSort", placeOf(header).column);
      return;
    }
    const cell = event.target.closest("[role=gridcell]");
    if (cell) {
      const { row, column } = placeOf(cell);
      call("OnPick", row, column);
    }
  });

  // The server moves the active cell; the page only scrolls it into view.
  const moves = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", "Enter", " ", "Escape"]);

  on(root, "keydown", async (event) => {
    if (!moves.has(event.key) || event.target !== root) {
      return;
    }
    event.preventDefault();
    const active = root.querySelector(".lg-active");
    const link = event.key === "Enter" ? active?.querySelector("a[href]") : null;
    if (link) {
      link.click();
      return;
    }
    const place = await call("OnKey", event.key, event.ctrlKey || event.metaKey, event.altKey, active?.offsetWidth ?? 0);
    if (!place || place.column < 0) {
      return;
    }
    show(place);
    // A cell that was out of view is in the page once the server has answered the new viewport.
    noteScroll();
    await report();
    const cell = root.querySelector(".lg-active");
    if (cell?.classList.contains("lg-carded") && event.key !== "Escape") {
      call("OnFocusCard", ...beside(cell.getBoundingClientRect()));
    }
  });

  // The header gives the position of a column, whichever rows are in the page; the server knows it for a column without a header in the
  // page.
  function show({ row, column, left, width }) {
    if (row >= 0) {
      const top = row * rowHeight;
      const room = root.clientHeight - headHeight() - rowHeight;
      root.scrollTop = Math.min(Math.max(root.scrollTop, top - room), top);
    }
    const headers = [...root.querySelectorAll(".lg-head [role=columnheader]")];
    const header = headers.find((each) => placeOf(each).column === column);
    if (header?.classList.contains("lg-pinned") || (!header && !width)) {
      return;
    }
    const covered = (side) => headers.reduce((sum, each) => sum + (each.style[side] ? each.offsetWidth : 0), 0);
    const box = header?.getBoundingClientRect();
    const start = box ? box.left - root.getBoundingClientRect().left - root.clientLeft : left - root.scrollLeft;
    const before = start - covered("left");
    const beyond = start + (box?.width ?? width) - root.clientWidth + covered("right");
    root.scrollLeft += before < 0 ? before : Math.max(0, Math.min(before, beyond));
  }

  on(root, "blur", () => hideCard());

  on(root, "copy", (event) => {
    const cell = root.querySelector(".lg-active, .lg-away");
    if (cell && getSelection().isCollapsed) {
      event.clipboardData.setData("text/plain", (cell.querySelector(".lg-text, .lg-label") ?? cell).textContent.trim());
      event.preventDefault();
    }
  });

  // Hover cards appear after a moment, below the cell, or above it when there is no room below.
  let hovered = null;
  let hoverTimer = 0;

  function beside(box) {
    const below = box.bottom + 220 < innerHeight;
    return [Math.max(8, Math.min(box.left, innerWidth - 340)), below ? box.bottom + 4 : Math.max(8, box.top - 216)];
  }

  function hideCard() {
    clearTimeout(hoverTimer);
    if (hovered) {
      hovered = null;
      call("OnHover", -1, -1, 0, 0);
    }
  }

  // A card covers the page: without this the wheel would scroll the page instead of the card or the grid.
  function turn(event) {
    const card = event.currentTarget;
    if (card.scrollHeight > card.clientHeight || event.ctrlKey || root.scrollHeight <= root.clientHeight) {
      return;
    }
    event.preventDefault();
    const unit = [1, rowHeight, root.clientHeight][event.deltaMode];
    root.scrollBy(event.deltaX * unit, event.deltaY * unit);
  }

  on(root, "pointerover", (event) => {
    const card = event.target.closest(".lg-hover");
    if (card) {
      // Adding the same listener again has no effect. On the grid itself it would slow down all scrolling.
      on(card, "wheel", turn, { passive: false });
      return;
    }
    const cell = event.target.closest(".lg-carded");
    if (cell === hovered) {
      return;
    }
    hideCard();
    if (cell) {
      hovered = cell;
      hoverTimer = setTimeout(() => {
        const { row, column } = placeOf(cell);
        call("OnHover", row, column, ...beside(cell.getBoundingClientRect()));
      }, 120);
    }
  });
  on(root, "pointerleave", () => hideCard());

  // Two tracks take the room of columns that are not in the page; all others belong to the headers, in order.
  function trackOf(header) {
    const style = getComputedStyle(root);
    let track = [...header.parentElement.children].indexOf(header);
    for (const gap of ["--lg-before", "--lg-after"]) {
      track += root.hasAttribute("data-wide") && track >= Number(style.getPropertyValue(gap)) - 1 ? 1 : 0;
    }
    return track;
  }

  // A column follows the handle while it is dragged; the component is told once, at the end.
  on(root, "pointerdown", (event) => {
    const handle = event.target.closest(".lg-handle");
    if (!handle) {
      return;
    }
    event.preventDefault();
    const header = handle.parentElement;
    const { column } = placeOf(header);
    const track = trackOf(header);
    const start = { x: event.clientX, width: header.offsetWidth };
    const least = Math.max(40, Number(header.dataset.least) || 0);
    const most = Number(header.dataset.most) || 2000;
    let width = start.width;
    handle.setPointerCapture(event.pointerId);
    root.classList.add("lg-resizing");

    const drag = (move) => {
      width = Math.max(least, Math.min(most, start.width + move.clientX - start.x));
      const tracks = root.style.getPropertyValue("--lg-columns").trim().split(" ");
      tracks[track] = `${width}px`;
      root.style.setProperty("--lg-columns", tracks.join(" "));
    };
    const drop = () => {
      handle.removeEventListener("pointermove", drag);
      root.classList.remove("lg-resizing");
      if (width !== start.width) {
        call("OnResize", column, width);
      }
    };
    handle.addEventListener("pointermove", drag);
    handle.addEventListener("pointerup", drop, { once: true });
    handle.addEventListener("pointercancel", drop, { once: true });
  });

  on(root, "dblclick", (event) => {
    const handle = event.target.closest(".lg-handle");
    if (handle) {
      call("OnResize", placeOf(handle.parentElement).column, 0);
    }
  });

  // Marks that keys and the pointer are handled from now on.
  root.dataset.ready = "true";
  return {
    stop() {
      stop.abort();
      cancelAnimationFrame(asked);
      clearTimeout(hoverTimer);
      size.disconnect();
      growth.disconnect();
      watchBody.disconnect();
    },
  };
}
