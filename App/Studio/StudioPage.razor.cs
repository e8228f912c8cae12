using System.Globalization;
using LiveGridStudio.App.Catalog;
using LiveGridStudio.App.Hosting.Rules;
using LiveGridStudio.App.Studio.Problems;
using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.App.Ui;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Scripts;
using LiveGridStudio.Shared.Workspace;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;

namespace LiveGridStudio.App.Studio;

/// <summary>The studio's page: draws a <see cref="StudioState"/>, and brings it what the browser says: its address, its store, its clock.</summary>
public sealed partial class StudioPage(
    SourceSelector sources,
    CatalogWriter writer,
    PreviewFactory previews,
    NavigationManager navigation,
    IJSRuntime js,
    IOptions<RuleOptions> rules,
    TimeProvider timeProvider)
    : ComponentBase, IAsyncDisposable
{
    /// <summary>The interval at which rows and messages are checked.</summary>
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    /// <summary>In rows of the dashboard; so many leave room for the problems below, on a window of 900 pixels.</summary>
    private const int MostRowsAbove = 18;

    private readonly StudioState _state = new(sources, writer, previews, timeProvider) { SettingsOff = rules.Value.Switches };
    private readonly RuleStorage _rules = new(js);
    private readonly BrowserBackends _browser = new(js);

    /// <summary>The prefix of the history states that this page writes.</summary>
    private readonly string _mark = $"{Guid.NewGuid():N}-";
    private InspectorPane? _inspector;
    private ITimer? _looking;
    private bool _isClosed;
    private int _written;
    private int _heard;

    /// <value>The theme of the page; null on a page without a theme switch.</value>
    [CascadingParameter]
    public ThemeSwitch? Theme { get; set; }

    private string EmptyHint => sources.Current.Backend is null
        ? "Add one to widgets.json; it appears here as soon as the file is saved."
        : "Its widgets.json is empty. Add one there, and read the backend again.";

    public async ValueTask DisposeAsync()
    {
        _isClosed = true;
        sources.Host.Changed -= OnHostChanged;
        _state.Changed -= StateHasChanged;
        _state.AddressChanged -= Write;
        navigation.LocationChanged -= OnLocationChanged;
        Theme?.Changed -= OnThemeChanged;
        _looking?.Dispose();
        await _state.DisposeAsync();
        await _browser.DisposeAsync();
        await _rules.DisposeAsync();
    }

    protected override void OnInitialized()
    {
        _state.KeepBackend = _browser.KeepAsync;
        _state.KeepRules = _rules.KeepAsync;
        _state.ShowTheme = Theme is { } theme ? theme.ShowAsync : null;
        _state.Changed += StateHasChanged;
        _state.AddressChanged += Write;
        sources.Host.Changed += OnHostChanged;
        navigation.LocationChanged += OnLocationChanged;
        Theme?.Changed += OnThemeChanged;
        _state.Start(StudioAddress.Read(navigation.Uri));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _state.Learn(await _browser.ReadAsync());
            var storage = new TabStorage(js, timeProvider, InvokeAsync);
            await storage.LoadAsync();
            if (_isClosed)
            {
                // The page was closed before its browser answered, so nothing may start that keeps it alive.
                storage.Dispose();
                return;
            }

            _state.Remember(storage);
            _state.ReadRules = _rules.ReadAsync;
            await _state.FollowRulesAsync();
            _looking = timeProvider.CreateTimer(_ => _ = InvokeAsync(LookAsync), null, LookInterval, LookInterval);
            if (_state.Address.Backend is { } backend)
            {
                await _state.ConnectAsync(new ConnectRequest(backend, []));
            }

            StateHasChanged();
        }
    }

    private async Task ForgetAsync(string backend) => _state.Learn(await _browser.ForgetAsync(backend));

    private void Jump(Finding finding) => _inspector?.Reveal(finding);

    private void WriteSize(CardSize size) => _state.Preview?.Draft?.Draft?.Edit(size.WriteTo);

    private async Task LookAsync()
    {
        try
        {
            await _state.FollowRulesAsync();
            await _state.LookAsync();
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    private void OnHostChanged() => _ = InvokeAsync(_state.ReadHost);

    private void OnThemeChanged() => _state.FollowTheme(Theme!.Name);

    private void Write(StudioAddress address) => navigation.NavigateTo(address.ToUri(navigation), new NavigationOptions
    {
        ReplaceHistoryEntry = true,
        HistoryEntryState = string.Create(CultureInfo.InvariantCulture, $"{_mark}{++_written}"),
    });

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        var isStudio = navigation.ToBaseRelativePath(change.Location) is "" or ['?' or '#', ..];
        if (isStudio && !IsOwn(change.HistoryEntryState))
        {
            _ = InvokeAsync(() => GoSafelyAsync(StudioAddress.Read(change.Location), change.IsNavigationIntercepted));
        }
    }

    /// <summary>Whether this page wrote the address and is told of it for the first time. A later call is a step back to it.</summary>
    private bool IsOwn(string? state)
    {
        if (state is null || !state.StartsWith(_mark, StringComparison.Ordinal)
            || !int.TryParse(state.AsSpan(_mark.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var written)
            || written <= _heard)
        {
            return false;
        }

        _heard = written;
        return true;
    }

    private async Task GoSafelyAsync(StudioAddress address, bool isLink)
    {
        try
        {
            await _state.GoAsync(address, isLink);
        }
        catch (Exception exception) when (PageScript.IsGone(exception))
        {
            // The browser has gone, so there is nothing to show.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }
}
