// Starts Monaco's worker with all that it needs. By itself Monaco's loader evaluates what it fetches; the content security policy
// forbids that, and then it imports scripts one by one, and complains of each one when the editor is closed meanwhile.
const files = new URL("../_content/BlazorMonaco/lib/monaco-editor/min/", self.location.href).href;
self.MonacoEnvironment = { baseUrl: files };
// The worker has one text that could be translated, and this is it.
self.require = { "vs/nls": { loadBundle: (name, language, take) => take(null, { "vs/base/common/platform": ["_"] }) } };
try {
  importScripts(`${files}vs/base/worker/workerMain.js`);
  if (self.name === "json") {
    importScripts(`${files}vs/language/json/jsonWorker.js`);
  }
} catch (error) {
  // A worker that is closed in the middle of it never comes to this.
  setTimeout(() => {
    throw error;
  });
}
