using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Connect.Reach.Http;

/// <summary>Reads what a backend answered as JSON.</summary>
internal static class JsonAnswer
{
    /// <summary>More values would take some hundreds of megabytes, however short the answer writes them.</summary>
    private const int MaxValues = 5_000_000;

    /// <exception cref="ConnectException">It is not JSON: the message says where, and when it looks like a web page.</exception>
    public static JsValue Read(FetchedDocument answer)
    {
        if (JsonText.TryParse(answer.Body, new JsReadOptions { MaxValues = MaxValues }, out var value, out var error))
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
