using System.Text.Json;
using LiveGridStudio.App.Ui;
using Microsoft.JSInterop;

namespace LiveGridStudio.App.Studio.Editor;

/// <content>The part in the browser: Monaco is loaded when the first editor is shown, and told of every change.</content>
public sealed partial class DefinitionEditor
{
    private const string Script = "./Studio/Editor/DefinitionEditor.razor.js";

    /// <summary>A longer text is not taken from the editor, which grows slow long before.</summary>
    private const long MostBytes = 8 * 1024 * 1024;

    private DotNetObjectReference<DefinitionEditor>? _self;
    private IJSObjectReference? _module;
    private IJSObjectReference? _page;
    private DefinitionDraft? _attached;
    private string? _attachedId;
    private string? _inPage;

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
            // Monaco's own fault must not end the page.
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
        _module ??= await js.InvokeAsync<IJSObjectReference>("import", Script);
        await _module.InvokeVoidAsync("load");
        _isLoaded = true;
        if (!_disposed)
        {
            StateHasChanged();
        }
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
        if (_page is { } page && ReferenceEquals(_attached, Draft))
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
                    // Nobody knows whether it arrived: the next change writes it again.
                    _inPage = null;
                    throw;
                }
            }

            await page.InvokeVoidAsync("mark", Markers());
        }
    }

    /// <summary>
    /// Makes the editor of the draft that is shown. The draft may be another one at each of the waits; what was made by then is
    /// taken back here.
    /// </summary>
    private async Task AttachAsync()
    {
        var (id, draft) = (_id, Draft);
        _attachedId = id;
        await DetachAsync();
        _self ??= DotNetObjectReference.Create(this);
        // A long text follows in pieces, as a change of an empty one.
        var isLong = draft.Text.Length > LongText.MostInMessage;
        var text = isLong ? "" : draft.Text;
        var page = await _module!.InvokeAsync<IJSObjectReference?>("attach", id, EditorOptions.For(draft, text), _self, isLong);
        if (page is null)
        {
            // Its place on the page went while the answer was on the way.
            return;
        }

        if (_disposed || id != _id)
        {
            await page.InvokeVoidAsync("dispose");
            await page.DisposeAsync();
            return;
        }

        (_page, _attached, _inPage) = (page, draft, text);
        await ShowAsync();
    }

    private async Task DetachAsync()
    {
        if (_page is { } page)
        {
            _page = null;
            await page.InvokeVoidAsync("dispose");
            await page.DisposeAsync();
        }
    }

    /// <summary>Written here, by what all pages share: each circuit has serializer options of its own, and what they learn of a type stays with it.</summary>
    private JsonElement Markers() => JsonSerializer.SerializeToElement(
        Draft.Findings.Select(EditorMarker.Of).ToArray(), DefinitionJsonContext.Default.EditorMarkerArray);

    private async Task FlushAsync()
    {
        if (_page is { } page)
        {
            await page.InvokeVoidAsync("flush");
        }
    }
}
