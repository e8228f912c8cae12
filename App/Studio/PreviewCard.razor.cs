using LiveGridStudio.Shared.Json;
using Microsoft.AspNetCore.Components;

namespace LiveGridStudio.App.Studio;

/// <summary>A preview as Workspace shows a widget. The preview is open while its card is on the page.</summary>
public sealed partial class PreviewCard : ComponentBase, IAsyncDisposable
{
    private string _filter = "";
    private Preview? _observed;

    /// <value>The preview to show. Another preview needs another card.</value>
    [Parameter, EditorRequired]
    public required Preview Preview { get; set; }

    /// <value>Raised when the user allows an origin for the source.</value>
    [Parameter]
    public EventCallback<string> OnAllow { get; set; }

    /// <inheritdoc cref="Sources.ReadQuestion.Link"/>
    [Parameter]
    public string StudioLink { get; set; } = "/";

    /// <value>Without a frame around it, filling the page.</value>
    [Parameter]
    public bool IsBare { get; set; }

    private bool HasRecordingNote => Preview.RecordingProblem is not null || Preview.Recording is { IsRunning: false };

    private bool HasNote => HasRecordingNote || Preview.Sent is not null;

    private string Title => Ellipsis.Shown(string.IsNullOrWhiteSpace(Preview.Widget.Name) ? Preview.Widget.Id : Preview.Widget.Name);

    public async ValueTask DisposeAsync()
    {
        if (_observed is { } preview)
        {
            _observed = null;
            preview.Changed -= StateHasChanged;
            await preview.StopAsync();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // Only now: a page that is prerendered on the server would subscribe twice.
        if (firstRender)
        {
            _observed = Preview;
            Preview.Changed += StateHasChanged;
            await Preview.StartAsync(InvokeAsync, exception => _ = DispatchExceptionAsync(exception));
        }
    }

    private async Task AllowAsync(string origin)
    {
        await Preview.AllowAsync(origin);
        await OnAllow.InvokeAsync(origin);
    }

    private void SetFilter(string? filter) => _filter = filter ?? "";
}
