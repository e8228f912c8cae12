using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Tests.Unit.Support;

/// <summary>A feed that the test scripts.</summary>
internal sealed class ScriptedFeed(TimeProvider timeProvider) : IWidgetFeed
{
    private readonly FrameInbox _inbox = new(new FrameInboxLimits(), timeProvider);

    private volatile FeedStatus _status = FeedStatus.Connecting;

    public FeedStatus Status => _status with { Counters = _inbox.Counters, Warning = Warning };

    public string? Warning { get; set; }

    public bool HasFixedSnapshot { get; set; }

    /// <value>What each opening answers with.</value>
    public Func<Task<JsValue>> OnSnapshot { get; set; } = static () => Task.FromResult(JsValue.FromList());

    public int Snapshots { get; private set; }

    /// <value>What each closing waits for.</value>
    public Func<Task> OnClose { get; set; } = static () => Task.CompletedTask;

    public bool IsClosed { get; private set; }

    /// <value>The parameters of each opening.</value>
    public List<JsObject> Opened { get; } = [];

    /// <value>The state of the feed after the rows have arrived.</value>
    public FeedState OpenState { get; set; } = FeedState.Live;

    public void Become(FeedState state, string? reason = null, DateTimeOffset? retryAt = null, bool needsSnapshot = false)
    {
        _status = new FeedStatus(state, reason, retryAt)
        {
            NeedsSnapshot = needsSnapshot,
            Since = state == _status.State ? _status.Since : timeProvider.GetUtcNow(),
        };
        _inbox.Wake();
    }

    public void Send(string frame) => _inbox.Add(System.Text.Encoding.UTF8.GetBytes(frame));

    public void Break(Exception fault) => _inbox.Complete(fault);

    public Task<JsValue> OpenAsync(JsObject parameters, CancellationToken cancellationToken)
    {
        Opened.Add(parameters);
        return ReopenAsync(cancellationToken);
    }

    public async Task<JsValue> ReopenAsync(CancellationToken cancellationToken)
    {
        Snapshots++;
        var rows = await OnSnapshot().WaitAsync(cancellationToken);
        Become(OpenState);
        return rows;
    }

    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _inbox.WaitAsync(cancellationToken);

    public void Drain(List<FeedFrame> into) => _inbox.Drain(into);

    public async ValueTask DisposeAsync()
    {
        await OnClose();
        _inbox.Complete();
        IsClosed = true;
    }
}
