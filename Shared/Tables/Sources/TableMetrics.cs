using System.Diagnostics.Metrics;

namespace LiveGridStudio.Shared.Tables.Sources;

/// <summary>
/// Metrics of the live tables and their sources, meter <c>LiveGridStudio.Tables</c>, each with the tag <see cref="TableTag"/>. They are read from
/// existing counters on demand, so they cost nothing per row.
/// </summary>
public static class TableMetrics
{
    public const string MeterName = "LiveGridStudio.Tables";
    public const string TableTag = "livegrid.table";
    public const string Rows = "livegrid.table.rows";
    public const string Changes = "livegrid.table.changes";
    public const string Received = "livegrid.source.rows";
    public const string Rejected = "livegrid.source.rejected";
    public const string Healthy = "livegrid.source.healthy";
    public const string Stale = "livegrid.tables.stale";

    internal static void Observe(IMeterFactory meters, IReadOnlyList<TableFeed> feeds, ITableStore store)
    {
        var meter = meters.Create(MeterName);
        meter.CreateObservableUpDownCounter(Rows, () => Of(feeds, static table => table.Count), "{row}", "Rows in the table.");
        meter.CreateObservableCounter(Changes, () => Of(feeds, static table => table.Version), "{change}", "Changes of its rows since the start.");
        meter.CreateObservableCounter(Received, () => Of(feeds, static table => table.Source.RowCount), "{row}", "Rows that its source brought.");
        meter.CreateObservableCounter(
            Rejected, () => Of(feeds, static table => table.Source.RejectedCount), "{row}", "Rows of its source that the table refused.");
        meter.CreateObservableGauge(
            Healthy, () => Of(feeds, static table => table.Source.IsHealthy ? 1 : 0), "1", "1 while its source runs, here or on another host, else 0.");
        meter.CreateObservableGauge(
            Stale, () => store.Stale is null ? 0 : 1, "1", "1 while the place that the hosts share does not answer, else 0.");
    }

    private static IEnumerable<Measurement<long>> Of(IReadOnlyList<TableFeed> feeds, Func<LiveTable, long> value) =>
        [.. feeds.Select(feed => new Measurement<long>(value(feed.Table), KeyValuePair.Create<string, object?>(TableTag, feed.Table.Name)))];
}
