using LiveGridStudio.Shared.Tables;

namespace LiveGridStudio.App.Studio.Host;

/// <summary>How often the rows of tables change, measured from one look to the next.</summary>
internal sealed class TableRates(TimeProvider timeProvider)
{
    /// <summary>A shorter time says little.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(500);

    private readonly Dictionary<LiveTable, (long Version, long At, double? Rate)> _looks = [];

    /// <summary>Changes per second since the look before; null at the first one.</summary>
    public double? Look(LiveTable table)
    {
        var (version, now) = (table.Version, timeProvider.GetTimestamp());
        if (!_looks.TryGetValue(table, out var last))
        {
            _looks[table] = (version, now, null);
            return null;
        }

        var passed = timeProvider.GetElapsedTime(last.At, now);
        if (passed < Shortest)
        {
            return last.Rate;
        }

        var rate = (version - last.Version) / passed.TotalSeconds;
        _looks[table] = (version, now, rate);
        return rate;
    }
}
