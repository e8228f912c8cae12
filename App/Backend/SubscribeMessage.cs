using System.Diagnostics.CodeAnalysis;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Quotes;

namespace LiveGridStudio.App.Backend;

/// <summary>The message of a client: <c>{"params":{"symbol":"A,B"}}</c> or <c>{"type":"params","params":{"symbol":["A","B"]}}</c>.</summary>
/// <param name="Symbols">Trimmed, not empty, as the client spelled them.</param>
internal sealed record SubscribeMessage(IReadOnlyList<string> Symbols)
{
    /// <summary>Reads one message. Returns false and the reason when it is not a subscription.</summary>
    public static bool TryParse(
        ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out SubscribeMessage? message, [NotNullWhen(false)] out string? reason)
    {
        message = null;
        if (!JsonText.TryParse(utf8, out var document, out var error))
        {
            reason = $"not JSON, {error}";
            return false;
        }

        var symbol = document["params"]["symbol"];
        var texts = symbol.TryGetText(out var text) ? [text]
            : symbol.IsList && symbol.List.All(static item => item.IsText) ? symbol.List.Select(static item => item.Text!)
            : [];
        var symbols = SymbolList.Split(texts);
        if (symbols.Count == 0)
        {
            reason = "no text or list of texts in params.symbol";
            return false;
        }

        message = new SubscribeMessage(symbols);
        reason = null;
        return true;
    }
}
