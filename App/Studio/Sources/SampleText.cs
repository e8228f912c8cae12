using System.Security.Cryptography;
using System.Text;
using LiveGridStudio.App.Studio.Editor;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Studio.Sources;

/// <summary>
/// What an author pastes: a <c>widgets.json</c>, one widget, or a request of the headless preview (with its rows and
/// messages); beside it rows and frames, one frame a line.
/// </summary>
/// <param name="Widgets">In the order of the document.</param>
/// <param name="Rows">The payload of the data endpoint; undefined when none is given.</param>
/// <param name="Frames">Texts of frames, JSON or not.</param>
public sealed record SampleText(IReadOnlyList<WidgetDefinition> Widgets, JsValue Rows, IReadOnlyList<string> Frames)
{
    /// <summary>Longer texts are not read.</summary>
    public const int MaxLength = 5 * 1024 * 1024;

    private const string SingleId = "pasted";

    /// <summary>Keys of a widget that hold no object, while every entry of a <c>widgets.json</c> is one.</summary>
    private static readonly string[] PlainKeys = ["name", "description", "category", "type", "endpoint", "wsEndpoint", "params"];

    /// <summary>The same for the same definitions, whatever the rows and the frames.</summary>
    public string DraftKey => DraftKeyStart + Convert.ToHexString(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(Widgets.Select(static widget => $"{widget.Id}\0{JsonText.Stringify(widget.Raw)}\0")))), 0, 8);

    /// <summary>How the keys of all pasted texts begin.</summary>
    internal const string DraftKeyStart = "paste:";

    /// <summary>Reads the three texts. Null with the reason when one of them cannot be read.</summary>
    public static SampleText? Read(string? definition, string? rows, string? frames, out string? problem)
    {
        problem = null;
        if (TryParse("definition", definition, out var document, ref problem)
            && TryParse("rows", string.IsNullOrWhiteSpace(rows) ? "null" : rows, out var payload, ref problem))
        {
            var isRequest = document["widget"].IsObject;
            var widgets = isRequest ? [WidgetDefinition.Read(SingleId, document["widget"])]
                : IsSingle(document) ? [WidgetDefinition.Read(SingleId, document)]
                : WidgetDefinition.ReadAll(document);
            if (widgets.Count == 0)
            {
                problem = "definition: there is no widget in it. Paste a widgets.json, {\"my_widget\": {...}}, or one widget.";
                return null;
            }

            IEnumerable<string> lines = (frames ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return new SampleText(
                widgets,
                payload.IsNull && isRequest ? document["rows"] : payload.IsNull ? default : payload,
                [.. isRequest ? document["messages"].List.Select(FrameOf) : [], .. lines]);
        }

        return null;
    }

    /// <summary>The text of a message: of a preview request's, or a frame as it is.</summary>
    internal static string FrameOf(JsValue message) =>
        message["frame"].Text ?? JsonText.Stringify(message["data"].IsUndefined || message["at"].IsUndefined ? message : message["data"]);

    /// <summary>Whether it is one widget rather than a document of several, also when it is one with mistakes.</summary>
    private static bool IsSingle(JsValue document) =>
        document["endpoint"].IsText || document["data"].IsObject
        || (document.IsObject
            && PlainKeys.Any(key => !document[key].IsUndefined && !document[key].IsObject)
            && !document.Object.Any(static entry => entry.Value["endpoint"].IsText));

    private static bool TryParse(string name, string? text, out JsValue value, ref string? problem)
    {
        value = default;
        if (string.IsNullOrWhiteSpace(text))
        {
            problem = $"{name}: there is nothing in it yet.";
        }
        else if (text.Length > MaxLength)
        {
            problem = $"{name}: the text is longer than {MaxLength / 1024 / 1024} MiB.";
        }
        else if (!JsonText.TryParse(text, out value, out var error))
        {
            problem = $"{name}, {error}";
        }

        return problem is null;
    }
}
