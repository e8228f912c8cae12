using LiveGridStudio.App.Connect.Documents;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Doctor;
using LiveGridStudio.App.Studio.Doctor;
using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.App.Ui;
using LiveGridStudio.Shared.Scripts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveGridStudio.App.Studio;

/// <summary>The doctor's page: <c>/doctor?backend=http://127.0.0.1:8000</c>. A backend that this browser does not know is asked for first.</summary>
public sealed partial class DoctorPage(RemoteConnector connector, NavigationManager navigation, IJSRuntime js, IServiceProvider services)
    : ComponentBase, IAsyncDisposable
{
    private readonly BrowserBackends _browser = new(js);
    private DoctorView? _view;
    private CredentialFields? _fields;
    private KnownBackends _known = KnownBackends.None;
    private string? _address;
    private int _isDue;

    [CascadingParameter]
    public ThemeSwitch? Theme { get; set; }

    public ValueTask DisposeAsync()
    {
        _view?.Changed -= OnChanged;
        _view?.Dispose();
        return _browser.DisposeAsync();
    }

    protected override void OnInitialized() => _address = StudioAddress.Read(navigation.Uri).Backend;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        try
        {
            _known = await _browser.ReadAsync();
            await (Theme?.ShowAsync(StudioAddress.Read(navigation.Uri).Theme) ?? Task.CompletedTask);
        }
        catch (Exception exception) when (PageScript.IsGone(exception))
        {
            // The page is gone.
            return;
        }

        _view = new DoctorView(services.GetRequiredService<BackendDoctor>(), connector.CreateGate());
        _view.Changed += OnChanged;
        StateHasChanged();
        if (!string.IsNullOrWhiteSpace(_address))
        {
            await ExamineAsync(_address, isTyped: false);
        }
    }

    /// <summary>An address from a link is the same as the one in the field until the user types another one.</summary>
    private Task SubmitAsync()
    {
        var address = _address?.Trim() ?? "";
        var isTyped = !new StudioAddress { Backend = address }.IsOf(StudioAddress.Read(navigation.Uri).Backend);
        if (_fields?.Read() is not { } credentials)
        {
            return Task.CompletedTask;
        }

        navigation.NavigateTo("doctor" + (StudioAddress.Read(navigation.Uri) with { Backend = address }).ToQuery(), replace: true);
        return ExamineAsync(address, isTyped, credentials.Count > 0 ? credentials : null);
    }

    private async Task ExamineAsync(string address, bool isTyped, IReadOnlyList<BackendCredential>? credentials = null)
    {
        _view!.Allow(OriginsOf(address));
        await _view.ExamineAsync(address, isTyped, credentials);
        await KeepAsync(address);
    }

    private async Task AllowAsync()
    {
        await _view!.AllowAsync();
        await KeepAsync(_view.Backend?.ToString());
    }

    private IEnumerable<string> OriginsOf(string address)
    {
        try
        {
            return _known.OriginsOf(BackendAddress.Parse(address));
        }
        catch (ConnectException)
        {
            // The view says what is wrong with it.
            return [];
        }
    }

    /// <summary>Stores in the browser that this backend has been read.</summary>
    private async Task KeepAsync(string? address)
    {
        if (address is not null && _view is { Report.Steps: { } steps } view && steps.Any(static step => step is { Id: "documents.widgets", Status: DoctorStatus.Ok }))
        {
            try
            {
                _known = await _browser.KeepAsync(view.Backend!.ToString().TrimEnd('/'), view.Allowed);
            }
            catch (Exception exception) when (PageScript.IsGone(exception))
            {
                // The page is gone.
            }
        }
    }

    /// <summary>Steps come in hundreds: the page is drawn again once for all that have come meanwhile.</summary>
    private void OnChanged()
    {
        if (Interlocked.Exchange(ref _isDue, 1) == 0)
        {
            _ = InvokeAsync(() =>
            {
                Volatile.Write(ref _isDue, 0);
                StateHasChanged();
            });
        }
    }
}
