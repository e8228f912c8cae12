using LiveGridStudio.Shared.Feeds;
using LiveGridStudio.Shared.Grid.Log;
using LiveGridStudio.Shared.Grid.Session;
using Microsoft.AspNetCore.Components;

namespace LiveGridStudio.App.Studio.Messages;

/// <summary>
/// Shows a <see cref="FrameLog"/> and attaches it to the session while the panel is in the page. Renders at most a few times a second,
/// however fast the feed is.
/// </summary>
public sealed partial class MessagesPanel(TimeProvider timeProvider) : ComponentBase, IDisposable
{
    /// <summary>How often the panel checks for something new.</summary>
    public static readonly TimeSpan RenderInterval = TimeSpan.FromMilliseconds(250);

    private readonly MessageList _list = new();
    private double?[] _perSecond = [];
    private double?[] _ages = [];
    private FrameRates? _rates;
    private FrameLog? _observed;
    private GridSession? _attached;
    private ITimer? _timer;
    private long _version = -1;
    private long _second;

    /// <value>The log to show. Its owner decides how long it is kept.</value>
    [Parameter, EditorRequired]
    public required FrameLog Log { get; set; }

    /// <value>The session that fills <see cref="Log"/> while the panel is shown; null while there is no feed.</value>
    [Parameter]
    public GridSession? Session { get; set; }

    /// <value>Whether the widget is a table without messages; a live grid without a socket is a mistake, and shows what is missing.</value>
    private bool HasNoSocket => Session?.Model.Widget is { IsLiveGrid: false, WsEndpoint: null or "" };

    private string EmptyTitle => Session?.State == FeedState.Snapshot ? "No messages to expect" : "No messages yet";

    private string EmptyText => Session switch
    {
        null => "Messages appear here once the widget is connected to a feed.",
        { State: FeedState.Snapshot } => "This widget has rows, but no wsEndpoint that would send changes.",
        _ when Log.IsPaused => "Resume to see what the feed sends.",
        _ => "Each frame of the feed appears here, with what it changed and what was ignored.",
    };

    public void Dispose()
    {
        _timer?.Dispose();
        Attach(null);
    }

    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_observed, Log))
        {
            Attach(null);
            _observed = Log;
            _list.CloseAll();
            Refresh();
        }

        if (_timer is not null)
        {
            Attach(Session);
        }
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            // Not earlier: a prerendered page would never detach.
            Attach(Session);
            _timer = timeProvider.CreateTimer(_ => _ = InvokeAsync(Look), null, RenderInterval, RenderInterval);
        }
    }

    private void Attach(GridSession? session)
    {
        if (ReferenceEquals(_attached, session))
        {
            return;
        }

        if (_attached is { } before && ReferenceEquals(before.Log, _observed))
        {
            before.Log = null;
        }

        session?.Log = Log;
        _attached = session;
    }

    /// <summary>Renders when frames have arrived, or when a second has passed and the charts move on; not in a hidden page.</summary>
    private void Look()
    {
        if (Session is { IsWatched: false })
        {
            return;
        }

        var second = timeProvider.GetUtcNow().ToUnixTimeSeconds();
        var hasMoved = second != _second && Log.IsRecording && Log.Totals.Frames > 0;
        if (_version != Log.Version || hasMoved)
        {
            _second = second;
            Refresh();
            StateHasChanged();
        }
    }

    private void Refresh()
    {
        _version = Log.Version;
        _rates = Log.Rates();
        var minute = Log.LastMinute();
        _perSecond = [.. minute.Select(static second => (double?)second.Frames)];
        _ages = [.. minute.Select(static second => second.Age?.TotalMilliseconds)];
        _list.Refresh(Log);
    }

    private void Toggle(LoggedFrame frame)
    {
        _list.Toggle(frame);
        Refresh();
    }

    private void TogglePause()
    {
        if (Log.IsPaused)
        {
            Log.Resume();
        }
        else
        {
            Log.Pause();
        }

        Refresh();
    }

    private void Clear()
    {
        _list.CloseAll();
        Log.Clear();
        Refresh();
    }

    private void SetText(string? text) => Filter(_list.Filter with { Text = text?.Trim() ?? "" });

    private void SetEffects(FrameEffects effects) => Filter(_list.Filter with { Effects = effects });

    private void ShowAll() => Filter(FrameFilter.All);

    private void Filter(FrameFilter filter)
    {
        _list.Filter = filter;
        Refresh();
    }
}
