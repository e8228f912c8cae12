using System.Net.WebSockets;
using System.Text;
using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.App.Sources;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Shared.Tables.Sources;
using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.Unit.Sources;

public sealed class WebSocketSourceTests : SourceTest
{
    private const string Secret = "a-secret-of-the-operator";

    [Fact]
    public async Task Listen_Frames_AreMergedAsTheyCome()
    {
        Listen(new SourceOptions { Send = { "first", "second" }, Headers = { ["X-Key"] = Secret } });
        using var socket = await Backend.NextSocketAsync();

        Assert.Equal(("first", "second"), (await socket.ReceiveAsync(), await socket.ReceiveAsync()));
        Assert.Equal((Secret, null), (socket.Request.Headers["X-Key"], socket.Request.Origin));
        await UntilAsync(SourceState.Running);

        await socket.SendAsync("""{"id": "a", "price": 1, "size": 5}""");
        await socket.SendAsync("""[{"id": "a", "price": 2}, {"id": "b"}]""");
        await UntilRowsAsync("""[{"id":"a","price":2,"size":5},{"id":"b"}]""");
        Assert.Equal(3, Monitor.RowCount);
    }

    [Fact]
    public async Task Listen_WrongFrames_AreCountedAndTheSocketStays()
    {
        Listen(new SourceOptions { Where = "abs(price) > `1`" });
        using var socket = await Backend.NextSocketAsync();

        await socket.SendAsync("not json");
        await Eventually.HoldsAsync(() => Monitor.LastProblem is not null);
        Assert.StartsWith("1 frame is not JSON, the last:", Monitor.LastProblem, StringComparison.Ordinal);
        await socket.SendAsync(new byte[] { 0xFF, 0x00, 0x1F }, WebSocketMessageType.Binary);
        await Eventually.HoldsAsync(() => Monitor.LastProblem!.StartsWith("2 frames are not JSON", StringComparison.Ordinal));
        await socket.SendAsync("7");
        await Eventually.HoldsAsync(() => Monitor.LastProblem == "1 of 1 entries are no objects");
        await socket.SendAsync("""{"id": "x", "price": "high"}""");
        await Eventually.HoldsAsync(() => Monitor.LastProblem!.StartsWith("1 of 1 entries could not be mapped; Where: Error: invalid-type", StringComparison.Ordinal));
        await socket.SendAsync(new string('[', 300) + new string(']', 300));
        await Eventually.HoldsAsync(() => Monitor.LastProblem!.Contains("nested deeper than 256", StringComparison.Ordinal));
        await socket.SendAsync("null");
        await socket.SendAsync("""{"id": "a", "price": -2}""");

        await UntilRowsAsync("""[{"id":"a","price":-2}]""");
        Assert.Equal((SourceState.Running, 1), (Monitor.Status.State, Backend.OpenSockets));
    }

    [Fact]
    public async Task Listen_LostAndBack_KeepsRowsAndSubscribesAgain()
    {
        Listen(new SourceOptions { Send = { "subscribe" } });
        using var first = await Backend.NextSocketAsync();
        await first.SendAsync("""{"id": "a"}""");
        await UntilRowsAsync("""[{"id":"a"}]""");

        first.Drop();
        Assert.Equal(TimeSpan.FromSeconds(1), await Clock.WaitedAsync());
        await UntilAsync(SourceState.Retrying);
        Assert.Equal("the connection to the server broke off", Monitor.Status.Reason);
        Assert.Equal(Clock.GetUtcNow() + TimeSpan.FromSeconds(1), Monitor.Status.RetryAt);
        Assert.Equal("""[{"id":"a"}]""", Rows());

        Clock.Advance(TimeSpan.FromSeconds(1));
        using var second = await Backend.NextSocketAsync();
        Assert.Equal("subscribe", await second.ReceiveAsync());
        await UntilAsync(SourceState.Running);
        await second.SendAsync("""{"id": "b"}""");
        await UntilRowsAsync("""[{"id":"a"},{"id":"b"}]""");
    }

    [Fact]
    public async Task Listen_ServerThatClosesEachTime_IsDialledMoreAndMoreRarely()
    {
        Listen(new SourceOptions());
        var delays = new List<double>();
        for (var i = 0; i < 7; i++)
        {
            using var socket = await Backend.NextSocketAsync();
            await socket.CloseAsync(1008, $"no seat for {i}");
            delays.Add((await Clock.WaitedAsync()).TotalSeconds);
            await UntilAsync(SourceState.Retrying);
            Assert.Equal($"the server closed the socket with 1008 (against its policy): no seat for {i}", Monitor.Status.Reason);
            Clock.Advance(TimeSpan.FromSeconds(delays[^1]));
        }

        Assert.Equal([1, 2, 4, 8, 16, 30, 30], delays);

        // A socket that held for a while is a success.
        using var steady = await Backend.NextSocketAsync();
        await UntilAsync(SourceState.Running);
        Clock.Advance(TimeSpan.FromSeconds(31));
        steady.Drop();
        Assert.Equal(TimeSpan.FromSeconds(1), await Clock.WaitedAsync());
    }

