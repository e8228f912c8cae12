using System.Diagnostics.Metrics;
using LiveGridStudio.Shared.Tables.Sources;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.Shared.Quotes;

/// <summary>The source of the quotes: ticks become rows. The one reader of the <see cref="ITickSource"/>.</summary>
public sealed class QuoteSource : ITableSource
{
    private static readonly TimeSpan LeastPatience = TimeSpan.FromSeconds(5);

    private readonly ITickSource _source;
    private readonly QuoteBook _book;
    private readonly TickOptions _options;
    private long _ticks;
    private long _unknown;

    public QuoteSource(ITickSource source, QuoteBook book, IOptions<TickOptions> options, IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_source, _book, _options) = (source, book, options.Value);
        TickMetrics.Observe(meters, this, book);
    }

    public string Type => "simulated";

    /// <value>Two intervals, and 5 s at the least.</value>
    public TimeSpan? Patience => _options.MaxInterval * 2 is var patience && patience > LeastPatience ? patience : LeastPatience;

    /// <value>Ticks taken in so far.</value>
    public long TickCount => Volatile.Read(ref _ticks);

    /// <value>Ticks of symbols that the book does not know.</value>
    public long UnknownCount => Volatile.Read(ref _unknown);

    public async Task RunAsync(ITableWriter writer, SourceMonitor monitor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(monitor);
        monitor.Run();
        await foreach (var tick in _source.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (_book.Take(tick) is { } row)
            {
                await writer.WriteAsync(row, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                Interlocked.Increment(ref _unknown);
            }

            Interlocked.Increment(ref _ticks);
            monitor.Took(1);
        }
    }
}
