// A field whose text may be long: the host hears of it when the field is left, and fetches it in pieces.
import { bytesOf, mostInMessage, textOf } from "../js/long-text.js";

export function init(field, owner) {
  const stop = new AbortController();
  // The host begins with no text, and writes its own soon after.
  let told = "";
  let telling = Promise.resolve();
  let writes = 0;

  function tell() {
    if (field.value !== told) {
      told = field.value;
      telling = owner.invokeMethodAsync("TypedAsync", told.length <= mostInMessage ? told : null).catch(() => {
        // The connection is lost: it is told again when the field is left the next time.
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
      // Two long texts may arrive in another order than they were sent.
      if (write === writes) {
        field.value = text;
        told = field.value;
      }
    },

    stop: () => stop.abort(),
  };
}
