// Scrolls the grid by a step each frame, back and forth, and checks its contents meanwhile.
(plan) => new Promise((resolve) => {
  const grid = document.querySelector(".live-grid");
  const socket = window.paintProbe.socket;
  const before = { ...socket };
  const gaps = [];
  const tasks = [];
  const longTasks = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration)));
  longTasks.observe({ type: "longtask" });
  const direction = { x: 1, y: 1 };
  const start = performance.now();
  let nodes = 0;
  let looked = 0;
  let empty = 0;
  let last = 0;
  let frames = 0;

  function move() {
    for (const [axis, place, size, room] of [["x", "scrollLeft", "scrollWidth", "clientWidth"], ["y", "scrollTop", "scrollHeight", "clientHeight"]]) {
      const most = grid[size] - grid[room];
      const next = grid[place] + direction[axis] * plan[axis];
      if (next <= 0 || next >= most) {
        direction[axis] *= -1;
      }
      grid[place] = Math.max(0, Math.min(most, next));
    }
  }

  // A cell or a header at each of 24 points of the view.
  function look() {
    const box = grid.getBoundingClientRect();
    nodes = Math.max(nodes, document.querySelectorAll("*").length);
    for (let i = 0; i < 24; i++) {
      const x = box.left + grid.clientWidth * ((i % 6) + 0.5) / 6;
      const y = box.top + grid.clientHeight * (Math.floor(i / 6) + 0.5) / 4;
      looked++;
      empty += document.elementFromPoint(x, y)?.closest("[role=gridcell], [role=columnheader]") ? 0 : 1;
    }
  }

  function frame(time) {
    if (last) {
      gaps.push(Math.round(10 * (time - last)) / 10);
    }
    last = time;
    const spent = performance.now() - start;
    if (spent >= plan.duration) {
      longTasks.disconnect();
      resolve({
        seconds: spent / 1000, nodes, empty: empty / Math.max(1, looked), gaps, tasks,
        messages: socket.messages - before.messages, bytes: socket.bytes - before.bytes,
      });
      return;
    }
    if (++frames % 15 === 0) {
      look();
    }
    move();
    requestAnimationFrame(frame);
  }
  requestAnimationFrame(frame);
})
