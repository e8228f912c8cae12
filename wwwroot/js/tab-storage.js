// The page's side of TabStorage.cs: unsaved edits and pasted texts of this tab, until it is closed.
import { bytesOf, textOf } from "./long-text.js";

const prefix = "live-grid-studio ";

// The number of the newest write of each stored text.
const writes = {};

/** All that is kept, as JSON for the host to fetch in pieces. */
export function kept() {
  const kept = {};
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(prefix)) {
        kept[key.slice(prefix.length)] = sessionStorage.getItem(key);
      }
    }
  } catch {
    // Without storage there is nothing to return.
  }
  return bytesOf(JSON.stringify(kept));
}

/** Keeps a text; null forgets it. */
export async function keep(key, given) {
  const write = (writes[key] = (writes[key] ?? 0) + 1);
  const text = given === null ? null : await textOf(given);
  // A long text may arrive later than a short one that was sent after it.
  if (write !== writes[key]) {
    return;
  }
  try {
    if (text === null) {
      sessionStorage.removeItem(prefix + key);
    } else {
      sessionStorage.setItem(prefix + key, text);
    }
  } catch {
    // The storage is full or not available: the page itself still has the text.
  }
}
