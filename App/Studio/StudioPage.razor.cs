using LiveGridStudio.App.Connect;
using LiveGridStudio.App.Studio.Definition;
using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.Shared.Grid;
using LiveGridStudio.Shared.Grid.Messages;
using LiveGridStudio.Shared.Widgets;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveGridStudio.App.Studio;

/// <summary>The studio: the widgets of a source, one of them as a card with its messages. The address holds what is chosen.</summary>
public sealed partial class StudioPage(
    HostSource host,
    RemoteConnector connector,
    CatalogWriter writer,
    NavigationManager navigation,
    IJSRuntime js,
    TimeProvider timeProvider)
    : ComponentBase, IAsyncDisposable
{
    /// <summary>How often rows and messages are looked at for findings.</summary>
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _leaving = new();
    private readonly FrameLog _log = new(timeProvider);
    private readonly DraftDesk _desk = new(writer, timeProvider);
    private InspectorPane? _inspector;
    private ITimer? _looking;
    private IWidgetSource _source = host;
    private IReadOnlyList<WidgetEntry> _entries = [];
    private IReadOnlyList<string> _recent = [];
    private WidgetEntry? _selected;
    private GridSession? _session;
    private StudioAddress _address = new();
    private string? _problem;
    private bool _isConnecting;
    private bool _isPasting;

    public async ValueTask DisposeAsync()
    {
        host.Changed -= OnHostChanged;
        _desk.Changed -= StateHasChanged;
        _looking?.Dispose();
        await _leaving.CancelAsync();
        _leaving.Dispose();
        await host.DisposeAsync();
    }

    protected override void OnInitialized()
    {
        _address = StudioAddress.Read(navigation.Uri);
        host.Changed += OnHostChanged;
        _desk.Changed += StateHasChanged;
        // The other backend is asked once the page is alive; until then there is nothing of it to show.
        if (_address.Backend is null)
        {
            Refresh();
        }
        else
        {
            _isConnecting = true;
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _recent = await js.InvokeAsync<string[]>("liveGridStudio.recentBackends");
            if (_address.Backend is { } backend)
            {
                await ConnectAsync(new ConnectRequest(backend, []));
            }

            _looking = timeProvider.CreateTimer(_ => _ = InvokeAsync(() => _desk.Observe(_session)), null, LookInterval, LookInterval);
            StateHasChanged();
        }
    }

    private async Task ConnectAsync(ConnectRequest request)
    {
        _isConnecting = true;
        _problem = null;
        StateHasChanged();
        try
        {
            var connection = await connector.ConnectAsync(request.Address, request.ReadCredentials(), _leaving.Token);
            var source = new RemoteSource(connection);
            var isSame = source.Backend == _address.Backend?.TrimEnd('/');
            Show(source, isSame ? _address : new StudioAddress { Backend = source.Backend, Theme = _address.Theme });
            _recent = await js.InvokeAsync<string[]>("liveGridStudio.keepBackend", source.Backend);
        }
        catch (ConnectException exception)
        {
            _problem = exception.Message;
            if (ReferenceEquals(_source, host))
            {
                Refresh();
            }
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            return;
        }
        finally
        {
            _isConnecting = false;
        }
    }

    private void UseHostAsync()
    {
        _problem = null;
        Show(host, new StudioAddress { Theme = _address.Theme });
    }

    private void PreviewTextAsync(SampleText sample) =>
        Show(new SampleSource(sample, timeProvider), new StudioAddress { Theme = _address.Theme });

    private void Show(IWidgetSource source, StudioAddress address)
    {
        _isPasting = false;
        _source = source;
        Keep(address);
        Refresh();
    }

    private void Refresh()
    {
        _entries = [.. _source.Widgets.Select(widget => WidgetEntry.Of(widget, _source.Obstacle(widget) is null))];
        _selected = _address.Widget is { } id ? _entries.FirstOrDefault(entry => entry.Widget.Id == id)
            : _entries is [var first, ..] ? first : null;
        // A backend that is connected to anew is the same one; each pasted text is another.
        _desk.Show(_source.Backend ?? (object)_source, _selected?.Widget, ReferenceEquals(_source, host));
    }

    private void Select(string widgetId)
    {
        _isPasting = false;
        // Values belong to the widget that they were chosen for.
        Keep(_address with { Widget = widgetId, Values = new Dictionary<string, string>() });
        Refresh();
    }

    private void Jump(DefinitionFinding finding) => _inspector?.Reveal(finding);

    private void WriteSize(CardSize size)
    {
        if (_desk.Draft is { IsReadable: true } draft)
        {
            draft.Edit(size.WriteTo(draft.Text));
        }
    }

    private void Follow(GridSession? session) => _session = session;

    private void KeepValues(IReadOnlyDictionary<string, string> values) =>
        Keep(_address with { Values = new Dictionary<string, string>([.. _address.Values.ExceptBy(values.Keys, static pair => pair.Key), .. values]) });

    private void KeepPolicy(MergePolicy policy) => Keep(_address with { Policy = policy });

    private void Keep(StudioAddress address)
    {
        _address = address;
        navigation.NavigateTo(address.ToUri(navigation), new NavigationOptions { ReplaceHistoryEntry = true });
    }

    private void OnHostChanged() => _ = InvokeAsync(() =>
    {
        if (ReferenceEquals(_source, host))
        {
            Refresh();
            StateHasChanged();
        }
    });
}
