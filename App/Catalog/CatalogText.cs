using System.Text;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Json.Text;

namespace LiveGridStudio.App.Catalog;

/// <summary>Reads and replaces one widget in the text of a <c>widgets.json</c>.</summary>
internal static class CatalogText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Separates a byte order mark, if there is one, from the text.</summary>
    public static (byte[] Mark, byte[] Utf8) SplitMark(byte[] bytes) =>
        bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? (bytes[..3], bytes[3..]) : ([], bytes);

    /// <param name="document">The text of the file, which must contain the widget.</param>
    /// <param name="widgetId">The key.</param>
    /// <param name="hash">The hash of the file.</param>
    public static CatalogEntry EntryOf(string document, string widgetId, string hash)
    {
        var node = Find(document, widgetId);
        var raw = document[node.Start..node.End].Replace("\r\n", "\n", StringComparison.Ordinal);
        var indent = JsonTextStyle.IndentAt(document, node.Place);
        // An indentation that some line lacks could not be restored.
        var isShared = raw.Split('\n').Skip(1).All(line => line.StartsWith(indent, StringComparison.Ordinal));
        indent = isShared ? indent : "";
        return new CatalogEntry(widgetId, indent.Length == 0 ? raw : raw.Replace("\n" + indent, "\n", StringComparison.Ordinal), indent, hash);
    }

    /// <summary>Reads the widget from these bytes.</summary>
    /// <exception cref="IOException">They do not contain the widget, or are not UTF-8.</exception>
    public static CatalogEntry Take(byte[] utf8, string widgetId, string hash) => EntryOf(TextOf(utf8), widgetId, hash);

    /// <exception cref="IOException">The file has changed since the entry was read.</exception>
    public static (string Document, CatalogEntry Entry) Replace(byte[] utf8, CatalogEntry entry, string text)
    {
        var document = TextOf(utf8);
        var node = Find(document, entry.WidgetId);
        var newLine = document.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        // Line breaks occur only between tokens: inside texts JSON escapes them.
        var trimmed = text.Trim('\uFEFF', ' ', '\t', '\r', '\n').Replace("\r\n", "\n", StringComparison.Ordinal);
        var raw = trimmed.Replace("\n", newLine + entry.Indent, StringComparison.Ordinal);
        return (string.Concat(document.AsSpan(0, node.Start), raw, document.AsSpan(node.End)), entry with { Text = trimmed });
    }

    /// <summary>Adds a widget behind the others, in the layout of the file.</summary>
    /// <returns>Null when the file has the widget already.</returns>
    /// <exception cref="IOException">The file is no object of widgets.</exception>
    public static (string Document, CatalogEntry Entry)? Add(byte[] utf8, string widgetId, JsValue definition)
    {
        var document = JsonTextDocument.TryParse(utf8, out var read, out var error) && read.Value.IsObject
            ? read
            : throw new IOException($"the file is no object of widgets{(error is null ? "" : $" ({error})")}. Nothing was changed.");
        if (document.Value.Object.Has(widgetId))
        {
            return null;
        }

        var after = JsonTextEdit.Set(document, [widgetId], definition);
        return (after, EntryOf(after, widgetId, ""));
    }

    private static string TextOf(byte[] utf8)
    {
        try
        {
            return Strict.GetString(utf8);
        }
        catch (DecoderFallbackException exception)
        {
            throw new IOException("the file is not UTF-8, so it could not be given back as it is. Nothing was changed.", exception);
        }
    }

    private static JsonTextNode Find(string document, string widgetId)
    {
        return JsonTextDocument.Parse(document).Member(widgetId) ?? throw new IOException($"the file has no widget '{widgetId}'. Nothing was changed.");
    }
}
