using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Shared.Tables.Sources;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Tables.Sources;

public sealed class TickServiceTests : IDisposable
{
    private readonly TestMeters _meters = new();
    private readonly FakeTimeProvider _clock = TestBook.Clock();

    public void Dispose() => _meters.Dispose();

    [Fact]
    public async Task ExecuteAsync_SourceFails_SaysWhyAndRunsItAgainWithoutTheOthers()
    {
        var (broken, good) = (new ScriptedSource { Fault = new InvalidOperationException("InvalidOperationException") }, new ScriptedSource());
        var (first, second) = (Table("first"), Table("second"));
        using var sut = Service(new TableFeed(first, broken), new TableFeed(second, good));

        await sut.StartAsync(CancellationToken.None);
        await broken.Ended.Task;
        await Eventually.HoldsAsync(() => first.Source.Status.State == SourceState.Retrying);

        Assert.Contains("(InvalidOperationException)", first.Source.Status.Reason, StringComparison.Ordinal);
        Assert.Equal(first.Source.Status.Reason, first.Source.LastProblem);
        Assert.InRange(first.Source.Status.RetryAt!.Value - TestBook.Start, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1));
        Assert.False(first.Source.IsHealthy);
        await Eventually.HoldsAsync(() => second.Source.IsHealthy);

        broken.Fault = null;
        await Eventually.HoldsAsync(() =>
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            return first.Source.IsHealthy;
        });
        Assert.Equal((2, 1), (broken.Runs, good.Runs));
        await sut.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task ExecuteAsync_SourceEnds_RowsStayAndItIsNotRunAgain()
    {
        var (source, table) = (new ScriptedSource { EndsAtOnce = true }, Table("replayed"));
        using var sut = Service(new TableFeed(table, source));

        await sut.StartAsync(CancellationToken.None);
        await sut.ExecuteTask!;

        Assert.Equal((SourceState.Ended, 1, 1), (table.Source.Status.State, table.Count, source.Runs));
        Assert.True(table.Source.IsHealthy);
    }

    [Fact]
    public void IsHealthy_SourceWithPatience_NeedsRows()
    {
        var sut = Table("quotes").Source;
        sut.Begin(new ScriptedSource { Patience = TimeSpan.FromSeconds(5) });
        sut.Run();
        Assert.False(sut.IsHealthy);

        sut.Took(1);
        Assert.True(sut.IsHealthy);

        _clock.Advance(TimeSpan.FromSeconds(6));
        Assert.False(sut.IsHealthy);
    }

    [Fact]
    public void Took_RejectedRows_AreCountedAndTheLastReasonIsKept()
    {
        var sut = Table("rows").Source;

        sut.Took([TableChange.Applied, TableChange.Rejected("the table is full"), TableChange.Unchanged]);

        Assert.Equal((3L, 1L, "a row was refused: the table is full"), (sut.RowCount, sut.RejectedCount, sut.LastProblem));
    }

    private TickService Service(params TableFeed[] feeds) =>
        new(feeds, new LocalTableStore(), _meters.Factory, _clock, NullLogger<TickService>.Instance);

    private LiveTable Table(string name) => new(name, new TableOptions { Key = { "id" } }, _clock);

    private sealed class ScriptedSource : ITableSource
    {
        public string Type => "scripted";

        public TimeSpan? Patience { get; init; }

        public Exception? Fault { get; set; }

        public bool EndsAtOnce { get; init; }

        public int Runs { get; private set; }

        public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task RunAsync(ITableWriter writer, SourceMonitor monitor, CancellationToken cancellationToken)
        {
            Runs++;
            if (Fault is { } fault)
            {
                Ended.TrySetResult();
                throw fault;
            }

            monitor.Run();
            await writer.WriteAsync(JsObject.Create(("id", "a")), cancellationToken);
            if (!EndsAtOnce)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            }
        }
    }
}
