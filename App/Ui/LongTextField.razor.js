// A field whose text may be long: when the field loses the focus, the host is notified and fetches the text in pieces.
import { bytesOf, mostInMessage, textOf } from "../js/long-text.js";

export function init(field, owner) {
  const stop = new AbortController();
  // The host starts with an empty text, and writes its own soon after.
  let told = "";
  let telling = Promise.resolve();
  let writes = 0;

  function tell() {
    if (field.value !== told) {
      told = field.value;
      telling = owner.invokeMethodAsync("TypedAsync", told.length <= mostInMessage ? told : null).catch(() => {
        // The connection is lost: the text is reported again when the field next loses the focus.
        told = undefined;
      });
    }
    return telling;
  }

  field.addEventListener("change", tell, { signal: stop.signal });

  return {
    flush: tell,

    read: () => bytesOf(told ?? field.value),

    async write(given) {
      const write = ++writes;
      const text = await textOf(given);
      // Two long texts may arrive in a different order than they were sent.
      if (write === writes) {
        field.value = text;
        told = field.value;
      }
    },

    stop: () => stop.abort(),
  };
}
