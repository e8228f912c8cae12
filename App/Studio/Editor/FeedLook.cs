using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Checking.FeedLint;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.App.Studio.Editor;

/// <summary>
/// The lints of a draft's rows and messages. A few cells are checked at once; many are checked on another thread, because a circuit that
/// checks 3 000 000 cells answers no scroll for seconds. Made for one circuit; not thread-safe.
/// </summary>
/// <param name="timeProvider">Measures how long a check takes.</param>
internal sealed class FeedLook(TimeProvider timeProvider)
{
    /// <summary>The most cells that are checked at once; this takes a few milliseconds.</summary>
    private const long MostCellsAtOnce = 20_000;

    /// <summary>A check of many rows is followed by a pause of this many times its duration, so that it uses at most a tenth of a core.</summary>
    private const int PauseFactor = 9;

    private readonly FeedWatch _watch = new();
    private JsValue _rows;
    private IReadOnlyList<PreviewMessage> _messages = [];
    private bool _isLong;
    private bool _isLooking;
    private (WidgetDefinition? Widget, JsValue Rows, IReadOnlyList<PreviewMessage> Messages) _looked = (null, default, []);
    private long _looksFrom;

    /// <value>The known findings; for many rows they may belong to the previous definition or rows.</value>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <value>Number of findings that <see cref="Findings"/> does not list.</value>
    public int More { get; private set; }

    /// <summary>Whether a check is needed, at once or after the pause.</summary>
    public bool IsBehind(WidgetDefinition widget) =>
        _isLong && (IsOther(widget, _rows) || !ReferenceEquals(_looked.Messages, _messages));

    /// <param name="rows">The endpoint's answer, before the loading rules; undefined when it is not known.</param>
    /// <param name="messages">Frames in order of time.</param>
    public void Take(JsValue rows, IReadOnlyList<PreviewMessage> messages)
    {
        (_rows, _messages) = (rows, messages);
        _isLong = CountCells() > MostCellsAtOnce;
    }

    /// <summary>Checks the current data, unless that takes long; then the known findings stay until the next <see cref="LookAsync"/>.</summary>
    public IReadOnlyList<Finding> Look(WidgetDefinition widget)
    {
        if (!_isLong && !_isLooking)
        {
            Findings = _rows.IsUndefined && _messages.Count == 0 ? [] : _watch.Look(widget, _rows, _messages);
            More = _watch.More;
        }

        return Findings;
    }

    /// <summary>
    /// Checks many rows on another thread; does nothing for few rows, during a running check, or during the pause after it. A new
    /// definition or new rows end the pause.
    /// </summary>
    public async Task LookAsync(WidgetDefinition widget)
    {
        var (rows, messages, startedAt) = (_rows, _messages, timeProvider.GetTimestamp());
        if (!_isLong || _isLooking || (startedAt < _looksFrom && !IsOther(widget, rows)))
        {
            return;
        }

        _isLooking = true;
        try
        {
            Findings = await Task.Run(() => _watch.Look(widget, rows, messages));
            More = _watch.More;
            _looked = (widget, rows, messages);
        }
        finally
        {
            _isLooking = false;
            var now = timeProvider.GetTimestamp();
            _looksFrom = now + ((now - startedAt) * PauseFactor);
        }
    }

    private bool IsOther(WidgetDefinition widget, JsValue rows) => !ReferenceEquals(_looked.Widget, widget) || _looked.Rows != rows;

    private long CountCells()
    {
        long messages = 0;
        for (var i = 0; i < _messages.Count; i++)
        {
            messages += Cells(_messages[i].Frame.Value);
        }

        return messages + Cells(_rows);
    }

    /// <summary>Estimates the cells of all rows by the first row.</summary>
    private static long Cells(JsValue rows) => rows.IsObject ? rows.Object.Count
        : rows.List is [var first, ..] list ? (long)list.Count * (first.IsObject ? Math.Max(1, first.Object.Count) : 1)
        : 1;
}
