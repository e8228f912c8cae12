using System.Buffers.Text;
using HdrHistogram;

namespace LiveGridStudio.Bench.Fanout.Fleet;

/// <summary>Counts what all clients of a fleet received of the ticks of one time window.</summary>
internal sealed class FleetTally
{
    private readonly Lock _gate = new();
    private readonly LongHistogram _ages = new(1, 600_000_000, 3);
    private long _from = long.MaxValue;
    private long _to = long.MaxValue;
    private long _rows;
    private long _frames;
    private long _bytes;
    private int _closed;

    /// <summary>Sets the window, on <see cref="MonotonicClock"/>; rows of ticks outside it are ignored.</summary>
    public void Count(long from, long to)
    {
        lock (_gate)
        {
            (_from, _to) = (from, to);
        }
    }

    public void ServerClosed() => Interlocked.Increment(ref _closed);

    /// <summary>Counts the complete frames in the buffer.</summary>
    public void Take(FrameReader frames)
    {
        var now = MonotonicClock.Now;
        lock (_gate)
        {
            while (frames.TryRead(out var opcode, out var payload))
            {
                if (opcode == 1)
                {
                    TakeFrame(payload, now);
                }
            }
        }
    }

    public FleetReport Report()
    {
        lock (_gate)
        {
            return new FleetReport(
                _rows, _frames, _bytes, _closed,
                [.. FleetReport.Percentiles.Select(percentile => _ages.GetValueAtPercentile(percentile) / 1000.0)]);
        }
    }

    private void TakeFrame(ReadOnlySpan<byte> payload, long now)
    {
        var size = payload.Length;
        var rows = _rows;
        while (payload.IndexOf("\"volume\":"u8) is >= 0 and var at)
        {
            payload = payload[(at + 9)..];
            // The time at which the tick was published, see TimedTickSource.
            if (Utf8Parser.TryParse(payload, out long published, out _) && published >= _from && published < _to)
            {
                _rows++;
                _ages.RecordValue(Math.Max(1, now - published));
            }
        }

        if (_rows > rows)
        {
            _frames++;
            _bytes += size;
        }
    }
}
