using LiveGridStudio.App.Catalog;
using LiveGridStudio.App.Ui;
using LiveGridStudio.Shared.Checking;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveGridStudio.App.Studio.Editor;

public sealed partial class DefinitionEditor(IJSRuntime js) : DraftView, IAsyncDisposable
{
    private const string Typing = "typing";

    private string _id = "";
    private DefinitionDraft? _shown;
    private string? _fault;
    private (string Text, bool IsFault)? _said;
    private SaveOutcome? _outcome;
    private string? _outcomeText;
    private bool _isLoaded;

    /// <value>Why this definition cannot be saved at all; null for the host's own widgets while saving is on.</value>
    [Parameter]
    public string? SaveObstacle { get; set; }

    /// <value>Raised to save the text, only when there is something to save.</value>
    [Parameter]
    public EventCallback OnSave { get; set; }

    /// <value>The result of the last save; shown until the next edit.</value>
    [Parameter]
    public SaveOutcome? Outcome { get; set; }

    /// <value>The result of restoring an edit from an earlier page; null for nothing to show.</value>
    [Parameter]
    public string? Restored { get; set; }

    /// <value>Raised to load the definition that is in the file now.</value>
    [Parameter]
    public EventCallback OnTakeFile { get; set; }

    private string StateId => $"{_id}-state";

    private (string Text, bool IsFault)? Note =>
        _said ?? (Outcome is { } outcome && Draft.Text == _outcomeText ? (outcome.Message, !outcome.Saved)
            : Restored is { } restored ? (restored, false) : null);

    /// <summary>Only after a save that failed because the file had changed.</summary>
    private bool CanTakeFile => _said is null && Note is { IsFault: true } && Outcome is { IsConflict: true } && OnTakeFile.HasDelegate;

    /// <summary>Why the button is disabled; the reason that the user can remove first comes first.</summary>
    private string? SaveReason =>
        SaveObstacle ?? (!Draft.IsReadable ? "Not JSON: nothing to save" : !Draft.IsChanged ? "No changes" : null);

    private string State => SaveObstacle ?? (Draft.IsChanged ? (Draft.IsReadable ? "Not saved" : "Not JSON") : "No changes");

    /// <summary>Selects the place of a finding and puts the caret there.</summary>
    public async Task RevealAsync(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (Page is { } page)
        {
            var span = finding.Span;
            await page.InvokeVoidAsync("reveal", span.Line, span.Column, span.EndLine, span.EndColumn);
        }
    }

    /// <summary>Receives the editor's new text after a pause in typing.</summary>
    /// <param name="text">The text; null when it is too long for one message and must be fetched.</param>
    [JSInvokable]
    public async Task TypedAsync(string? text)
    {
        if (Page is { } page && _attached is { } draft)
        {
            text ??= await LongText.ReadAsync(await page.InvokeAsync<IJSStreamReference>("read"), MostBytes);
            if (text is null)
            {
                _said = ($"The text is longer than {MostBytes / 1024 / 1024} MiB and is not accepted.", true);
                StateHasChanged();
                return;
            }

            _inPage = text;
            _said = null;
            draft.Edit(text, Typing);
        }
    }

    [JSInvokable]
    public Task UndoAsync() => ActAsync(Draft.Undo);

    [JSInvokable]
    public Task RedoAsync() => ActAsync(Draft.Redo);

    [JSInvokable]
    public Task FormatAsync() => ActAsync(Draft.Format);

    [JSInvokable]
    public async Task SaveAsync()
    {
        await FlushAsync();
        if (SaveReason is null)
        {
            _said = null;
            await OnSave.InvokeAsync();
            StateHasChanged();
        }
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return _script.DisposeAsync();
    }

    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        if (!ReferenceEquals(_shown, Draft))
        {
            // Another draft gets another editor: the old one is removed by its own id.
            _shown = Draft;
            _said = null;
            _id = $"definition-{Guid.NewGuid():N}";
        }

        if (!ReferenceEquals(_outcome, Outcome))
        {
            _outcome = Outcome;
            _outcomeText = Draft.Text;
        }
    }

    private async Task TakeFileAsync()
    {
        await FlushAsync();
        await OnTakeFile.InvokeAsync();
    }

    /// <summary>Applies pending input before the action.</summary>
    private async Task ActAsync(Action act)
    {
        await FlushAsync();
        _said = null;
        act();
    }

    private Task CopyAsync() => CallAsync(async () =>
    {
        var isCopied = await _script.CallAsync<bool>("copy", LongText.ToPage(Draft.Text));
        _said = isCopied ? ("Copied.", false) : ("The browser did not allow copying: select the text and press Ctrl+C.", true);
    });

    private Task DownloadAsync() => CallAsync(
        () => _script.CallAsync("download", $"{FileName.Of(Draft.WidgetId)}.json", LongText.ToPage(Draft.Text)));

    private async Task CallAsync(Func<Task> call)
    {
        await FlushAsync();
        try
        {
            await call();
        }
        catch (JSException exception)
        {
            // The script could not be loaded; that must not end the page.
            _said = (exception.Message, true);
        }
    }
}
