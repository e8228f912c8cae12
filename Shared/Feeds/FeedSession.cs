using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Tables;

namespace LiveGridStudio.Shared.Feeds;

/// <summary>
/// Reads a feed for a presenter, batch by batch: opens it, loads its rows anew, knows when it is stale and whether anybody watches, and
/// says when there is something new to show. The presenter is only ever called through <c>dispatch</c>, or by a member that says so, so
/// that it belongs to one thread: that of the page.
/// </summary>
public partial class FeedSession : IAsyncDisposable
{
    private readonly IWidgetFeed _feed;
    private readonly FeedSessionOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly Func<Action, Task> _dispatch;
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationToken _stopping;
    private readonly List<FeedFrame> _frames = [];
    private readonly FeedPace _pace;
    private readonly long _startedAt;
    private volatile IFeedPresenter _presenter;
    private TimeSpan _loadedAt;

    /// <summary>When the newest message came; null before the first of these parameters.</summary>
    private TimeSpan? _messageAt;

    /// <summary>Staleness is measured from here: the newest message, or the opening.</summary>
    private TimeSpan _heardAt;

    /// <summary>Since when the feed is live, as it said when it was looked at last.</summary>
    private DateTimeOffset? _liveSince;

    /// <summary>Counts the openings: what belongs to an earlier one is not shown.</summary>
    private int _opening;
    private volatile bool _isLoading = true;
    private int _isDisposed;

    /// <param name="presenter">Delivered to.</param>
    /// <param name="feed">Read; the session disposes it.</param>
    /// <param name="options">Pace and patience.</param>
    /// <param name="timeProvider">The clock of the presenter, of the pace and of staleness.</param>
    /// <param name="dispatch">Runs an action on the presenter's thread and completes when it has run.</param>
    public FeedSession(
        IFeedPresenter presenter, IWidgetFeed feed, FeedSessionOptions options, TimeProvider timeProvider, Func<Action, Task> dispatch)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(timeProvider);
        _presenter = presenter;
        _feed = feed;
        _options = options;
        _timeProvider = timeProvider;
        _dispatch = dispatch;
        _stopping = _stop.Token;
        _pace = new FeedPace(options.RenderInterval, timeProvider);
        _alarm = new WakeTimer(timeProvider);
        _startedAt = timeProvider.GetTimestamp();
    }

    /// <summary>
    /// Raised on the presenter's thread when there is something new to show: a batch, a mark that ended, a change of state. Never
    /// while nobody watches, and not before what was shown last has been drawn: see <see cref="BeginRender"/>.
    /// </summary>
    public event Action? Changed;

    /// <summary>
    /// Raised on the presenter's thread when rows, or a problem in their place, have been loaded: also while nobody watches, for
    /// those who count the time since.
    /// </summary>
    public event Action? Loaded;

    /// <summary>Raised on any thread when the session ended by a fault.</summary>
    public event Action<Exception>? Faulted;

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
    public bool IsLoading
    {
        get => _isLoading;
        private set => _isLoading = value;
    }

    public FeedCounters Counters => _feed.Status.Counters;

    /// <value>What the data endpoint answered last, before any loading rule; undefined before the first answer.</value>
    public JsValue Payload { get; private set; }

    /// <value>The newest frames since that answer.</value>
    public RecentFrames Recent { get; } = new();

    /// <summary>How long ago the newest of what is shown came: a message or the snapshot.</summary>
    public TimeSpan Age => Now - (_messageAt > _loadedAt ? _messageAt.Value : _loadedAt);

    /// <summary>How long ago the newest message came; null before the first of these parameters. Snapshots do not count.</summary>
    public TimeSpan? MessageAge => Now - _messageAt;

    private TimeSpan Now => _timeProvider.GetElapsedTime(_startedAt);

    /// <value>Whether the session has been disposed.</value>
    protected bool IsOver => Volatile.Read(ref _isDisposed) != 0;

    /// <summary>Loads the snapshot for these parameters and goes on with their changes. Each call replaces the one before.</summary>
    public async Task OpenAsync(JsObject parameters)
    {
        var turn = Interlocked.Increment(ref _opening);
        await _dispatch(() =>
        {
            IsLoading = true;
            _messageAt = null;
            Show();
        });
        try
        {
            var payload = await _feed.OpenAsync(parameters, _stopping);
            await _dispatch(() => Present(turn, payload));
        }
        catch (FeedException)
        {
            await _dispatch(() => Present(turn, null));
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            return;
        }

#pragma warning disable VSTHRD103 // Run blocks nobody: it begins the loop that RunAsync is.
        Run();
#pragma warning restore VSTHRD103
    }

    /// <summary>
    /// Delivers to this presenter from now on, on its own thread: the same answer of the endpoint, and what came since. Where more came
    /// than is remembered the rows are loaded anew, so that none shows an old value.
    /// </summary>
    /// <param name="presenter">Empty.</param>
    public void PresentTo(IFeedPresenter presenter)
    {
        ArgumentNullException.ThrowIfNull(presenter);
        if (IsOver)
        {
            return;
        }

        _presenter = presenter;
        if (Loads > 0)
        {
            presenter.Load(Payload, _loadedAt);
            foreach (var (at, frames) in Recent.Batches())
            {
                presenter.Replay(frames, at);
            }
        }

        Take();
        if (!Recent.IsWhole && !_feed.HasFixedSnapshot && State is FeedState.Live or FeedState.Stale)
        {
            _ = TryRenew();
        }

        _alarm.Wake();
        Show();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        _presenter.Close();
        await _stop.CancelAsync();
        _alarm.End();
        await _feed.DisposeAsync();
        foreach (var task in (Task[])[_loop, _renewing, _listening ?? Task.CompletedTask])
        {
            await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _alarm.Dispose();
        _stop.Dispose();
    }
}
