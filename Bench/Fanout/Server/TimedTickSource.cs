using System.Runtime.CompilerServices;
using LiveGridStudio.Shared.Quotes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.Bench.Fanout.Server;

/// <summary>
/// Ticks at a steady pace whose rows contain their publication time, although the rows have no such field: a volume is the sum of its
/// ticks' amounts, and each tick adds the amount that makes the sum equal the time on <see cref="MonotonicClock"/>.
/// </summary>
internal sealed class TimedTickSource(IOptions<TickOptions> options, IConfiguration configuration, TimeProvider timeProvider)
    : ITickSource
{
    public const string HertzKey = "Bench:Hertz";

    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<long> _published = [];

    /// <summary>Starts the ticks.</summary>
    public void Start() => _started.TrySetResult();

    /// <summary>Number of ticks published from one time until before another, both of <see cref="MonotonicClock"/>.</summary>
    public int Count(long from, long to)
    {
        lock (_published)
        {
            return _published.Count(at => at >= from && at < to);
        }
    }

    public async IAsyncEnumerable<Tick> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await _started.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        var symbols = options.Value.Symbols;
        var gap = 1_000_000 / (configuration.GetValue(HertzKey, 10.0) * symbols.Count);
        var start = MonotonicClock.Now;
        for (long n = 0; ; n++)
        {
            var ahead = start + (long)(n * gap) - MonotonicClock.Now;
            if (ahead > 0)
            {
                await Task.Delay(TimeSpan.FromMicroseconds(ahead), timeProvider, cancellationToken).ConfigureAwait(false);
            }

            var index = (int)(n % symbols.Count);
            var now = MonotonicClock.Now;
            lock (_published)
            {
                _published.Add(now);
            }

            yield return new Tick(symbols[index].Symbol, Price(n / symbols.Count), now, timeProvider.GetUtcNow());
        }
    }

    /// <summary>A sequence of prices between 100 and 200, so that rows are about as long as real ones.</summary>
    private static double Price(long n) => 100 + ((n * 7919 % 10_000) / 100.0);
}