    [Theory]
    [InlineData(401, "answered 401 Unauthorized")]
    [InlineData(403, "answered 403 Forbidden")]
    [InlineData(200, "but opened no WebSocket")]
    [InlineData(302, "a WebSocket follows no redirects")]
    [InlineData(503, "answered 503 ServiceUnavailable")]
    public async Task Listen_HandshakeRefused_SaysWhyAndTriesAgain(int status, string reason)
    {
        Backend.SocketStatus = status;
        Listen(new SourceOptions { Headers = { ["X-Key"] = Secret } });

        Assert.Equal(TimeSpan.FromSeconds(1), await Clock.WaitedAsync());
        await UntilAsync(SourceState.Retrying);
        Assert.Contains(reason, Monitor.Status.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("pro.openbb.co", Monitor.Status.Reason, StringComparison.Ordinal);

        Backend.SocketStatus = null;
        Clock.Advance(TimeSpan.FromSeconds(1));
        await UntilAsync(SourceState.Running);
    }

    [Fact]
    public async Task Listen_SlowHandshake_TimesOut()
    {
        using var silent = new Support.SilentListener();
        Listen(new SourceOptions { Url = $"ws://127.0.0.1:{silent.Port}/feed" });
        await silent.Accepted;

        Clock.Advance(Timeout);
        await UntilAsync(SourceState.Retrying);

        Assert.Contains("(Connect:Timeout)", Monitor.Status.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Listen_HugeFrame_EndsTheSocket()
    {
        Listen(new SourceOptions());
        using var socket = await Backend.NextSocketAsync();
        var frame = Encoding.UTF8.GetBytes($$"""{"id": "a", "text": "{{new string('x', WebSocketSource.MaxFrameBytes)}}"}""");

        var sending = socket.SendAsync(frame, WebSocketMessageType.Text);
        await UntilAsync(SourceState.Retrying);

        Assert.Equal("the server sent a frame of more than 4194304 bytes", Monitor.Status.Reason);
        Assert.Equal("[]", Rows());
        await socket.Ended;
        await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    [Fact]
    public async Task Listen_CloseReasonWithASecret_IsHidden()
    {
        Listen(new SourceOptions { Headers = { ["X-Key"] = Secret } });
        using var socket = await Backend.NextSocketAsync();

        await socket.CloseAsync(4001, $"bad key\n{Secret} see https://example.com/x?key={Secret}");
        await UntilAsync(SourceState.Retrying);

        Assert.Equal("the server closed the socket with 4001: bad key *** see https://example.com/x", Monitor.Status.Reason);
        Assert.DoesNotContain(Log.Messages, static message => message.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Listen_SlowTable_HoldsBackTheServer()
    {
        var writer = new GatedWriter(Table);
        var options = new SourceOptions { Url = new UriBuilder(new Uri(Backend.Address, "/feed")) { Scheme = "ws" }.Uri.ToString() };
        using var upstream = new Upstream(options, Connect, new SystemNameResolver(), Clock);
        using var stop = new CancellationTokenSource();
        var running = new WebSocketSource(upstream, options, new SourceClock(Clock, new Random(1), Log)).RunAsync(writer, Monitor, stop.Token);
        using var socket = await Backend.NextSocketAsync();

        await socket.SendAsync("""{"id": "a"}""");
        await socket.SendAsync("""{"id": "b"}""");
        await writer.Entered.Task;
        Assert.Equal(1, writer.Writes);

        writer.Gate.SetResult();
        await UntilRowsAsync("""[{"id":"a"},{"id":"b"}]""");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Empty(Log.Messages);
        Assert.Equal(SourceState.Running, Monitor.Status.State);
    }

    [Fact]
    public async Task Listen_TableUnavailable_EndsTheRun()
    {
        var options = new SourceOptions { Url = new UriBuilder(new Uri(Backend.Address, "/feed")) { Scheme = "ws" }.Uri.ToString() };
        using var upstream = new Upstream(options, Connect, new SystemNameResolver(), Clock);
        var writer = new GatedWriter(Table);
        var running = new WebSocketSource(upstream, options, new SourceClock(Clock, new Random(1), Log)).RunAsync(writer, Monitor, CancellationToken.None);
        using var socket = await Backend.NextSocketAsync();

        await socket.SendAsync("""{"id": "a"}""");
        writer.Gate.SetException(new TableUnavailableException("away"));

        await Assert.ThrowsAsync<TableUnavailableException>(() => running);
        await socket.Ended;
    }

    /// <summary>A table that takes rows when the test says so.</summary>
    private sealed class GatedWriter(LiveTable table) : ITableWriter
    {
        private readonly LocalTableWriter _inner = new(table);

        public LiveTable Table => table;

        public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Writes { get; private set; }

        public async ValueTask WriteAsync(IReadOnlyList<JsObject> rows, List<TableChange> changes, CancellationToken cancellationToken)
        {
            Writes++;
            Entered.TrySetResult();
            await Gate.Task;
            await _inner.WriteAsync(rows, changes, cancellationToken);
        }

        public ValueTask<TableChange> WriteAsync(JsObject row, CancellationToken cancellationToken) => _inner.WriteAsync(row, cancellationToken);

        public ValueTask<bool> RemoveAsync(IReadOnlyList<string> key, CancellationToken cancellationToken) => _inner.RemoveAsync(key, cancellationToken);
    }
}
