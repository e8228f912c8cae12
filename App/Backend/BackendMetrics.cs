using System.Diagnostics.Metrics;
using LiveGridStudio.Shared.Tables;

namespace LiveGridStudio.App.Backend;

/// <summary>
/// Metrics of the backend's sockets, meter <c>LiveGridStudio.Backend</c>. Totals are plain counters that are read on demand, so a listener
/// that starts late sees complete totals; durations are measured only while a listener is attached.
/// </summary>
internal sealed class BackendMetrics
{
    public const string MeterName = "LiveGridStudio.Backend";
    public const string Clients = "livegrid.clients";
    public const string Stalled = "livegrid.clients.stalled";
    public const string Frames = "livegrid.frames.sent";
    public const string Rows = "livegrid.rows.sent";
    public const string Ignored = "livegrid.messages.ignored";
    public const string Unknown = "livegrid.symbols.unknown";
    public const string FlushDuration = "livegrid.flush.duration";
    public const string TickAge = "livegrid.tick.age";

    /// <summary>Upper bounds in seconds. The last bucket is open, so there is one more bucket than bounds.</summary>
    private static readonly double[] AgeBounds =
        [0.001, 0.0025, 0.005, 0.01, 0.02, 0.03, 0.04, 0.05, 0.075, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10];

    private static readonly double[] FlushBounds =
        [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1];

    private readonly TimeProvider _timeProvider;
    private readonly Histogram<double> _flush;
    private readonly Histogram<double> _age;
    private long _clients;
    private long _stalled;
    private long _frames;
    private long _rows;
    private long _ignored;
    private long _unknown;

    public BackendMetrics(IMeterFactory meters, TimeProvider timeProvider)
    {
        _timeProvider = timeProvider;
        var meter = meters.Create(MeterName);
        meter.CreateObservableUpDownCounter(Clients, () => Volatile.Read(ref _clients), "{client}", "Open WebSocket clients.");
        meter.CreateObservableCounter(
            Stalled, () => Volatile.Read(ref _stalled), "{client}", "Clients dropped because they took nothing.");
        meter.CreateObservableCounter(Frames, () => Volatile.Read(ref _frames), "{frame}", "Frames sent to clients.");
        meter.CreateObservableCounter(Rows, () => Volatile.Read(ref _rows), "{row}", "Rows in those frames.");
        meter.CreateObservableCounter(
            Ignored, () => Volatile.Read(ref _ignored), "{message}", "Client messages that were no subscription.");
        meter.CreateObservableCounter(
            Unknown, () => Volatile.Read(ref _unknown), "{symbol}", "Subscribed symbols that the book does not know.");
        _flush = meter.CreateHistogram(
            FlushDuration, "s", "One flush: the frames of all clients, up to the server's buffers.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = FlushBounds });
        _age = meter.CreateHistogram(
            TickAge, "s", "From a tick's arrival to the hand-over of its frame to the socket; the oldest row of each frame.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = AgeBounds });
    }

    public void ClientOpened() => Interlocked.Increment(ref _clients);

    public void ClientClosed() => Interlocked.Decrement(ref _clients);

    public void ClientStalled() => Interlocked.Increment(ref _stalled);

    public void MessageIgnored() => Interlocked.Increment(ref _ignored);

    public void SymbolsUnknown(int count) => Interlocked.Add(ref _unknown, count);

    public void FrameSent(int rows)
    {
        Interlocked.Increment(ref _frames);
        Interlocked.Add(ref _rows, rows);
    }

    /// <summary>Takes the age of the oldest row of a frame that is handed over now.</summary>
    /// <param name="rows">Its rows, at least one.</param>
    public void HandOver(List<TableRow> rows)
    {
        if (!_age.Enabled)
        {
            return;
        }

        var oldest = long.MaxValue;
        foreach (var row in rows)
        {
            oldest = Math.Min(oldest, row.Timestamp);
        }

        _age.Record(_timeProvider.GetElapsedTime(oldest).TotalSeconds);
    }

    /// <summary>The start time of a flush, for <see cref="Flushed"/>; 0 without a listener.</summary>
    public long FlushStarted() => _flush.Enabled ? _timeProvider.GetTimestamp() : 0;

    /// <param name="started">The result of <see cref="FlushStarted"/>.</param>
    /// <param name="woken">Number of clients that had rows; a flush without any is not recorded.</param>
    public void Flushed(long started, int woken)
    {
        if (started != 0 && woken > 0)
        {
            _flush.Record(_timeProvider.GetElapsedTime(started).TotalSeconds);
        }
    }
}
