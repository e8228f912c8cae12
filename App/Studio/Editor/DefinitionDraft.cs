using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Json.Text;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.App.Studio.Editor;

/// <summary>The text of one widget's definition during editing, whichever view edits it. Made for one circuit; not thread-safe.</summary>
public sealed class DefinitionDraft
{
    private readonly TextHistory _history;
    private readonly FeedLook _look;
    private IReadOnlyList<Finding>? _feed;
    private IReadOnlyList<Finding> _troubles = [];
    private IReadOnlyList<Finding>? _findings;
    private JsonTextDocument? _document;
    private JsParseError? _error;
    private WidgetCheck _check;
    private bool _isShownRefused = true;

    /// <param name="widgetId">The widget's key in <c>widgets.json</c>.</param>
    /// <param name="text">The definition as written there, valid or not.</param>
    /// <param name="timeProvider">The clock that decides which edits form one step.</param>
    /// <param name="known">The check of the definition, if known already.</param>
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

    /// <summary>The text as loaded or last saved.</summary>
    public string SavedText { get; private set; }

    public bool IsChanged => Text != SavedText;

    /// <summary>Whether the text is a JSON object, so that forms can edit it.</summary>
    public bool IsReadable => Value.IsObject;

    /// <summary>The parsed text; undefined while it is not JSON.</summary>
    public JsValue Value => _document?.Value ?? JsValue.Undefined;

    /// <summary>
    /// The definition to preview: the last text that Workspace accepts or, while there has been none, the last one that can be read.
    /// </summary>
    public WidgetDefinition Widget { get; private set; }

    /// <summary>Whether <see cref="Widget"/> matches the current text.</summary>
    public bool IsPreviewed { get; private set; }

    /// <summary>Whether Workspace refuses the current text.</summary>
    public bool IsRefused => _document is null || _check.IsRefused;

    public bool CanUndo => _history.CanUndo;

    public bool CanRedo => _history.CanRedo;

    /// <value>The rules that are switched off.</value>
    public RuleSwitches Off { get; private set; } = RuleSwitches.None;

    /// <summary>By severity, then by place. Only the JSON error while the text is not JSON.</summary>
    public IReadOnlyList<Finding> Findings => _findings ??= _error is { } error
        ? [WidgetCheck.NotJson(error) with { Fix = "The preview keeps the last definition that could be read." }]
        : [.. _check.Locate(_document!, Feed).Where(finding => !Off.Hides(finding))];

    /// <summary>Number of findings; when there are very many, <see cref="Findings"/> does not contain the last ones.</summary>
    public int FindingCount => _document is null ? Findings.Count : _check.Count + Feed.Count + _look.More - HiddenCount;

    /// <value>How many findings are not shown because their rule is off.</value>
    public int HiddenCount => _document is null || Off.IsEmpty ? 0 : _check.Locate(_document, Feed).Count(Off.Hides);

    /// <summary>Whether many rows still wait for their check, so that <see cref="ObserveAsync"/> must be called again.</summary>
    internal bool IsBehind => _look.IsBehind(_check.Widget);

    private IReadOnlyList<Finding> Feed => _feed ??= [.. _troubles, .. _look.Look(_check.Widget)];

    /// <param name="text">The whole new text.</param>
    /// <param name="group">Edits of one group in quick succession are undone together; null for a step of its own.</param>
    public void Edit(string text, string? group = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text != Text)
        {
            _history.Record(Text, text, group);
            Take(text);
        }
    }

    /// <summary>Edits the text as a form does; does nothing while the text is not a JSON object.</summary>
    /// <param name="edit">Maps the document to the whole new text.</param>
    /// <param name="group">As for the other overload.</param>
    public void Edit(Func<JsonTextDocument, string> edit, string? group = null)
    {
        ArgumentNullException.ThrowIfNull(edit);
        if (IsReadable)
        {
            Edit(edit(_document!), group);
        }
    }

    /// <summary>Applies the fix of a finding and nothing else; false when the finding no longer exists or has no fix.</summary>
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

    /// <summary>Formats the text; does nothing while it is not JSON.</summary>
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
    /// Takes the backend's rows and messages, for the findings that need them. Few rows are checked before this returns; many are checked
    /// on another thread before the task ends.
    /// </summary>
    /// <param name="rows">The endpoint's answer, before the loading rules; undefined when it is not known.</param>
    /// <param name="messages">Frames in order of time.</param>
    /// <param name="troubles">What does not work of the backend, in the place of what did not work before; null for nothing.</param>
    public async Task ObserveAsync(JsValue rows, IReadOnlyList<PreviewMessage> messages, IReadOnlyList<Finding>? troubles = null)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var before = _feed ?? [];
        _troubles = troubles ?? [];
        _look.Take(rows, messages);
        _feed = null;
        await _look.LookAsync(_check.Widget);
        _feed = null;
        if (_document is not null && !(Feed.Count == before.Count && Feed.Zip(before).All(static pair => pair.First.IsSame(pair.Second) && pair.First.Severity == pair.Second.Severity)))
        {
            _findings = null;
            Changed?.Invoke();
        }
    }

    /// <summary>Switches rules off, in the place of those that were off.</summary>
    public void Switch(RuleSwitches off)
    {
        ArgumentNullException.ThrowIfNull(off);
        if (!off.All.SequenceEqual(Off.All))
        {
            (Off, _findings) = (off, null);
            Changed?.Invoke();
        }
    }

    /// <summary>Takes another text as the saved one; undo brings the previous text back.</summary>
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

    /// <summary>Marks a text as saved; edits made while it was being written stay unsaved.</summary>
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
