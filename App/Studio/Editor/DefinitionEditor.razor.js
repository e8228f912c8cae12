// Loads Monaco from the host's own files, and keeps the text of the editor and of the draft equal.
import { bytesOf, mostInMessage, textOf } from "../../js/long-text.js";

const folder = "_content/BlazorMonaco/";
const typingDelay = 150;
const lostDelay = 1000;

let loading;

/** Loads Monaco once, when the first editor is shown. Every file comes from this host. */
export function load() {
  loading ??= loadAll();
  return loading;
}

async function loadAll() {
  if (!window.monaco) {
    window.MonacoEnvironment = { getWorkerUrl: () => new URL("js/editor-worker.js", document.baseURI).href };
    window.require = { paths: { vs: new URL(`${folder}lib/monaco-editor/min/vs`, document.baseURI).href } };
    await addScript("lib/monaco-editor/min/vs/loader.js");
    await new Promise((resolve, reject) => window.require(["vs/editor/editor.main"], resolve, reject));
  }
  // Turn off Monaco's own validation: the draft has better messages, and no schema may be downloaded.
  monaco.languages.json.jsonDefaults.setDiagnosticsOptions({ validate: false, enableSchemaRequest: false });
  defineTheme("studio-dark", "vs-dark");
  defineTheme("studio-light", "vs");
  new MutationObserver(applyTheme).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  applyTheme();
}

function addScript(path) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL(folder + path, document.baseURI).href;
    script.onload = resolve;
    script.onerror = () => reject(new Error(`The editor's file ${script.src} cannot be loaded.`));
    document.head.append(script);
  });
}

// The background is transparent, so that the editor has the colours of the page's theme.
function defineTheme(name, base) {
  const isDark = base === "vs-dark";
  monaco.editor.defineTheme(name, {
    base,
    inherit: true,
    rules: isDark ? [] : [{ token: "number", foreground: "#086b46" }],
    colors: {
      "editor.background": "#00000000",
      "editorGutter.background": "#00000000",
      "editor.lineHighlightBackground": isDark ? "#ffffff0a" : "#0000000a",
      "editor.lineHighlightBorder": "#00000000",
      "editorLineNumber.foreground": isDark ? "#8b95a1" : "#5c6773",
      "editorLineNumber.activeForeground": isDark ? "#e7eaee" : "#15181c",
    },
  });
}

function applyTheme() {
  monaco.editor.setTheme(document.documentElement.dataset.theme === "light" ? "studio-light" : "studio-dark");
}

