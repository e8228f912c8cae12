// Backends that this browser has connected to, newest first, and by each the other origins that the reader lets it have read.
// Addresses only: credentials never reach the browser's store. Each function answers with all of them, as JSON.
const place = "live-grid-studio-backends";
const mostBackends = 8;
const mostOrigins = 20;

export function recentBackends() {
  return JSON.stringify(read());
}

export function keepBackend(address, origins) {
  const before = read();
  const known = before.find((item) => item.address === address)?.origins ?? [];
  const kept = { address, origins: [...new Set([...known, ...origins])].slice(-mostOrigins) };
  return store([kept, ...before.filter((item) => item.address !== address)].slice(0, mostBackends));
}

export function forgetBackend(address) {
  return store(read().filter((item) => item.address !== address));
}

// Whatever lies there, no more than this goes to the host, which looks closer.
function read() {
  const isShort = (text, most) => typeof text === "string" && text.length <= most;
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? "[]");
    return kept
      .map((item) => (typeof item === "string" ? { address: item } : item))
      .filter((item) => isShort(item?.address, 2000))
      .slice(0, mostBackends)
      .map(({ address, origins }) => ({
        address,
        origins: Array.isArray(origins) ? origins.filter((origin) => isShort(origin, 300)).slice(0, mostOrigins) : [],
      }));
  } catch {
    return [];
  }
}

function store(kept) {
  const text = JSON.stringify(kept);
  try {
    localStorage.setItem(place, text);
  } catch {
    // A browser that keeps nothing remembers for this page alone.
  }
  return text;
}
