using System.Collections.Concurrent;
using System.Text;
using LiveGridStudio.App.Backend;
using LiveGridStudio.App.Connect.Feed;
using LiveGridStudio.App.Studio;
using LiveGridStudio.App.Telemetry;
using LiveGridStudio.Shared.Quotes;
using LiveGridStudio.Shared.Tables.Sources;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.AspNetCore.Http;

namespace LiveGridStudio.Tests.Unit.Telemetry;

/// <summary>
/// The real host sends its metrics to a collector inside the test. An exporter reads the meters of all hosts in a process, so no other test
/// runs at the same time.
/// </summary>
[CollectionDefinition(nameof(OtlpExportTests), DisableParallelization = true)]
[Collection(nameof(OtlpExportTests))]
public sealed class OtlpExportTests
{
    private static readonly string[] Expected =
    [
        TickMetrics.Received, TickMetrics.Unknown, TickMetrics.Conflated, TickMetrics.Subscriptions, TickMetrics.Readers,
        TableMetrics.Rows, TableMetrics.Changes, TableMetrics.Received, TableMetrics.Rejected, TableMetrics.Healthy, TableMetrics.Stale,
        BackendMetrics.Clients, BackendMetrics.Stalled, BackendMetrics.Frames, BackendMetrics.Rows, BackendMetrics.Ignored,
        BackendMetrics.Unknown, BackendMetrics.FlushDuration, BackendMetrics.TickAge,
        StudioMetrics.Circuits, StudioMetrics.Previews, ConnectMetrics.Feeds,
        "kestrel.active_connections", "dotnet.process.memory.working_set", "live-grid-studio",
    ];

    private readonly ConcurrentQueue<string> _bodies = [];
    private readonly ConcurrentQueue<string> _asked = [];

    [Fact]
    public async Task Export_EndpointGiven_PostsEachInstrumentWithTheHeaders()
    {
        await using var collector = await TestBackend.StartAsync(TakeAsync);
        await using var host = new StudioFactory(
            (OtlpKey.Endpoint, collector.Address.ToString()), (OtlpKey.Headers, "x-key=abc"), (OtlpKey.Interval, "100"));
        using var client = await SocketClient.ConnectAsync(host.Address);
        await client.SendAsync("""{"params":{"symbol":"TSLA"}}""");

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (host.Book.Table.ReaderCount == 0)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        host.Ticks.Publish("TSLA", 250);
        await client.ReceiveAsync();
        var missing = Expected;
        while (missing.Length > 0)
        {
            Assert.False(patience.IsCancellationRequested, $"{_asked.Count} posts without {string.Join(", ", missing)}");
            if (_bodies.TryDequeue(out var body))
            {
                missing = [.. missing.Where(name => !body.Contains(name, StringComparison.Ordinal))];
            }

            await Task.Yield();
        }

        Assert.All(_asked, static asked => Assert.Equal("POST /v1/metrics application/x-protobuf abc", asked));
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        _asked.Enqueue(
            $"{context.Request.Method} {context.Request.Path} {context.Request.ContentType} {context.Request.Headers["x-key"]}");
        _bodies.Enqueue(Encoding.Latin1.GetString(body.ToArray()));
    }
}
