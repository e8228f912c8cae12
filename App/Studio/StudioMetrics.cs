using System.Diagnostics.Metrics;
using LiveGridStudio.App.Telemetry;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace LiveGridStudio.App.Studio;

/// <summary>Metrics of the open pages, meter <c>LiveGridStudio.Studio</c>.</summary>
public sealed class StudioMetrics : CircuitHandler, IEarlyMetrics
{
    public const string MeterName = "LiveGridStudio.Studio";
    public const string Circuits = "livegrid.studio.circuits";
    public const string Previews = "livegrid.studio.previews";

    private long _circuits;
    private long _previews;

    public StudioMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(MeterName);
        meter.CreateObservableUpDownCounter(
            Circuits, () => Volatile.Read(ref _circuits), "{circuit}",
            "Pages that the host keeps, those included that lost their connection and may come back.");
        meter.CreateObservableUpDownCounter(Previews, () => Volatile.Read(ref _previews), "{preview}", "Open previews of widgets.");
    }

    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _circuits);
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Interlocked.Decrement(ref _circuits);
        return Task.CompletedTask;
    }

    internal void PreviewOpened() => Interlocked.Increment(ref _previews);

    internal void PreviewClosed() => Interlocked.Decrement(ref _previews);
}
