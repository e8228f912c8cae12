// Lets the handle of a card be dragged and moved by keys. The component decides the size; this script only shows it in the meantime.
const stageColumns = 40;
const leastUnit = 36;
const rowHeight = 42;
const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export function init(root, component) {
  if (!root) {
    // The card was removed while its script was loading.
    return { stop() {} };
  }

  const stop = new AbortController();
  const handle = root.querySelector(".card-handle");
  const label = root.querySelector(".card-size");
  const on = (type, run) => handle.addEventListener(type, run, { signal: stop.signal });
  const call = (name, ...args) => component.invokeMethodAsync(name, ...args).catch(() => stop.abort());
  const clamp = (value, name) => {
    const limit = (end) => Number(root.dataset[`${end}${name}`]);
    return Math.max(limit("least"), Math.min(limit("most"), Math.round(value)));
  };

  on("pointerdown", (event) => {
    if (event.button !== 0) {
      return;
    }
    const start = { x: event.clientX, y: event.clientY, columns: Number(root.dataset.columns), rows: Number(root.dataset.rows) };
    // The columns of the stage, as in the style sheet. The drag of a card that is wider than the stage starts from its visible edge.
    const stage = root.parentElement.clientWidth;
    const unit = Math.max(stage / stageColumns, leastUnit);
    const seen = Math.min(start.columns, Math.floor(stage / unit));
    let size = [start.columns, start.rows];
    handle.setPointerCapture(event.pointerId);

    const drag = (move) => {
      const wider = Math.round((move.clientX - start.x) / unit);
      size = [
        wider === 0 ? start.columns : clamp(seen + wider, "Columns"),
        clamp(start.rows + (move.clientY - start.y) / rowHeight, "Rows"),
      ];
      root.classList.add("card-resizing");
      root.style.setProperty("--card-columns", size[0]);
      root.style.setProperty("--card-rows", size[1]);
      // Change only the text: the component owns the text node.
      label.firstChild.data = `${size[0]} x ${size[1]} of ${stageColumns}`;
    };
    const drop = () => {
      handle.removeEventListener("pointermove", drag);
      root.classList.remove("card-resizing");
      call("OnResize", ...size);
    };
    handle.addEventListener("pointermove", drag);
    handle.addEventListener("lostpointercapture", drop, { once: true });
  });

  on("keydown", (event) => {
    const step = steps[event.key];
    if (step && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      call("OnStep", ...step);
    }
  });

  on("dblclick", () => call("OnReset"));

  return {
    stop() {
      stop.abort();
    },
  };
}
