using System.Text;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Widgets.Validation;

namespace LiveGridStudio.Shared.Widgets;

/// <summary>Reads one file of the catalog, and reads it again only when it has changed on disk.</summary>
internal sealed class CatalogFile(string path, Func<JsValue, ValidationReport> validate)
{
    internal const long MostBytes = 5 * 1024 * 1024;

    private (DateTime WrittenAt, long Length)? _stamp;

    public CatalogDocument? Document { get; private set; }

    /// <summary>Looks at the disk. True when <see cref="Document"/> is another one now.</summary>
    public bool Refresh()
    {
        var file = new FileInfo(path);
        (DateTime, long)? stamp = file.Exists ? (file.LastWriteTimeUtc, file.Length) : null;
        if (Document is not null && stamp == _stamp)
        {
            return false;
        }

        _stamp = stamp;
        var before = Document;
        Document = Read();
        return before != Document;
    }

    private CatalogDocument Read()
    {
        try
        {
            return ReadGood();
        }
        catch (Exception exception) when (exception is CatalogException or IOException or UnauthorizedAccessException)
        {
            var problem = (exception is CatalogException ? exception.Message : $"{path}: {exception.Message}").TrimEnd('.') + ".";
            return Document is null
                ? new CatalogDocument(path, [], JsValue.Undefined, problem)
                : Document with { Problem = problem };
        }
    }

    private CatalogDocument ReadGood()
    {
        if (new FileInfo(path) is { Exists: true, Length: > MostBytes } file)
        {
            throw new CatalogException($"{path}: the file has {file.Length} bytes, more than the {MostBytes} that are read.");
        }

        var utf8 = File.ReadAllBytes(path);
        if (utf8.AsSpan().StartsWith(Encoding.UTF8.Preamble))
        {
            utf8 = utf8[3..];
        }

        if (!JsJson.TryParse(utf8, out var value, out var error))
        {
            throw new CatalogException($"{path}({error.Line},{error.Column}): not JSON: {error.Reason}");
        }

        if (validate(value) is { Valid: false } report)
        {
            throw new CatalogException(Describe(report, utf8));
        }

        return new CatalogDocument(path, utf8, value, null);
    }

    private string Describe(ValidationReport report, byte[] utf8)
    {
        if (report.Issues is not [var issue, ..])
        {
            return $"{path}(1,1): {report.ErrorText ?? "OpenBB Workspace refuses this document."}";
        }

        string[] owner = [issue.WidgetId ?? issue.Index?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? ""];
        string[] place = issue.Path.Length == 0 ? owner : [.. owner, .. issue.Path.Split('.')];
        var (line, column) = JsLocator.Find(utf8, place);
        var more = report.Issues.Count > 1 ? $" (and {report.Issues.Count - 1} more)" : "";
        return $"{path}({line},{column}): {string.Join('.', place)}: {issue.Message}{more}";
    }
}
