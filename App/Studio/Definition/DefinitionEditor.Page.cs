using System.Text;
using System.Text.Json;
using BlazorMonaco.Editor;
using Microsoft.JSInterop;

namespace LiveGridStudio.App.Studio.Definition;

/// <content>The part in the browser: Monaco is loaded when the first editor is shown, and told of every change.</content>
public sealed partial class DefinitionEditor
{
    private const string Script = "./Studio/Definition/DefinitionEditor.razor.js";
    private const long MostBytes = 8 * 1024 * 1024;

    private DotNetObjectReference<DefinitionEditor>? _self;
    private IJSObjectReference? _module;
    private IJSObjectReference? _page;
    private DefinitionDraft? _attached;
    private string? _inPage;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        try
        {
            _module = await js.InvokeAsync<IJSObjectReference>("import", Script);
            await _module.InvokeVoidAsync("load");
            _isLoaded = true;
        }
        catch (JSException exception)
        {
            _fault = exception.Message;
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            return;
        }

        if (!_disposed)
        {
            StateHasChanged();
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
                    await page.InvokeVoidAsync("write", text);
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

    private StandaloneEditorConstructionOptions Options(StandaloneCodeEditor editor) => EditorOptions.For(Draft);

    private async Task AttachAsync()
    {
        if (_disposed || _module is null)
        {
            return;
        }

        await DetachAsync();
        _self ??= DotNetObjectReference.Create(this);
        _inPage = null;
        _attached = Draft;
        _page = await _module.InvokeAsync<IJSObjectReference>("attach", _id, _self);
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

    private static async Task<string> ReadAsync(IJSObjectReference page)
    {
        await using var reference = await page.InvokeAsync<IJSStreamReference>("read");
        await using var stream = await reference.OpenReadStreamAsync(MostBytes);
        using var reader = new StreamReader(stream, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: false);
        return await reader.ReadToEndAsync();
    }
}
