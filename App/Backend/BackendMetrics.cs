using System.Diagnostics.Metrics;

namespace LiveGridStudio.App.Backend;

/// <summary>Counters of the wire, meter <c>LiveGridStudio.Backend</c>.</summary>
internal sealed class BackendMetrics
{
    public const string MeterName = "LiveGridStudio.Backend";

    private readonly Counter<long> _ignored;
    private readonly Counter<long> _unknown;
    private readonly Counter<long> _frames;
    private readonly Counter<long> _rows;
    private readonly Counter<long> _stalled;

    public BackendMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _ignored = meter.CreateCounter<long>("livegrid.messages.ignored", "{message}", "Client messages that were no subscription.");
        _unknown = meter.CreateCounter<long>("livegrid.symbols.unknown", "{symbol}", "Subscribed symbols that the book does not know.");
        _frames = meter.CreateCounter<long>("livegrid.frames.sent", "{frame}", "Frames sent to clients.");
        _rows = meter.CreateCounter<long>("livegrid.rows.sent", "{row}", "Rows in those frames.");
        _stalled = meter.CreateCounter<long>("livegrid.clients.stalled", "{client}", "Clients closed because they took nothing.");
    }

    public void MessageIgnored() => _ignored.Add(1);

    public void SymbolsUnknown(int count) => _unknown.Add(count);

    public void FrameSent(int rows)
    {
        _frames.Add(1);
        _rows.Add(rows);
    }

    public void ClientStalled() => _stalled.Add(1);
}
