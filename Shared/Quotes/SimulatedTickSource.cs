using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.Shared.Quotes;

/// <summary>
/// Random walks, one per symbol, each with its own generator: the same seed gives every symbol the same walk, whichever other symbols are
/// simulated. They go on from the quotes in the book, which another host may have written.
/// </summary>
public sealed class SimulatedTickSource(IOptions<TickOptions> options, TimeProvider timeProvider, QuoteBook? book = null) : ITickSource
{
    /// <summary>When the source is further behind than this (a laptop that slept, say), the missed ticks are skipped.</summary>
    private static readonly TimeSpan MaxLag = TimeSpan.FromSeconds(5);

    public async IAsyncEnumerable<Tick> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var seed = settings.Seed ?? Environment.TickCount;
        var walks = settings.Symbols.Select(symbol => new SimulatedWalk(symbol, settings, seed, Last(symbol.Symbol))).ToArray();
        if (walks.Length == 0)
        {
            yield break;
        }

        // Symbols that are due at the same time get a random order each time.
        var order = new Random(seed);
        var due = new PriorityQueue<SimulatedWalk, (DateTimeOffset At, int Order)>();
        // The schedule uses the monotonic clock; only its start is a time of day.
        var (startedAt, started) = (timeProvider.GetUtcNow(), timeProvider.GetTimestamp());
        var now = startedAt;
        foreach (var walk in walks)
        {
            due.Enqueue(walk, (now + walk.NextInterval(), order.Next()));
        }

        while (true)
        {
            due.TryDequeue(out var walk, out var turn);
            now = startedAt + timeProvider.GetElapsedTime(started);
            if (turn.At > now)
            {
                await Task.Delay(turn.At - now, timeProvider, cancellationToken).ConfigureAwait(false);
                now = startedAt + timeProvider.GetElapsedTime(started);
            }

            cancellationToken.ThrowIfCancellationRequested();
            yield return walk!.Next(turn.At);
            var from = now - turn.At > MaxLag ? now : turn.At;
            due.Enqueue(walk, (from + walk.NextInterval(), order.Next()));
        }
    }

    /// <summary>Price and volume of a symbol as its readers see them; null without a book.</summary>
    private (double Price, long Volume)? Last(string symbol) => book?.Table.TryGet(symbol, out var row) == true
        ? (row.Values["price"].Number, (long)row.Values["volume"].Number)
        : null;
}
