using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Scripts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveGridStudio.App.Studio.Sources;

public sealed partial class ConnectPanel(IJSRuntime js, NavigationManager navigation, TimeProvider timeProvider)
    : ComponentBase, IAsyncDisposable
{
    private static readonly TimeSpan CopiedFor = TimeSpan.FromSeconds(2);

    private readonly PageScript _script = new(js, "./Studio/Sources/ConnectPanel.razor.js");
    private bool _copied;

    /// <value>The source of the widget; null for this host.</value>
    [Parameter]
    public IWidgetSource? Source { get; set; }

    /// <value>The shown widget; null for none.</value>
    [Parameter]
    public WidgetDefinition? Widget { get; set; }

    /// <summary>The address to enter in Workspace; null for a pasted text.</summary>
    private string? Address => Source is SampleSource ? null : Source?.Backend ?? navigation.BaseUri.TrimEnd('/');

    public ValueTask DisposeAsync() => _script.DisposeAsync();

    /// <summary>Only addresses that this page has composed itself are links; endpoints are text from a backend.</summary>
    private IEnumerable<(string Text, string? Link, string What)> Routes(string address)
    {
        yield return ("/widgets.json", $"{address}/widgets.json", "widget definitions");
        yield return ("/apps.json", $"{address}/apps.json", "apps");
        if (Widget is { } widget)
        {
            if (!string.IsNullOrEmpty(widget.Endpoint))
            {
                yield return (PreviewObstacle.Short(widget.Endpoint), null, "rows");
            }

            if (!string.IsNullOrEmpty(widget.WsEndpoint))
            {
                yield return (PreviewObstacle.Short(widget.WsEndpoint), null, "rows as they change (WebSocket)");
            }

            var preview = Source?.Backend is { } backend
                ? $"preview?backend={Uri.EscapeDataString(backend)}&widget={Uri.EscapeDataString(widget.Id)}"
                : $"preview/{Uri.EscapeDataString(widget.Id)}";
            yield return ("Bare preview", preview, "for a frame or a picture");
        }

        if (Source?.Backend is null)
        {
            yield return ("/openapi.json", "openapi.json", "the routes described");
            yield return ("/healthz/ready", "healthz/ready", "do ticks flow");
        }
    }

    private async Task CopyAsync()
    {
        try
        {
            _copied = await _script.CallAsync<bool>("copy", Address);
        }
        catch (Exception exception) when (PageScript.IsGone(exception))
        {
            // The page has gone, or it is unknown whether the text was copied.
            return;
        }

        StateHasChanged();
        await Task.Delay(CopiedFor, timeProvider);
        _copied = false;
    }
}
