using LiveGridStudio.App.Cli.Output;
using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Checking.Validation;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Grid.Headless;
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
    private IReadOnlyList<LintFinding>? _feed;
    private WidgetDefinition _read;
    private IReadOnlyList<DefinitionFinding>? _findings;
    private JsParseError? _error;
    private ValidationReport _report = new();
    private bool _isShownRefused = true;
    private int _more;

    /// <param name="widgetId">The widget's key in <c>widgets.json</c>.</param>
    /// <param name="text">Its definition as it stands there, well-formed or not.</param>
    /// <param name="timeProvider">Tells which edits are typed in one go.</param>
    public DefinitionDraft(string widgetId, string text, TimeProvider timeProvider)
    {
        WidgetId = widgetId;
        SavedText = text;
        Text = text;
        _history = new TextHistory(timeProvider);
        _look = new FeedLook(timeProvider);
        Widget = _read = WidgetDefinition.Read(widgetId, JsValue.Undefined);
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
    public JsValue Value { get; private set; }

    /// <summary>
    /// What to preview: the last text that Workspace takes. As long as there was none, the last one that can be read.
    /// </summary>
    public WidgetDefinition Widget { get; private set; }

    /// <summary>Whether <see cref="Widget"/> is what the text says now.</summary>
    public bool IsPreviewed { get; private set; }

    /// <summary>Whether Workspace refuses what the text says now.</summary>
    public bool IsRefused => _error is not null || !_report.Valid;

    public bool CanUndo => _history.CanUndo;

    public bool CanRedo => _history.CanRedo;

    /// <summary>The worst first, then by place. Only the reader's complaint while the text is not JSON.</summary>
    public IReadOnlyList<DefinitionFinding> Findings => _findings ??= _error is { } error
        ? [DefinitionCheck.NotJson(error)]
        : Check();

    /// <summary>How many findings there are; of very many the last are not in <see cref="Findings"/>.</summary>
    public int FindingCount => Findings.Count + _more;

    /// <summary>Whether many rows wait for their check, so that <see cref="ObserveAsync"/> is to be called again.</summary>
    internal bool IsBehind => _look.IsBehind(_read);

    private IReadOnlyList<LintFinding> Feed => _feed ??= _look.Look(_read);

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

    /// <summary>Makes the change that a finding asks for and nothing else; false when it is no longer there or has none.</summary>
    public bool Apply(DefinitionFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (!IsReadable || Findings.FirstOrDefault(finding.IsSame)?.Repair is not { } repair)
        {
            return false;
        }

        var text = JsonTextEdit.Update(Text, repair(Value));
        var isOther = text != Text;
        Edit(text);
        return isOther;
    }

    /// <summary>Lays the text out anew; nothing happens while it is not JSON.</summary>
    public void Format()
    {
        if (_error is null)
        {
            Edit(JsonTextEdit.Format(Text));
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
        await _look.LookAsync(_read);
        _feed = null;
        if (_error is null && !Feed.SequenceEqual(before))
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

    private IReadOnlyList<DefinitionFinding> Check()
    {
        var findings = DefinitionCheck.Run(Text, Value, _read, _report, Feed, out var total);
        _more = total + _look.More - findings.Count;
        return findings;
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
        (_findings, _feed, _more) = (null, null, 0);
        if (JsonText.TryParse(Text, out var value, out _error))
        {
            _report = WidgetsValidator.Validate(JsObject.Create((WidgetId, value)));
        }

        Value = value;
        _read = WidgetDefinition.Read(WidgetId, value);
        IsPreviewed = IsReadable && (_report.Valid || _isShownRefused);
        if (IsPreviewed)
        {
            Widget = _read;
            _isShownRefused = !_report.Valid;
        }
    }
}
