// Starts Monaco's worker with all scripts that it needs. Monaco's own loader evaluates fetched code, which the content security policy
// forbids; it then imports scripts one by one, and logs an error for each when the editor is closed meanwhile.
const files = new URL("../_content/BlazorMonaco/lib/monaco-editor/min/", self.location.href).href;
self.MonacoEnvironment = { baseUrl: files };
// The worker has a single translatable text, which this provides.
self.require = { "vs/nls": { loadBundle: (name, language, take) => take(null, { "vs/base/common/platform": ["_"] }) } };
try {
  importScripts(`${files}vs/base/worker/workerMain.js`);
  if (self.name === "json") {
    importScripts(`${files}vs/language/json/jsonWorker.js`);
  }
} catch (error) {
  // A worker that is closed during the imports never reaches this line.
  setTimeout(() => {
    throw error;
  });
}
