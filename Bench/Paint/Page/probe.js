// Runs in both pages before anything else, and measures them in the same way. A value counts as painted in the frame that draws the change
// of its cell; its age is read right after that frame.
(() => {
  const wrap = 1e6;
  const socket = { messages: 0, bytes: 0 };
  const Native = window.WebSocket;
  window.WebSocket = class extends Native {
    constructor(...args) {
      super(...args);
      this.addEventListener("message", (event) => {
        socket.messages++;
        socket.bytes += event.data.byteLength ?? event.data.length;
      });
    }
  };

  const now = () => performance.timeOrigin + performance.now();

  // The page's monotonic clock may differ slightly from the wall clock in the rows.
  function skew() {
    const differences = [];
    for (let i = 0; i < 21; i++) {
      const at = Date.now();
      while (Date.now() === at);
      differences.push(Date.now() - now());
    }
    return differences.sort((a, b) => a - b)[10];
  }

  function measure({ grid, cell, value, viewport, duration }) {
    const root = document.querySelector(grid);
    const room = (document.querySelector(viewport) ?? root).getBoundingClientRect();
    const offset = skew();
    const shown = new WeakMap();
    const ages = [];
    const gaps = [];
    let changed = new Set();

    const textOf = (element) => (element.querySelector(value) ?? element).textContent;
    const sentOf = (text) => Number(text.replaceAll(",", ""));
    const isVisible = (element) => {
      const box = element.getBoundingClientRect();
      return box.top >= room.top && box.bottom <= Math.min(room.bottom, innerHeight) && box.height > 0;
    };
    const cells = () => [...root.querySelectorAll(cell)];

    function note(records) {
      for (const { target } of records) {
        const found = (target.nodeType === Node.TEXT_NODE ? target.parentElement : target)?.closest(cell);
        if (found) {
          changed.add(found);
        }
      }
    }

    function read(painted) {
      const at = (now() + offset) % wrap;
      for (const element of painted) {
        const text = textOf(element);
        if (text !== shown.get(element) && isVisible(element)) {
          shown.set(element, text);
          const age = at - sentOf(text);
          ages.push(Math.round(10 * (age < -wrap / 2 ? age + wrap : age)) / 10);
        }
      }
    }

    for (const element of cells()) {
      shown.set(element, textOf(element));
    }
    const visible = cells().filter(isVisible).length;
    const observer = new MutationObserver(note);
    observer.observe(root, { subtree: true, childList: true, characterData: true });
    const tasks = [];
    const longTasks = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration)));
    longTasks.observe({ type: "longtask" });
    const start = performance.now();
    const before = { ...socket };
    const drawn = new MessageChannel();
    let inFrame = [];
    drawn.port1.onmessage = () => read(inFrame.shift());
    let last = 0;

    return new Promise((resolve) => {
      function frame(time) {
        if (last) {
          gaps.push(Math.round(10 * (time - last)) / 10);
        }
        last = time;
        const spent = performance.now() - start;
        if (spent >= duration) {
          observer.disconnect();
          longTasks.disconnect();
          resolve({
            seconds: spent / 1000, visible, ages, gaps, tasks,
            messages: socket.messages - before.messages, bytes: socket.bytes - before.bytes,
          });
          return;
        }
        note(observer.takeRecords());
        inFrame.push(changed);
        changed = new Set();
        // This message arrives right after the frame has been drawn.
        drawn.port2.postMessage(0);
        requestAnimationFrame(frame);
      }
      requestAnimationFrame(frame);
    });
  }

  window.paintProbe = { measure, socket };
})();
