// The page's side of RuleStorage.cs: which rules the user has switched off, by document. Kept in this browser.
const place = "live-grid-studio-rules";
const mostDocuments = 50;

/** The rules of a document, as a text; the host validates it. */
export function readRules(document) {
  return read()[document] ?? "";
}

export function keepRules(document, rules) {
  const kept = read();
  delete kept[document];
  const entries = [...(rules ? [[document, rules]] : []), ...Object.entries(kept)].slice(0, mostDocuments);
  try {
    localStorage.setItem(place, JSON.stringify(Object.fromEntries(entries)));
  } catch {
    // The store is full or closed: the choice holds for this page.
  }
}

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? "{}");
    return Object.fromEntries(Object.entries(kept).filter(([key, rules]) => key.length <= 2000 && typeof rules === "string" && rules.length <= 20000));
  } catch {
    return {};
  }
}
