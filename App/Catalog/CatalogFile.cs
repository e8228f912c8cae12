using System.Text;
using LiveGridStudio.App.Catalog.Files;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Json.Text;

namespace LiveGridStudio.App.Catalog;

/// <summary>
/// Reads one file of the catalog, and reads it again only when it has changed on disk. When the disk does not answer, one caller waits <see
/// cref="DiskCalls.Limit"/>; after that the last good document is available at once. Thread-safe.
/// </summary>
/// <param name="name">The path as configured, for messages until the file has been found.</param>
/// <param name="locate">Finds the file; accesses the disk.</param>
/// <param name="judge">Returns what is wrong with a document.</param>
/// <param name="time">Measures the limit.</param>
/// <param name="look">Reads the file from the disk.</param>
internal sealed class CatalogFile(
    string name, Func<string> locate, Func<JsValue, DocumentCheck> judge, TimeProvider time, Func<string, FileStamp?, FileLook> look)
{
    internal const long MostBytes = 5 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly OneByOne _looks = new();
    private readonly DiskCalls _disk = new(time);
    private Task? _waiting;
    private FileStamp? _stamp;
    private string? _path;
    private CatalogDocument? _document;

    /// <value>The known state of the file; null before the first read. Replaced atomically.</value>
    public CatalogDocument? Document => Volatile.Read(ref _document);

    private string Path => _path ?? System.IO.Path.GetFullPath(name);

    /// <summary>Checks the file on disk. When this ends, <see cref="Document"/> is not older than the call.</summary>
    public Task RefreshAsync()
    {
        lock (_gate)
        {
            // A read that has not started yet will see the current file, so all callers in the meantime share it.
            return _waiting ??= _looks.RunAsync(LookOnceAsync);
        }
    }

    private async Task<CatalogDocument> LookOnceAsync()
    {
        lock (_gate)
        {
            _waiting = null;
        }

        var document = await LookAsync().ConfigureAwait(false);
        Volatile.Write(ref _document, document);
        return document;
    }

    private async Task<CatalogDocument> LookAsync()
    {
        try
        {
            var known = _stamp;
            var seen = await _disk.RunAsync(() => look(_path ??= locate(), known)).ConfigureAwait(false);
            if (seen.Bytes is not { } bytes)
            {
                return _document!;
            }

            // A broken version is not read again either, until the file changes.
            _stamp = seen.Stamp;
            return Judge(bytes);
        }
        catch (CatalogException exception)
        {
            return Keep(exception.Message, CatalogFault.Broken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The same version may be readable once the disk answers again.
            _stamp = null;
            return Keep($"{Path}: {exception.Message}", exception is DiskSilentException ? CatalogFault.Silent : CatalogFault.Broken);
        }
    }

    private CatalogDocument Keep(string problem, CatalogFault fault) =>
        (_document ?? new CatalogDocument(Path, [], JsValue.Undefined, null)) with { Problem = problem.TrimEnd('.') + ".", Fault = fault };

    private CatalogDocument Judge(byte[] utf8)
    {
        if (utf8.AsSpan().StartsWith(Encoding.UTF8.Preamble))
        {
            utf8 = utf8[3..];
        }

        if (!JsonText.TryParse(utf8, out var value, out var error))
        {
            throw new CatalogException($"{Path}({error.Line},{error.Column}): not JSON: {error.Reason}");
        }

        var check = judge(value);
        return check.Verdict.Valid ? new CatalogDocument(Path, utf8, value, null) { Check = check } : throw new CatalogException(Describe(check, utf8));
    }

    private string Describe(DocumentCheck check, byte[] utf8)
    {
        var verdict = check.Verdict;
        if (verdict.Issues.Count == 0)
        {
            return $"{Path}(1,1): {verdict.ErrorText ?? "OpenBB Workspace refuses this document."}";
        }

        var issue = check.Locate(JsonTextDocument.Of(utf8, check.Document), check.Findings.Take(1))[0];
        var owner = issue.WidgetId ?? issue.Index?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
        var place = issue.Path.Length == 0 ? owner : $"{owner}.{issue.Path}";
        var more = verdict.IssueCount > 1 ? $" (and {verdict.IssueCount - 1} more)" : "";
        return $"{Path}({issue.Span.Line},{issue.Span.Column}): {place}: {issue.Message}{more}";
    }
}
