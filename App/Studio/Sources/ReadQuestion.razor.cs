using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.Shared.Scripts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveGridStudio.App.Studio.Sources;

/// <remarks>
/// Another web page must not be able to trigger an answer. Inside a frame of another origin there are no buttons. A press counts only after
/// the page with this question has been in front for <see cref="Pause"/>, so that a click meant for another window has no effect.
/// </remarks>
public sealed partial class ReadQuestion(IJSRuntime js) : ComponentBase, IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly PageScript _script = new(js, "./Studio/Sources/ReadQuestion.razor.js");
    private ElementReference _root;
    private (Uri Backend, string Origin, bool IsDeclined)? _shown;

    /// <summary>Null until the browser has reported it.</summary>
    private bool? _isFramed;
    private bool _isAttended;
    private bool _isNew;

    /// <summary>Whether to take the focus, because the button that had it was removed.</summary>
    private bool _takesFocus;

    /// <value>The requested backend.</value>
    [Parameter, EditorRequired]
    public required Uri Backend { get; set; }

    /// <value>The origin to read: the backend's, or one that it names.</value>
    [Parameter, EditorRequired]
    public required string Asked { get; set; }

    /// <value>Whether the user has answered "not now".</value>
    [Parameter]
    public bool IsDeclined { get; set; }

    /// <value>Whether to show one line beside other content instead of replacing it.</value>
    [Parameter]
    public bool IsNote { get; set; }

    /// <value>An address of the studio that asks the same question, for a page that cannot ask.</value>
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

    /// <summary>Reports whether a press counts now, and whether the page is framed by another origin.</summary>
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
            // Another question in the same place needs a new press.
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
