// Tells the grid which rows are in view. Everything that is drawn is drawn by the component.
export function init(root, grid, rowHeight) {
  let asked = 0;
  let last = "";

  function report() {
    asked = 0;
    const head = root.querySelector(".lg-head");
    const first = Math.floor(root.scrollTop / rowHeight);
    const count = Math.ceil((root.clientHeight - (head ? head.offsetHeight : 0)) / rowHeight) + 1;
    const now = `${first}:${count}`;
    if (now !== last && root.clientHeight > 0) {
      last = now;
      grid.invokeMethodAsync("OnViewport", first, count);
    }
  }

  function ask() {
    asked ||= requestAnimationFrame(report);
  }

  root.addEventListener("scroll", ask, { passive: true });
  const size = new ResizeObserver(ask);
  size.observe(root);
  ask();

  return {
    stop() {
      cancelAnimationFrame(asked);
      root.removeEventListener("scroll", ask);
      size.disconnect();
    },
  };
}
