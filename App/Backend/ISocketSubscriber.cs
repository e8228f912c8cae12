using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Quotes;
using LiveGridStudio.Shared.Tables;

namespace LiveGridStudio.App.Backend;

/// <summary>Makes subscriptions of what a client sends.</summary>
internal interface ISocketSubscriber
{
    LiveTable Table { get; }

    /// <summary>Reads one message.</summary>
    /// <param name="utf8">The message.</param>
    /// <param name="selection">What the client wants from now on; null for nothing.</param>
    /// <param name="unknown">How many of the values asked for are known to be none of the table's.</param>
    /// <returns>Why it is no subscription; null when it is one.</returns>
    string? Read(ReadOnlySpan<byte> utf8, out TableSelection? selection, out int unknown);
}

/// <summary>Of <c>/live_grid_ws</c>: symbols, of which the known ones are subscribed to.</summary>
internal sealed class QuoteSubscriber(QuoteBook book) : ISocketSubscriber
{
    public LiveTable Table => book.Table;

    public string? Read(ReadOnlySpan<byte> utf8, out TableSelection? selection, out int unknown)
    {
        (selection, unknown) = (null, 0);
        if (!SubscribeMessage.TryParse(utf8, out var message, out var reason))
        {
            return reason;
        }

        selection = book.Select(message.Symbols, out unknown);
        return null;
    }
}

/// <summary>Of a table from the settings: <c>{"params": {"desk": "rates"}}</c>.</summary>
internal sealed class TableSubscriber(ITableQuery query) : ISocketSubscriber
{
    public LiveTable Table => query.Table;

    public string? Read(ReadOnlySpan<byte> utf8, out TableSelection? selection, out int unknown)
    {
        (selection, unknown) = (null, 0);
        if (!JsonText.TryParse(utf8, out var document, out var error))
        {
            return $"not JSON, {error}";
        }

        if (!document["params"].IsObject)
        {
            return "no object in params";
        }

        selection = query.Subscribe(document["params"].Object, out var problem);
        return problem;
    }
}
