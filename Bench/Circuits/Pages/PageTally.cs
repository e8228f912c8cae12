using System.Buffers.Text;
using HdrHistogram;
using LiveGridStudio.Bench.Fanout;
using LiveGridStudio.Bench.Fanout.Fleet;

namespace LiveGridStudio.Bench.Circuits.Pages;

/// <summary>
/// Counts what all pages received of the ticks of one time window. A value contains its age: the volume column shows the publication time
/// (<see cref="Fanout.Server.TimedTickSource"/>), and the text of its cell is sent to the page unchanged.
/// </summary>
internal sealed class PageTally
{
    /// <summary>The least number of digits of a time; shorter ones are other numbers.</summary>
    private const int LeastDigits = 8;

    private readonly Lock _gate = new();
    private readonly LongHistogram _ages = new(1, 600_000_000, 3);
    private long _from = long.MaxValue;
    private long _to = long.MaxValue;
    private long _values;
    private long _batches;
    private long _bytes;
    private int _closed;

    public void Count(long from, long to)
    {
        lock (_gate)
        {
            (_from, _to) = (from, to);
        }
    }

    /// <summary>Reads a render batch. Only the first occurrence of a value counts, because the panel of messages shows it again.</summary>
    /// <param name="batch">The batch as received.</param>
    /// <param name="seen">The values that this page has received already.</param>
    public void TakeBatch(ReadOnlySpan<byte> batch, HashSet<long> seen)
    {
        var now = MonotonicClock.Now;
        lock (_gate)
        {
            if (now >= _from && now < _to)
            {
                _batches++;
                _bytes += batch.Length;
            }

            TakeValues(batch, now, seen);
        }
    }

    public void ServerClosed() => Interlocked.Increment(ref _closed);

    public FleetReport Report()
    {
        lock (_gate)
        {
            return new FleetReport(
                _values, _batches, _bytes, _closed,
                [.. FleetReport.Percentiles.Select(percentile => _ages.GetValueAtPercentile(percentile) / 1000.0)]);
        }
    }

    private void TakeValues(ReadOnlySpan<byte> bytes, long now, HashSet<long> seen)
    {
        var before = (byte)0;
        while (bytes.IndexOfAnyInRange((byte)'0', (byte)'9') is >= 0 and var start)
        {
            before = start > 0 ? bytes[start - 1] : before;
            bytes = bytes[start..];
            var length = bytes.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            length = length < 0 ? bytes.Length : length;
            // A text follows its length: a cell's text has only digits, a message's text has digits inside.
            if (length >= LeastDigits && before == length
                && Utf8Parser.TryParse(bytes[..length], out long published, out _)
                && published >= _from && published < _to && published <= now && seen.Add(published))
            {
                _values++;
                _ages.RecordValue(Math.Max(1, now - published));
            }

            before = bytes[length - 1];
            bytes = bytes[length..];
        }
    }
}
