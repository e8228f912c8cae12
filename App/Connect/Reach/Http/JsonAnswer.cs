using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Connect.Reach.Http;

/// <summary>Reads a backend's answer as JSON.</summary>
internal static class JsonAnswer
{
    /// <summary>The most values: more would need hundreds of megabytes, even if the answer is short.</summary>
    public const int MaxValues = 5_000_000;

    /// <param name="answer">The answer.</param>
    /// <param name="maxValues">The most values; an answer with more is refused.</param>
    /// <exception cref="ConnectException">It is not JSON: the message names the place, and says when the answer looks like a web page.</exception>
    public static JsValue Read(FetchedDocument answer, int maxValues = MaxValues)
    {
        if (JsonText.TryParse(answer.Body, new JsReadOptions { MaxValues = maxValues }, out var value, out var error))
        {
            return value;
        }

        var page = answer.Body.AsSpan().TrimStart(" \t\r\n"u8).StartsWith("<"u8) ? " (it looks like a web page)" : "";
        throw new ConnectException($"{ConnectProblem.Name(answer.Address)}: the answer is not JSON: {error}{page}")
        {
            Fault = ConnectFault.BadContent,
        };
    }
}
