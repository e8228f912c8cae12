using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.App.Sources;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Shared.Tables.Sources;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Sources;

/// <summary>A test of one source: a server that misbehaves when told to, virtual time, a table. Delays are not shortened at random.</summary>
public abstract class SourceTest : IAsyncLifetime
{
    /// <summary>Far longer than any answer takes here.</summary>
    protected static readonly TimeSpan Timeout = TimeSpan.FromMinutes(9);

    /// <summary>How long a server may take to accept what is sent to it.</summary>
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _stop = new();
    private Upstream? _upstream;
    private Task _running = Task.CompletedTask;

    private protected WaitClock Clock { get; } = new() { Limits = { Timeout, SendTimeout } };

    private protected FaultyBackend Backend { get; private set; } = null!;

    private protected ConnectOptions Connect { get; set; } = new() { Timeout = Timeout };

    private protected ListLogger<SourceTest> Log { get; } = new();

    private protected LiveTable Table { get; set; } = null!;

    private protected SourceMonitor Monitor => Table.Source;

    public async ValueTask InitializeAsync()
    {
        Backend = await FaultyBackend.StartAsync();
        Table = Keyed();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _upstream?.Dispose();
        _stop.Dispose();
        await Backend.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected LiveTable Keyed() => new("prices", new TableOptions { Key = { "id" } }, Clock);

    private protected LiveTable Appending() => new("trades", new TableOptions(), Clock);

    private protected void Poll(SourceOptions options) => Run(options, "http", static (upstream, options, clock) => new PollSource(upstream, options, clock));

    private protected void Listen(SourceOptions options) => Run(options, "ws", static (upstream, options, clock) => new WebSocketSource(upstream, options, clock));

    /// <summary>All rows as one text.</summary>
    private protected string Rows() =>
        JsonText.Stringify(JsValue.FromList([.. Table.Snapshot(TableSelection.All).Select(static row => (JsValue)row.Values)]));

    private protected Task UntilAsync(SourceState state) => Eventually.HoldsAsync(() => Monitor.Status.State == state);

    private protected Task UntilRowsAsync(string rows) => Eventually.HoldsAsync(() => Rows() == rows);

    private void Run(SourceOptions options, string scheme, Func<Upstream, SourceOptions, SourceClock, ITableSource> create)
    {
        options.Url ??= new UriBuilder(new Uri(Backend.Address, "/feed")) { Scheme = scheme }.Uri.ToString();
        _upstream = new Upstream(options, Connect, new SystemNameResolver(), Clock);
        var source = create(_upstream, options, new SourceClock(Clock, new NoChance(), Log));
        Monitor.Begin(source);
        _running = source.RunAsync(new LocalTableWriter(Table), Monitor, _stop.Token);
    }

    private sealed class NoChance : Random
    {
        public override double NextDouble() => 0;
    }
}
