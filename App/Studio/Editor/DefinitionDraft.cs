using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Json.Text;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.App.Studio.Editor;

/// <summary>
/// The text of one widget's definition while it is worked on, whichever view edits it. Made for one circuit: not for
/// several threads at once.
/// </summary>
public sealed class DefinitionDraft
{
    private readonly TextHistory _history;
    private readonly FeedLook _look;
    private IReadOnlyList<Finding>? _feed;
    private IReadOnlyList<Finding>? _findings;
    private JsonTextDocument? _document;
    private JsParseError? _error;
    private WidgetCheck _check;
    private bool _isShownRefused = true;

    /// <param name="widgetId">The widget's key in <c>widgets.json</c>.</param>
    /// <param name="text">Its definition as it stands there, well-formed or not.</param>
    /// <param name="timeProvider">Tells which edits are typed in one go.</param>
    /// <param name="known">What there is to say about the definition, if it is known already.</param>
    public DefinitionDraft(string widgetId, string text, TimeProvider timeProvider, WidgetCheck? known = null)
    {
        WidgetId = widgetId;
        SavedText = text;
        Text = text;
        _history = new TextHistory(timeProvider);
        _look = new FeedLook(timeProvider);
        _check = known ?? WidgetCheck.Of(WidgetDefinition.Read(widgetId, JsValue.Undefined));
        Widget = _check.Widget;
        Read();
    }

    /// <summary>Raised after <see cref="Text"/>, <see cref="Findings"/> or <see cref="IsChanged"/> changed.</summary>
    public event Action? Changed;

    public string WidgetId { get; }

    public string Text { get; private set; }

    /// <summary>Text as it was loaded, or saved last.</summary>
    public string SavedText { get; private set; }

    public bool IsChanged => Text != SavedText;

    /// <summary>Whether the text is a JSON object, so that forms can edit it.</summary>
    public bool IsReadable => Value.IsObject;

    /// <summary>The text, read; undefined while it is not JSON.</summary>
    public JsValue Value => _document?.Value ?? JsValue.Undefined;

    /// <summary>
    /// What to preview: the last text that Workspace accepts. As long as there was none, the last one that can be read.
    /// </summary>
    public WidgetDefinition Widget { get; private set; }

    /// <summary>Whether <see cref="Widget"/> is what the text says now.</summary>
    public bool IsPreviewed { get; private set; }

    /// <summary>Whether Workspace refuses what the text says now.</summary>
    public bool IsRefused => _document is null || _check.IsRefused;

    public bool CanUndo => _history.CanUndo;

    public bool CanRedo => _history.CanRedo;

    /// <summary>The worst first, then by place. Only the reader's complaint while the text is not JSON.</summary>
    public IReadOnlyList<Finding> Findings => _findings ??= _error is { } error
        ? [WidgetCheck.NotJson(error) with { Fix = "The preview keeps the last definition that could be read." }]
        : _check.Locate(_document!, Feed);

    /// <summary>How many findings there are; of very many the last are not in <see cref="Findings"/>.</summary>
    public int FindingCount => _document is null ? Findings.Count : _check.Count + Feed.Count + _look.More;

    /// <summary>Whether many rows wait for their check, so that <see cref="ObserveAsync"/> is to be called again.</summary>
    internal bool IsBehind => _look.IsBehind(_check.Widget);

    private IReadOnlyList<Finding> Feed => _feed ??= _look.Look(_check.Widget);

    /// <param name="text">The whole new text.</param>
    /// <param name="group">Edits of one group that follow each other closely are undone together; null for one by itself.</param>
    public void Edit(string text, string? group = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text != Text)
        {
            _history.Record(Text, text, group);
            Take(text);
        }
    }

    /// <summary>An edit of the text as a form makes it; nothing happens while the text is no JSON object.</summary>
    /// <param name="edit">From the text to the whole new one.</param>
    /// <param name="group">As for the other edits.</param>
    public void Edit(Func<JsonTextDocument, string> edit, string? group = null)
    {
        ArgumentNullException.ThrowIfNull(edit);
        if (IsReadable)
        {
            Edit(edit(_document!), group);
        }
    }

    /// <summary>Makes the change that a finding asks for and nothing else; false when it is no longer there or has none.</summary>
    public bool Apply(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (!IsReadable || Findings.FirstOrDefault(finding.IsSame)?.Repair is not { } repair)
        {
            return false;
        }

        var text = JsonTextEdit.Update(_document!, repair(Value));
        var isOther = text != Text;
        Edit(text);
        return isOther;
    }

    /// <summary>Lays the text out anew; nothing happens while it is not JSON.</summary>
    public void Format()
    {
        if (_document is not null)
        {
            Edit(JsonTextEdit.Format(_document));
        }
    }

    public void Undo() => TakeOther(_history.Undo(Text));

    public void Redo() => TakeOther(_history.Redo(Text));

    /// <summary>
    /// Hands in what the backend sends, for the findings that need it. Few rows are checked before this returns, many on another
    /// thread before the task ends.
    /// </summary>
    /// <param name="rows">The endpoint's answer before the loading rules; undefined when it is not known.</param>
    /// <param name="messages">Frames in order of time.</param>
    public async Task ObserveAsync(JsValue rows, IReadOnlyList<PreviewMessage> messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var before = _feed ?? [];
        _look.Take(rows, messages);
        _feed = null;
        await _look.LookAsync(_check.Widget);
        _feed = null;
        if (_document is not null && !Feed.SequenceEqual(before))
        {
            _findings = null;
            Changed?.Invoke();
        }
    }

    /// <summary>Takes another text as the one that is saved; what was there stays one undo away.</summary>
    public void Rebase(string savedText)
    {
        SavedText = savedText;
        if (savedText == Text)
        {
            Changed?.Invoke();
        }
        else
        {
            Edit(savedText);
        }
    }

    /// <summary>A text is on disk now; what was typed while it was being written is not.</summary>
    public void MarkSaved(string text)
    {
        SavedText = text;
        Changed?.Invoke();
    }

    private void TakeOther(string text)
    {
        if (text != Text)
        {
            Take(text);
        }
    }

    private void Take(string text)
    {
        Text = text;
        Read();
        Changed?.Invoke();
    }

    private void Read()
    {
        (_findings, _feed) = (null, null);
        _ = JsonTextDocument.TryParse(Text, out _document, out _error);
        if (_check.Widget.Raw != Value)
        {
            _check = WidgetCheck.Of(WidgetDefinition.Read(WidgetId, Value));
        }

        IsPreviewed = IsReadable && (!_check.IsRefused || _isShownRefused);
        if (IsPreviewed)
        {
            Widget = _check.Widget;
            _isShownRefused = _check.IsRefused;
        }
    }
}
