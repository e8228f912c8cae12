using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Tables;

namespace LiveGridStudio.Shared.Feeds;

/// <summary>
/// Reads a feed for a presenter, batch by batch: opens the feed, reloads its rows, tracks whether it is stale and whether the page is
/// visible, and reports when there is something new to show. The presenter is called only through <c>dispatch</c>, or by members that say
/// so, so that it stays on one thread: that of the page.
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

    /// <summary>Arrival time of the newest message; null before the first one for these parameters.</summary>
    private TimeSpan? _messageAt;

    /// <summary>Staleness is measured from here: the newest message, or the opening.</summary>
    private TimeSpan _heardAt;

    /// <summary><see cref="FeedStatus.Since"/> of the live feed, as last read.</summary>
    private DateTimeOffset? _liveSince;

    /// <summary>Counts the openings: results of an earlier opening are discarded.</summary>
    private int _opening;
    private volatile bool _isLoading = true;
    private int _isDisposed;

    /// <param name="presenter">Receives what the feed delivers.</param>
    /// <param name="feed">The feed to read; the session disposes it.</param>
    /// <param name="options">The pace, and the time after which a feed is stale.</param>
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
    /// Raised on the presenter's thread when there is something new to show: a batch, a mark that ended, a change of state. Not raised
    /// while the page is hidden, nor before the last change has been drawn: see <see cref="BeginRender"/>.
    /// </summary>
    public event Action? Changed;

    /// <summary>
    /// Raised on the presenter's thread when rows, or a problem instead, have been loaded. Also raised while the page is hidden, for code
    /// that measures the time since the load.
    /// </summary>
    public event Action? Loaded;

    /// <summary>Raised on any thread when a fault has ended the session.</summary>
    public event Action<Exception>? Faulted;

    public FeedState State { get; private set; } = FeedState.Connecting;

    /// <summary>Why there are no rows, or no new ones; null without a problem.</summary>
    public string? Problem { get; private set; }

    /// <summary>What works here but would not work in Workspace, in a sentence; null for nothing.</summary>
    public string? Warning => _feed.Status.Warning;

    /// <summary>What of the feed does not work.</summary>
    public FeedTroubles Troubles => _feed.Status.Troubles;

    /// <summary>An origin that the user must allow before everything can be shown; null for none.</summary>
    public string? AsksFor => _feed.Status.AsksFor;

    /// <summary>When a lost feed reconnects next, for a countdown; null while it connects, and in every other state.</summary>
    public DateTimeOffset? RetryAt { get; private set; }

    /// <summary>True from the start, and from each change of the parameters, until rows or a problem arrive.</summary>
    public bool IsLoading
    {
        get => _isLoading;
        private set => _isLoading = value;
    }

    public FeedCounters Counters => _feed.Status.Counters;

    /// <value>The last answer of the data endpoint, before any loading rule; undefined before the first answer.</value>
    public JsValue Payload { get; private set; }

    /// <value>The newest frames since the last answer.</value>
    public RecentFrames Recent { get; } = new();

    /// <summary>Age of the newest data shown: of a message or of the snapshot.</summary>
    public TimeSpan Age => Now - (_messageAt > _loadedAt ? _messageAt.Value : _loadedAt);

    /// <summary>Age of the newest message; null before the first one for these parameters. Snapshots do not count.</summary>
    public TimeSpan? MessageAge => Now - _messageAt;

    private TimeSpan Now => _timeProvider.GetElapsedTime(_startedAt);

    /// <value>Whether the session has been disposed.</value>
    protected bool IsOver => Volatile.Read(ref _isDisposed) != 0;

    /// <summary>Loads the snapshot for these parameters and then follows their changes. Each call replaces the previous one.</summary>
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
    /// Delivers to this presenter from now on, on its own thread: first the last answer of the endpoint and the frames since. When not all
    /// those frames were kept, the rows are reloaded, so that no old value is shown.
    /// </summary>
    /// <param name="presenter">A presenter without rows.</param>
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
