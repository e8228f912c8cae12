using LiveGridStudio.Shared.Grid.Log;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveGridStudio.App.Studio.Messages;

/// <summary>The messages that are on the page. Keys move the focus in the browser; which message takes it is told here.</summary>
public sealed partial class MessageEntries(IJSRuntime js) : ComponentBase, IAsyncDisposable
{
    private ElementReference _root;
    private IJSObjectReference? _module;
    private IJSObjectReference? _keys;
    private LoggedFrame? _reached;
    private bool _disposed;

    /// <value>What to show; whoever owns it says when to look again by rendering.</value>
    [Parameter, EditorRequired]
    public required MessageList List { get; set; }

    [Parameter]
    public EventCallback<LoggedFrame> OnToggle { get; set; }

    /// <value>The message that had the focus last, or else the newest one.</value>
    private LoggedFrame? Stop => _reached is { } reached && List.Shown.Contains(reached) ? reached : List.Shown is [var newest, ..] ? newest : null;

    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        try
        {
            if (_keys is not null)
            {
                await _keys.InvokeVoidAsync("stop");
                await _keys.DisposeAsync();
                await _module!.DisposeAsync();
            }
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            // The page is gone, and its script with it.
            _keys = null;
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        try
        {
            _module = await js.InvokeAsync<IJSObjectReference>("import", "./Studio/Messages/MessageEntries.razor.js");
            _keys = await _module.InvokeAsync<IJSObjectReference>("init", _root);
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            // The page is gone.
            return;
        }

        if (_disposed)
        {
            await DisposeAsync();
        }
    }

    private void Reach(LoggedFrame frame) => _reached = frame;
}
