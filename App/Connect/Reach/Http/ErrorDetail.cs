using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Connect.Reach.Http;

/// <summary>
/// Reads a backend's description of its own error: a text in <c>detail</c>, <c>message</c>, <c>error</c> or <c>title</c>, or the list that
/// FastAPI returns for invalid parameters: <c>{"detail":[{"loc":["query","symbol"],"msg":"field required"}]}</c>.
/// </summary>
internal static class ErrorDetail
{
    private const int MostEntries = 5;
    private static readonly string[] Keys = ["detail", "message", "error", "title"];

    /// <summary>Null when the body contains nothing to show.</summary>
    public static string? Of(ReadOnlySpan<byte> body)
    {
        if (!JsonText.TryParse(body, out var value, out _))
        {
            return null;
        }

        return Keys.Select(key => Words(value[key])).FirstOrDefault(static words => !string.IsNullOrWhiteSpace(words));
    }

    private static string? Words(JsValue detail) =>
        detail.Text ?? (detail.List.Count == 0 ? null : string.Join("; ", detail.List.Take(MostEntries).Select(Entry).OfType<string>()));

    private static string? Entry(JsValue entry)
    {
        var message = entry.Text ?? entry["msg"].Text;
        var place = string.Join(' ', entry["loc"].List.Select(static part => part.Text).OfType<string>());
        return message is null || place.Length == 0 ? message : $"{place}: {message}";
    }
}
