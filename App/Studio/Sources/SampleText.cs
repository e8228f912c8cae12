using System.Security.Cryptography;
using System.Text;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Studio.Sources;

/// <summary>
/// The pasted texts: a <c>widgets.json</c>, one widget, or a request of the headless preview (with its rows and messages); plus rows, and
/// frames with one frame per line.
/// </summary>
/// <param name="Widgets">In the order of the document.</param>
/// <param name="Rows">The payload of the data endpoint; undefined when none is given.</param>
/// <param name="Frames">Texts of frames, JSON or not.</param>
public sealed record SampleText(IReadOnlyList<WidgetDefinition> Widgets, JsValue Rows, IReadOnlyList<string> Frames)
{
    /// <summary>The most characters of a text; longer ones are not read.</summary>
    public const int MaxLength = 5 * 1024 * 1024;

    private const string SingleId = "pasted";

    /// <summary>Keys of a widget whose values are not objects, whereas every entry of a <c>widgets.json</c> is an object.</summary>
    private static readonly string[] PlainKeys = ["name", "description", "category", "type", "endpoint", "wsEndpoint", "params"];

    /// <summary>Equal for equal definitions, whatever the rows and frames.</summary>
    public string DraftKey => DraftKeyStart + Convert.ToHexString(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(Widgets.Select(static widget => $"{widget.Id}\0{JsonText.Stringify(widget.Raw)}\0")))), 0, 8);

    /// <summary>The prefix of the keys of all pasted texts.</summary>
    internal const string DraftKeyStart = "paste:";

    /// <summary>Reads the three texts. Returns null and the reason when one of them is invalid.</summary>
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

    /// <summary>The text of a message: the data of a preview request's message, or the frame itself.</summary>
    internal static string FrameOf(JsValue message) =>
        message["frame"].Text ?? JsonText.Stringify(message["data"].IsUndefined || message["at"].IsUndefined ? message : message["data"]);

    /// <summary>Whether the document is one widget, valid or not, rather than a map of several.</summary>
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
