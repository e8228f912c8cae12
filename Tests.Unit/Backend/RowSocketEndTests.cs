using System.Net.WebSockets;
using LiveGridStudio.App.Backend;
using LiveGridStudio.Shared.Quotes;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Backend;

/// <summary>How a connection ends, in virtual time and with a scripted faulty socket.</summary>
public sealed class RowSocketEndTests : IDisposable
{
    private static readonly WebSocketCloseStatus TryAgainLater = (WebSocketCloseStatus)1013;

    private readonly FakeTimeProvider _clock = TestBook.Clock();
    private readonly QuoteBook _book = TestBook.Create("A");
    private readonly FakeWebSocket _socket = new();
    private readonly TestMeters _meters = new();

    [Fact]
    public async Task Send_TakesTooLongAndThenEnds_ClosesWith1013()
    {
        var stuck = new TaskCompletionSource();
        _socket.OnSend = () => stuck.Task;
        var running = Start();
        _book.Publish("A", 1);
        await _socket.Sending;

        await AdvanceUntilAsync(() => _book.Table.ReaderCount == 1 && _meters.Read(BackendMetrics.Stalled) == 1, TimeSpan.FromSeconds(1));
        stuck.SetResult();
        await running;

        Assert.Equal(TryAgainLater, _socket.CloseStatus);
        Assert.Equal(0, _book.Table.ReaderCount);
    }

    [Fact]
    public async Task Send_NeverEnds_IsAbortedAfterTheCloseTimeout()
    {
        _socket.OnSend = static () => new TaskCompletionSource().Task;
        var running = Start();
        _book.Publish("A", 1);
        await _socket.Sending;

        await AdvanceUntilAsync(() => running.IsCompleted, TimeSpan.FromSeconds(1));
        await running;

        Assert.True(_socket.IsAborted);
        Assert.Null(_socket.CloseStatus);
        Assert.Equal(0, _book.Table.ReaderCount);
    }

    [Fact]
    public async Task Send_Faults_ClosesWith1011()
    {
        _socket.OnSend = static () => Task.FromException(new InvalidOperationException("a bug"));
        var running = Start();

        _book.Publish("A", 1);
        await running;

        Assert.Equal(WebSocketCloseStatus.InternalServerError, _socket.CloseStatus);
    }

    [Fact]
    public async Task Send_ClientGone_EndsInSilence()
    {
        _socket.OnSend = static () => Task.FromException(new WebSocketException(WebSocketError.ConnectionClosedPrematurely));
        var running = Start();

        _book.Publish("A", 1);
        await running;

        Assert.Null(_socket.CloseStatus);
        Assert.True(_socket.IsAborted);
    }

    public void Dispose()
    {
        _meters.Dispose();
        _socket.Dispose();
    }

    private Task Start()
    {
        var options = Options.Create(new BackendOptions { FlushInterval = TimeSpan.Zero });
        var metrics = new BackendMetrics(_meters.Factory, _clock);
        var clock = new FlushClock(options, metrics, _clock);
        var factory = new RowSocketFactory(clock, options, metrics, _clock, NullLogger<RowSocket>.Instance);
        var subscription = clock.Open(_book.Table);
        subscription.Replace(_book.Select(["A"], out _));
        return new RowSocket(_socket, "test", new QuoteSubscriber(_book), subscription, factory).RunAsync(CancellationToken.None);
    }

    private async Task AdvanceUntilAsync(Func<bool> condition, TimeSpan step)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            _clock.Advance(step);
            await Task.Yield();
        }
    }
}
