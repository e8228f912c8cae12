using LiveGridStudio.Shared.Grid.Log;

namespace LiveGridStudio.App.Studio.Messages;

/// <summary>The frames of a log that are in the page, and which of them are open.</summary>
public sealed class MessageList
{
    /// <summary>The most entries in the page, besides open ones.</summary>
    public const int MaxShown = 200;

    /// <summary>The most open entries; one more closes the one that was opened first.</summary>
    public const int MaxOpen = 10;

    private readonly List<LoggedFrame> _open = [];

    public FrameFilter Filter { get; set; } = FrameFilter.All;

    /// <value>Newest first, as of the last <see cref="Refresh"/>.</value>
    public IReadOnlyList<LoggedFrame> Shown { get; private set; } = [];

    /// <value>Number of frames of the log that match the filter.</value>
    public int Matches { get; private set; }

    public bool IsOpen(LoggedFrame frame) => _open.Contains(frame);

    public void Toggle(LoggedFrame frame)
    {
        if (_open.Remove(frame))
        {
            return;
        }

        _open.Add(frame);
        if (_open.Count > MaxOpen)
        {
            _open.RemoveAt(0);
        }
    }

    public void CloseAll() => _open.Clear();

    public void Refresh(FrameLog log)
    {
        var shown = log.Find(Filter, MaxShown, out var matches);
        Matches = matches;

        // An open message stays in the page even when it is no longer among the newest, unless the filter hides it.
        var kept = _open.Where(frame => Filter.Matches(frame) && !shown.Contains(frame)).OrderByDescending(static frame => frame.Number);
        Shown = [.. shown, .. kept];
    }
}
