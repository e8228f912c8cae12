using System.Text.Json;
using LiveGridStudio.App.Ui;
using LiveGridStudio.Shared.Scripts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveGridStudio.App.Studio.Editor;

/// <content>The part in the browser: Monaco is loaded with the first editor and receives every change.</content>
public sealed partial class DefinitionEditor
{
    /// <summary>The most bytes of a text from the editor, which becomes slow long before.</summary>
    private const long MostBytes = 8 * 1024 * 1024;

    private readonly PageScript _script = new(js, "./Studio/Editor/DefinitionEditor.razor.js");
    private ElementReference _place;
    private DefinitionDraft? _attached;
    private string? _attachedId;
    private string? _inPage;

    /// <summary>The editor in the page; null before it exists.</summary>
    private IJSObjectReference? Page => _script.Started;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        try
        {
            if (firstRender)
            {
                await LoadAsync();
            }
            else if (_isLoaded && _attachedId != _id && _fault is null)
            {
                await AttachAsync();
            }
        }
        catch (JSException exception)
        {
            // An error of Monaco must not end the page.
            _fault = exception.Message;
            StateHasChanged();
        }
        catch (Exception exception) when (PageScript.IsGone(exception))
        {
            // The browser is gone, or its answer was lost with the connection.
            _attachedId = null;
        }
    }

    private async Task LoadAsync()
    {
        await _script.CallAsync("load");
        _isLoaded = true;
        StateHasChanged();
    }

    private async Task TryAgainAsync()
    {
        (_fault, _attachedId) = (null, null);
        if (!_isLoaded)
        {
            await LoadAsync();
        }
    }

    protected override async Task ShowAsync()
    {
        StateHasChanged();
        if (Page is { } page && ReferenceEquals(_attached, Draft))
        {
            if (Draft.Text != _inPage)
            {
                var text = _inPage = Draft.Text;
                try
                {
                    await page.InvokeVoidAsync("write", LongText.ToPage(text));
                }
                catch (OperationCanceledException)
                {
                    // It is unknown whether the text arrived: the next change writes it again.
                    _inPage = null;
                    throw;
                }
            }

            await page.InvokeVoidAsync("mark", Markers());
        }
    }

    /// <summary>Creates the editor of the shown draft. By the time it exists another draft may be shown.</summary>
    private async Task AttachAsync()
    {
        var id = _attachedId = _id;
        // Start empty: a long text follows in pieces, as a change.
        var isLong = Draft.Text.Length > LongText.MostInMessage;
        (_attached, _inPage) = (Draft, isLong ? "" : Draft.Text);
        await _script.StartAsync(_place, this, EditorOptions.For(Draft, _inPage), isLong);
        if (id != _attachedId)
        {
            return;
        }

        if (Page is null)
        {
            // The browser has gone, its answer was lost with the connection, or the editor's element was removed meanwhile.
            _attachedId = null;
            return;
        }

        await ShowAsync();
    }

    /// <summary>
    /// Serialised here with options that all pages share: each circuit has serializer options of its own, and their metadata for a type
    /// stays in memory with it.
    /// </summary>
    private JsonElement Markers() => JsonSerializer.SerializeToElement(
        Draft.Findings.Select(EditorMarker.Of).ToArray(), DefinitionJsonContext.Default.EditorMarkerArray);

    private async Task FlushAsync()
    {
        if (Page is { } page)
        {
            await page.InvokeVoidAsync("flush");
        }
    }
}
