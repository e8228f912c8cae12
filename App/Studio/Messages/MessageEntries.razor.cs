using LiveGridStudio.Shared.Grid.Log;
using LiveGridStudio.Shared.Scripts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveGridStudio.App.Studio.Messages;

/// <summary>The messages in the page. Keys move the focus in the browser, which reports the message that gets it.</summary>
public sealed partial class MessageEntries(IJSRuntime js) : ComponentBase, IAsyncDisposable
{
    private readonly PageScript _script = new(js, "./Studio/Messages/MessageEntries.razor.js");
    private ElementReference _root;
    private LoggedFrame? _reached;

    /// <value>The list to show; its owner triggers an update by rendering.</value>
    [Parameter, EditorRequired]
    public required MessageList List { get; set; }

    [Parameter]
    public EventCallback<LoggedFrame> OnToggle { get; set; }

    /// <value>The last message with focus, else the newest one.</value>
    private LoggedFrame? Stop => _reached is { } reached && List.Shown.Contains(reached) ? reached : List.Shown is [var newest, ..] ? newest : null;

    public ValueTask DisposeAsync() => _script.DisposeAsync();

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? _script.StartAsync(_root) : Task.CompletedTask;

    private void Reach(LoggedFrame frame) => _reached = frame;
}
