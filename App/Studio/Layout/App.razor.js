// Rules for the whole page, whichever component is shown: no message is too long, and a dropped file does not replace the page. A module
// runs when the document has been parsed and before Blazor starts, so it is ready before the first interactive field.
import { mostInMessage } from "../../js/long-text.js";

// A field sends its text to the host in one message, so it accepts only as much as fits. Fields that send their text in pieces carry a
// mark, and the editor has its own way.
window.addEventListener(
  "input",
  ({ target }) => {
    if ((target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.value.length > mostInMessage
      && target.type !== "file" && !target.closest("[data-long-text], .monaco-editor")) {
      target.value = target.value.slice(0, mostInMessage);
      // The browser's own message shows this; nothing prevents further use of the field meanwhile.
      target.setCustomValidity(`Cut off: this field takes ${mostInMessage} characters.`);
      target.reportValidity();
      setTimeout(() => target.setCustomValidity(""), 4000);
    }
  },
  true,
);

// The host receives the names of all chosen files; those of a whole folder would not fit into a message. One name more than the limit is
// enough for the host to report it.
window.addEventListener(
  "change",
  ({ target }) => {
    const most = 11;
    if (target instanceof HTMLInputElement && target.type === "file" && target.files.length > most) {
      const few = new DataTransfer();
      for (const file of [...target.files].slice(0, most)) {
        few.items.add(file);
      }
      target.files = few.files;
    }
  },
  true,
);

// A file that is dropped outside the drop zone would replace the page.
const root = document.documentElement;
const carriesFiles = (event) => event.dataTransfer?.types.includes("Files") ?? false;
const isPlace = (event) => event.target instanceof Element && event.target.matches("input[type=file]");

window.addEventListener("dragenter", (event) => {
  if (carriesFiles(event)) {
    root.dataset.fileDrag = "";
  }
});
window.addEventListener("dragleave", (event) => {
  if (event.relatedTarget === null) {
    delete root.dataset.fileDrag;
  }
});
window.addEventListener("dragover", (event) => {
  if (carriesFiles(event) && !isPlace(event)) {
    event.preventDefault();
    event.dataTransfer.dropEffect = "none";
  }
});
window.addEventListener("drop", (event) => {
  delete root.dataset.fileDrag;
  if (!carriesFiles(event)) {
    return;
  }
  if (isPlace(event)) {
    // Pending input must reach the host before the file does.
    document.activeElement?.blur();
  } else {
    event.preventDefault();
  }
});
