// Backends that this browser has connected to, newest first, each with the other origins that the user has allowed for it. Addresses only:
// credentials are never stored in the browser. Each function returns all of them as JSON.
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

// Whatever is stored, at most this much is sent to the host, which validates it.
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
    // Without storage the browser remembers them for this page only.
  }
  return text;
}
