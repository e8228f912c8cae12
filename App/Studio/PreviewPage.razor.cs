using LiveGridStudio.App.Recordings;
using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.Shared.Scripts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveGridStudio.App.Studio;

/// <summary>One bare widget, of this host or of the backend or recording that the address names, for a frame or a screenshot.</summary>
public sealed partial class PreviewPage(
    SourceSelector sources, PreviewFactory previews, RecordingFolder recordings, TimeProvider timeProvider, NavigationManager navigation, IJSRuntime js)
    : ComponentBase, IAsyncDisposable
{
    private const int MostNamed = 20;
    private const int MostRecordings = 10;

    private readonly BrowserBackends _browser = new(js);
    private readonly CancellationTokenSource _leaving = new();
    private StudioAddress _address = new();
    private string? _recordingProblem;
    private IReadOnlyList<string> _others = [];
    private IWidgetSource? _source;
    private Preview? _preview;

    /// <value>A key of <c>widgets.json</c>; null takes the address's <c>widget</c>, else the first one.</value>
    [Parameter]
    public string? WidgetId { get; set; }

    /// <summary>Null when the address names no recording. A recording asks no backend, also when the address names one too.</summary>
    private RecordingAddress? Recording => _address.Recording;

    /// <summary>The same in the studio, which is never inside a page of another origin.</summary>
    private string StudioLink => (_address with { Widget = WidgetId ?? _address.Widget }).ToUri(navigation);

    /// <summary>The same page with another recording.</summary>
    private string LinkOf(string name) =>
        "preview" + (_address with { Backend = null, Widget = null, Recording = Recording! with { Name = name }, Values = new StudioAddress().Values }).ToQuery();

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        _leaving.Dispose();
        sources.Host.Changed -= OnHostChanged;
        sources.Changed -= StateHasChanged;
        await sources.DisposeAsync();
        await _browser.DisposeAsync();
    }

    protected override async Task OnInitializedAsync()
    {
        _address = StudioAddress.Read(navigation.Uri);
        sources.Host.Changed += OnHostChanged;
        sources.Changed += StateHasChanged;
        if (Recording is not null)
        {
            await OpenRecordingAsync(Recording);
        }
        else
        {
            _source = _address.Backend is null ? sources.Host : null;
        }
    }

    protected override void OnParametersSet() => Find();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || Recording is not null || _address.Backend is not { } backend)
        {
            return;
        }

        try
        {
            sources.Learn(await _browser.ReadAsync());
        }
        catch (Exception exception) when (PageScript.IsGone(exception))
        {
            // The page is gone.
            return;
        }

        await ShowAsync(sources.ConnectAsync(new ConnectRequest(backend, [])));
    }

    private async Task OpenRecordingAsync(RecordingAddress recording)
    {
        var leaving = _leaving.Token;
        try
        {
            // Not on the circuit's thread: it waits for the disk.
            var source = await Task.Run(() => RecordingSource.OpenAsync(recordings, recording, timeProvider, leaving), leaving);
            (_source, _address) = (source, _address with { Values = source.Values });
            Find();
        }
        catch (IOException exception)
        {
            (_recordingProblem, _others) = (exception.Message, await OtherRecordingsAsync(leaving));
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The page is gone.
        }
    }

    /// <summary>Those that were made last, but for this one, to choose from; none where the list cannot be read either.</summary>
    private async Task<IReadOnlyList<string>> OtherRecordingsAsync(CancellationToken leaving)
    {
        try
        {
            var names = await Task.Run(recordings.List, leaving);
            return [.. names.Where(name => name != Recording?.Name).Take(MostRecordings)];
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The page already says what is wrong, or it is gone.
            return [];
        }
    }

    private async Task AllowAsync()
    {
        if (await ShowAsync(sources.AllowAsync()))
        {
            await KeepAsync();
        }
    }

    private async Task<bool> ShowAsync(Task<bool> reading)
    {
        if (!await reading)
        {
            return false;
        }

        _source = sources.Current;
        Find();
        StateHasChanged();
        return true;
    }

    /// <summary>Stores in the browser what the user has allowed.</summary>
    private async Task KeepAsync()
    {
        if (sources.Current is { Backend: { } backend, Gate: { } gate })
        {
            sources.Learn(await _browser.KeepAsync(backend, gate.Allowed));
        }
    }

    private void Find()
    {
        // A recording has one widget, which was chosen when it was recorded.
        var id = Recording is null ? WidgetId ?? _address.Widget : null;
        var widget = _source?.Widgets.FirstOrDefault(widget => id is null || widget.Id == id);
        if (widget is null || _source is null)
        {
            _preview = null;
        }
        else if (_preview is { } preview && ReferenceEquals(preview.Source, _source) && preview.Widget.Id == widget.Id)
        {
            preview.Show(widget);
        }
        else
        {
            // The previous preview is closed by its card.
            _preview = previews.Create(_source, widget, _address);
        }
    }

    private void OnHostChanged() => _ = InvokeAsync(() =>
    {
        Find();
        StateHasChanged();
    });
}
