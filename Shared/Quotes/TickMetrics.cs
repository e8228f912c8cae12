using System.Diagnostics.Metrics;

namespace LiveGridStudio.Shared.Quotes;

/// <summary>
/// Metrics of the ticks and their readers, meter <c>LiveGridStudio.Ticks</c>. They are read from existing counters on demand, so they cost
/// nothing per tick.
/// </summary>
public static class TickMetrics
{
    public const string MeterName = "LiveGridStudio.Ticks";
    public const string Received = "livegrid.ticks.received";
    public const string Unknown = "livegrid.ticks.unknown";
    public const string Conflated = "livegrid.ticks.conflated";
    public const string Subscriptions = "livegrid.subscriptions";
    public const string Readers = "livegrid.readers";

    internal static void Observe(IMeterFactory meters, QuoteSource ticks, QuoteBook book)
    {
        var meter = meters.Create(MeterName);
        meter.CreateObservableCounter(Received, () => ticks.TickCount, "{tick}", "Ticks received from the source.");
        meter.CreateObservableCounter(
            Unknown, () => ticks.UnknownCount, "{tick}", "Ticks of symbols that the book does not know.");
        meter.CreateObservableCounter(
            Conflated, () => book.Table.ConflatedCount, "{tick}",
            "Ticks that a newer one of the same symbol replaced before a reader took them, summed over the readers.");
        meter.CreateObservableUpDownCounter(
            Subscriptions, () => (long)book.Table.ReaderCount, "{subscription}", "Clients and pages that want at least one symbol.");
        meter.CreateObservableUpDownCounter(
            Readers, () => book.Table.WantedTotal, "{reader}", "Symbols wanted, summed over the subscriptions: who is told of a round of ticks.");
    }
}
