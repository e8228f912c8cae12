// What holds on the whole page, whichever component is shown: no message of it is too long, and no file takes it away. A module runs
// when the document is read and before Blazor starts, so that it is there with the first field that answers.
import { mostInMessage } from "../../js/long-text.js";

// A field tells the host its text in one message, so it takes no more than fits. Those that tell it in pieces have a mark, and the
// editor goes its own way.
window.addEventListener(
  "input",
  ({ target }) => {
    if ((target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.value.length > mostInMessage
      && target.type !== "file" && !target.closest("[data-long-text], .monaco-editor")) {
      target.value = target.value.slice(0, mostInMessage);
      // The browser's own bubble says so; nothing keeps the field from being used meanwhile.
      target.setCustomValidity(`Cut off: this field takes ${mostInMessage} characters.`);
      target.reportValidity();
      setTimeout(() => target.setCustomValidity(""), 4000);
    }
  },
  true,
);

// The host is told the names of all files that are chosen; a whole folder's would not fit into a message. One more than it takes is
// enough for it to say so.
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

// A file that is dropped beside the place for it would take the browser away from the page.
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
    // What is being typed reaches the host before the file does.
    document.activeElement?.blur();
  } else {
    event.preventDefault();
  }
});
