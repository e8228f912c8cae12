using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Grid.Log;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Grid.Session;

/// <summary>
/// Carries a feed into a model, batch by batch, and says when there is something new to show. The model is only ever touched
/// through <c>dispatch</c>, so that it belongs to one thread: that of the page.
/// </summary>
public sealed partial class GridSession : IAsyncDisposable
{
    private readonly IWidgetFeed _feed;
    private readonly GridSessionOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly Func<Action, Task> _dispatch;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<FeedFrame> _frames = [];
    private readonly RenderPace _pace;
    private readonly long _startedAt;
    private TimeSpan _loadedAt;

    /// <summary>When the newest message came; null before the first of these parameters.</summary>
    private TimeSpan? _messageAt;

    /// <summary>Since when nothing has been heard of a live feed: its newest message, or its opening.</summary>
    private TimeSpan _heardAt;

    private int _opening;
    private bool _disposed;

    /// <param name="model">Shown; the session changes it.</param>
    /// <param name="feed">Read; the session disposes it.</param>
    /// <param name="options">Pace and patience.</param>
    /// <param name="timeProvider">The clock of marks, pace and staleness.</param>
    /// <param name="dispatch">Runs an action on the model's thread and completes when it has run.</param>
    public GridSession(
        GridModel model, IWidgetFeed feed, GridSessionOptions options, TimeProvider timeProvider, Func<Action, Task> dispatch)
    {
        Model = model;
        _feed = feed;
        _options = options;
        _timeProvider = timeProvider;
        _dispatch = dispatch;
        _pace = new RenderPace(options.RenderInterval, timeProvider);
        _startedAt = timeProvider.GetTimestamp();
    }

    /// <summary>
    /// Raised on the model's thread when there is something new to show: a batch, a mark that ended, a change of state. Never
    /// while nobody watches, and not before what was shown last has been drawn: see <see cref="BeginRender"/>.
    /// </summary>
    public event Action? Changed;

    /// <summary>
    /// Raised on the model's thread when rows, or a problem in their place, have been loaded: also while nobody watches, for
    /// those who count the time since.
    /// </summary>
    public event Action? Loaded;

    /// <summary>Raised on any thread when the session ended by a fault.</summary>
    public event Action<Exception>? Faulted;

    /// <value>What is shown; <see cref="Replace"/> puts another in its place.</value>
    public GridModel Model { get; private set; }

    public FeedState State { get; private set; } = FeedState.Connecting;

    /// <summary>Why there are no rows, or no new ones; null while all is well.</summary>
    public string? Problem { get; private set; }

    /// <summary>What works here and would not in Workspace, in a sentence; null for nothing.</summary>
    public string? Warning => _feed.Status.Warning;

    /// <summary>An origin that the reader has to allow before there is all to show; null for none.</summary>
    public string? AsksFor => _feed.Status.AsksFor;

    /// <summary>When a lost feed is dialled next, for a countdown; null while it is dialled, and in every other state.</summary>
    public DateTimeOffset? RetryAt { get; private set; }

    /// <summary>True from the start and from each change of the parameters until rows or a problem are there.</summary>
    public bool IsLoading { get; private set; } = true;

    public MergeCounts Totals { get; private set; }

    public FeedCounters Counters => _feed.Status.Counters;

    /// <summary>Told of every frame while it is set, on the model's thread; null, the default, costs nothing.</summary>
    public FrameLog? Log
    {
        get;
        set
        {
            if (!ReferenceEquals(field, value))
            {
                field?.Detach();
                value?.Attach();
                field = value;
            }
        }
    }

    /// <value>What the data endpoint answered last, before any loading rule; undefined before the first answer.</value>
    public JsValue Payload { get; private set; }

    /// <value>The newest frames since that answer.</value>
    public RecentMessages Recent { get; } = new();

    /// <summary>How long ago the newest of what is shown came: a message or the snapshot.</summary>
    public TimeSpan Age => Now - (_messageAt > _loadedAt ? _messageAt.Value : _loadedAt);

