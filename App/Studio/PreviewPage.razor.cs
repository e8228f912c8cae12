using LiveGridStudio.App.Connect;
using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.Shared.Widgets;
using Microsoft.AspNetCore.Components;

namespace LiveGridStudio.App.Studio;

/// <summary>One bare widget, of this host or of the backend that the address names, for a frame or a screenshot.</summary>
public sealed partial class PreviewPage(HostSource host, RemoteConnector connector, NavigationManager navigation)
    : ComponentBase, IAsyncDisposable
{
    private const int MostNamed = 20;

    private readonly CancellationTokenSource _leaving = new();
    private StudioAddress _address = new();
    private IWidgetSource? _source;
    private WidgetDefinition? _widget;
    private string? _problem;

    /// <value>A key of <c>widgets.json</c>; null takes the address's <c>widget</c>, else the first one.</value>
    [Parameter]
    public string? WidgetId { get; set; }

    public async ValueTask DisposeAsync()
    {
        host.Changed -= OnHostChanged;
        await _leaving.CancelAsync();
        _leaving.Dispose();
        await host.DisposeAsync();
    }

    protected override void OnInitialized()
    {
        _address = StudioAddress.Read(navigation.Uri);
        host.Changed += OnHostChanged;
        _source = _address.Backend is null ? host : null;
    }

    protected override void OnParametersSet() => Find();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || _address.Backend is not { } backend)
        {
            return;
        }

        try
        {
            _source = new RemoteSource(await connector.ConnectAsync(backend, [], _leaving.Token));
            Find();
        }
        catch (ConnectException exception)
        {
            _problem = exception.Message;
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            return;
        }

        StateHasChanged();
    }

    private void Find()
    {
        var id = WidgetId ?? _address.Widget;
        _widget = _source?.Widgets.FirstOrDefault(widget => id is null || widget.Id == id);
    }

    private void OnHostChanged() => _ = InvokeAsync(() =>
    {
        Find();
        StateHasChanged();
    });
}
