// The page's side of LongText.cs: texts that are too long for one message are sent in pieces.

/** So many letters go in one message to the host, as LongText.cs says; more are fetched in pieces. */
export const mostInMessage = 10000;

/** A text of the host: itself, or a stream of it when it is long. */
export async function textOf(given) {
  return typeof given === "string" ? given : new TextDecoder("utf-8", { ignoreBOM: true }).decode(await given.arrayBuffer());
}

/** A text for the host to fetch in pieces. No stream can be empty, so a blank that LongText.cs takes away goes first. */
export function bytesOf(text) {
  return new TextEncoder().encode(` ${text}`);
}