    /// <summary>How long ago the newest message came; null before the first of these parameters. Snapshots do not count.</summary>
    public TimeSpan? MessageAge => Now - _messageAt;

    private TimeSpan Now => _timeProvider.GetElapsedTime(_startedAt);

    /// <summary>Loads the snapshot for these parameters and goes on with their changes. Each call replaces the one before.</summary>
    public async Task OpenAsync(JsObject parameters)
    {
        var turn = ++_opening;
        await _dispatch(() =>
        {
            IsLoading = true;
            _messageAt = null;
            Show();
        });
        try
        {
            await ShowAsync(turn, await _feed.OpenAsync(parameters, _stop.Token), null);
        }
        catch (FeedException exception)
        {
            await MissAsync(turn, exception.Message);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return;
        }

        if (_loop.IsCompleted && !_disposed)
        {
            _loop = RunAsync(_stop.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        Log = null;
        await _stop.CancelAsync();
        await _feed.DisposeAsync();
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private Task ShowAsync(int turn, JsValue payload, string? problem) => _dispatch(() =>
    {
        if (turn != _opening || _disposed)
        {
            return;
        }

        // What came before the snapshot belongs to the parameters before.
        Model.Load(payload, Now);
        Payload = payload;
        Recent.Clear();
        _loadedAt = Now;
        if (IsLoading)
        {
            // The socket serves these parameters since now.
            _heardAt = Now;
        }

        Problem = problem;
        IsLoading = false;
        IsRefreshing = false;
        Loads++;
        Take();
        Volatile.Read(ref _nudge).TrySetResult();
        Loaded?.Invoke();
        Show();
    });

    /// <summary>There are no rows: those shown stay while the feed tries on.</summary>
    private Task MissAsync(int turn, string problem) => _feed.Status.State == FeedState.Failed
        ? ShowAsync(turn, JsValue.Undefined, problem)
        : _dispatch(() =>
        {
            if (turn == _opening && !_disposed)
            {
                IsLoading = false;
                Take();
                Volatile.Read(ref _nudge).TrySetResult();
                Show();
            }
        });

    private void Take()
    {
        if (_disposed || IsLoading)
        {
            // Nothing is due before the rows are there, and they wake the loop.
            Volatile.Write(ref _wakeAt, long.MaxValue);
            return;
        }

        var version = Model.Version;
        var before = (State, Problem, RetryAt);
        var status = _feed.Status;
        if (!status.NeedsSnapshot && !IsRefreshing)
        {
            _feed.Drain(_frames);
        }

        if (_frames.Count > 0)
        {
            Recent.Add(_frames, Now, _timeProvider.GetUtcNow());
            var detail = Log is { IsRecording: true } ? new ApplyDetail() : null;
            var counts = Model.Apply(_frames, Now, detail);
            Log?.Record(_frames, detail, Model.Widget.RowIdColumns);
            _frames.Clear();
            Totals = new MergeCounts(
                Totals.Updated + counts.Updated, Totals.Ignored + counts.Ignored, Totals.Appended + counts.Appended);
            (_messageAt, _heardAt) = (Now, Now);
        }

        Model.Expire(Now);
        State = StateNow(status.State);
        Problem = status.Reason;
        RetryAt = status.RetryAt;
        PlanWake();
        var hasNews = Model.Version != version;
        _isDirty |= hasNews || before != (State, Problem, RetryAt);
        if (_isDirty && _isWatched && _pace.IsReady)
        {
            if (hasNews)
            {
                // A view that will say when it has drawn says so while it is told.
                _pace.Pass();
            }

            Show();
        }
    }

    private FeedState StateNow(FeedState state)
    {
        if (state == FeedState.Live && State is not (FeedState.Live or FeedState.Stale))
        {
            _heardAt = Now;
        }

        return state == FeedState.Live && Now - _heardAt >= _options.StaleAfter ? FeedState.Stale : state;
    }
}