/** Makes an editor and follows it until it is stopped. Null when its place is gone. */
export function init(place, owner, options, waitsForText) {
  if (!place) {
    return null;
  }
  const editor = monaco.editor.create(place, options);
  const model = editor.getModel();
  // Tab leaves the editor, so that keyboard users can move past it; Ctrl+M makes it indent instead. Monaco accepts this mode only through
  // its own command, for all editors at once.
  if (!editor.getOption(monaco.editor.EditorOption.tabFocusMode)) {
    editor.trigger("studio", "editor.action.toggleTabFocusMode");
  }
  // Without a schema the only suggestions are words of the text itself, in a list that covers the text.
  editor.updateOptions({ quickSuggestions: false, wordBasedSuggestions: "off", suggestOnTriggerCharacters: false });
  let timer = 0;
  let isForeign = false;
  let isDisposed = false;
  let writes = 0;
  let sending = Promise.resolve();
  // A long text is still being transferred: input before its arrival would count as the whole text.
  editor.updateOptions({ readOnly: waitsForText });

  // Send one text after the other: a long text is fetched in pieces, and a later short one must not overtake it.
  function send() {
    clearTimeout(timer);
    timer = 0;
    sending = sending.then(tell);
    return sending;
  }

  async function tell() {
    const text = model.getValue();
    try {
      await owner.invokeMethodAsync("TypedAsync", text.length <= mostInMessage ? text : null);
    } catch {
      // The connection is lost. The text is sent again after the reconnect, or with the next input before that.
      if (!isDisposed && !timer) {
        timer = setTimeout(send, lostDelay);
      }
    }
  }

  const flush = () => (timer ? send() : sending);

  const typing = model.onDidChangeContent(() => {
    if (!isForeign) {
      clearTimeout(timer);
      timer = setTimeout(send, typingDelay);
    }
  });

  // Text and form share the draft's history: the editor's own history knows only the text.
  const { KeyCode, KeyMod } = monaco;
  const actions = [
    ["studio.undo", "Undo", [KeyMod.CtrlCmd | KeyCode.KeyZ], "UndoAsync"],
    ["studio.redo", "Redo", [KeyMod.CtrlCmd | KeyCode.KeyY, KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.KeyZ], "RedoAsync"],
    ["studio.save", "Save", [KeyMod.CtrlCmd | KeyCode.KeyS], "SaveAsync"],
    ["studio.format", "Format", [KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF], "FormatAsync"],
  ].map(([action, label, keybindings, method]) =>
    editor.addAction({
      id: action,
      label,
      keybindings,
      run: async () => {
        await flush();
        await owner.invokeMethodAsync(method);
      },
    }),
  );

  return {
    flush,

    read: () => bytesOf(model.getValue()),

    // Replace only the differing piece, so that caret, folds and scroll position stay.
    async write(given) {
      const write = ++writes;
      const text = await textOf(given);
      // A long text may arrive later than a short one that was sent after it.
      if (isDisposed || write !== writes) {
        return;
      }
      clearTimeout(timer);
      timer = 0;
      isForeign = true;
      try {
        model.setEOL(text.includes("\r\n") ? monaco.editor.EndOfLineSequence.CRLF : monaco.editor.EndOfLineSequence.LF);
        const before = model.getValue();
        const [start, end, piece] = difference(before, text);
        if (start !== end || piece) {
          const range = monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
          model.applyEdits([{ range, text: piece }]);
          if (!before) {
            editor.setPosition({ lineNumber: 1, column: 1 });
          } else if (!editor.hasTextFocus()) {
            editor.revealRangeInCenterIfOutsideViewport(monaco.Range.fromPositions(model.getPositionAt(start)));
          }
        }
      } finally {
        isForeign = false;
      }
      editor.updateOptions({ readOnly: false });
    },

    mark(markers) {
      const severities = { error: monaco.MarkerSeverity.Error, warning: monaco.MarkerSeverity.Warning, info: monaco.MarkerSeverity.Info };
      monaco.editor.setModelMarkers(model, "studio", markers.map((marker) => ({ ...marker, source: "studio", severity: severities[marker.severity] })));
    },

    reveal(startLineNumber, startColumn, endLineNumber, endColumn) {
      const range = { startLineNumber, startColumn, endLineNumber, endColumn };
      editor.setSelection(range);
      editor.revealRangeInCenter(range);
      editor.focus();
    },

    stop() {
      isDisposed = true;
      clearTimeout(timer);
      typing.dispose();
      actions.forEach((action) => action.dispose());
      editor.dispose();
      if (!model.isDisposed()) {
        model.dispose();
      }
    },
  };
}

function difference(before, after) {
  let start = 0;
  const most = Math.min(before.length, after.length);
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) {
    start++;
  }
  // Never cut a line break of two characters, nor a surrogate pair.
  if (start > 0 && /[\r\uD800-\uDBFF]/.test(before[start - 1])) {
    start--;
  }
  let tail = 0;
  while (tail < most - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) {
    tail++;
  }
  if (tail > 0 && /[\n\uDC00-\uDFFF]/.test(before[before.length - tail])) {
    tail--;
  }
  return [start, before.length - tail, after.slice(start, after.length - tail)];
}

/** True when the text is on the clipboard. */
export async function copy(given) {
  try {
    const text = await textOf(given);
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    // Not permitted, or the page is not served securely: the caller reports it.
    console.info(`Copying was not possible: ${error}`);
    return false;
  }
}

export async function download(name, given) {
  const text = await textOf(given);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
