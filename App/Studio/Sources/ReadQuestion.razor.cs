using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.Shared.Scripts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveGridStudio.App.Studio.Sources;

/// <remarks>
/// Another web page must not be able to have it answered. Inside a frame of another origin there is nothing to press, and a
/// press counts only once the page, and the question on it, have been in front for <see cref="Pause"/>: a click that was meant
/// for another window is none.
/// </remarks>
public sealed partial class ReadQuestion(IJSRuntime js) : ComponentBase, IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly PageScript _script = new(js, "./Studio/Sources/ReadQuestion.razor.js");
    private ElementReference _root;
    private (Uri Backend, string Origin, bool IsDeclined)? _shown;

    /// <summary>Null until the browser has told.</summary>
    private bool? _isFramed;
    private bool _isAttended;
    private bool _isNew;

    /// <summary>The button that had the focus is gone.</summary>
    private bool _takesFocus;

    /// <value>The backend that was asked for.</value>
    [Parameter, EditorRequired]
    public required Uri Backend { get; set; }

    /// <value>What is to be read: the backend's origin, or one that it names.</value>
    [Parameter, EditorRequired]
    public required string Asked { get; set; }

    /// <value>Whether the reader has said not now.</value>
    [Parameter]
    public bool IsDeclined { get; set; }

    /// <value>As a line among other things instead of in their place.</value>
    [Parameter]
    public bool IsNote { get; set; }

    /// <value>An address of the studio that puts the same question, for a page that cannot.</value>
    [Parameter]
    public string Link { get; set; } = "/";

    [Parameter]
    public EventCallback OnAllow { get; set; }

    [Parameter]
    public EventCallback OnDecline { get; set; }

    private bool IsBackend => Origin.Of(Backend) == Asked;

    private bool CanAnswer => _isFramed == false && _isAttended;

    private string BackendText => PendingRead.Shown(Backend);

    private string OriginText => Origin.Shown(Asked);

    /// <summary>The browser tells whether a press may count now, and whether the page is inside one of another origin.</summary>
    [JSInvokable]
    public void OnAttention(bool isAttended, bool isFramed)
    {
        (_isAttended, _isFramed) = (isAttended, isFramed);
        StateHasChanged();
    }

    public ValueTask DisposeAsync() => _script.DisposeAsync();

    protected override void OnParametersSet()
    {
        var shown = (Backend, Asked, IsDeclined);
        if (_shown != shown)
        {
            // Another question in the same place is answered by another press.
            _takesFocus = IsDeclined && _shown is not null;
            (_shown, _isNew, _isAttended) = (shown, true, false);
        }
    }

    protected override Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_isNew)
        {
            return Task.CompletedTask;
        }

        _isNew = false;
        return _script.StartAsync(_root, this, Pause.TotalMilliseconds, _takesFocus);
    }

    private Task AllowAsync() => CanAnswer ? OnAllow.InvokeAsync() : Task.CompletedTask;

    private Task DeclineAsync() => CanAnswer ? OnDecline.InvokeAsync() : Task.CompletedTask;
}
