using LiveGridStudio.App.Studio.Sources;

namespace LiveGridStudio.App.Studio;

/// <content>Which source is shown: this host, another backend, or a pasted text.</content>
public sealed partial class StudioState
{
    /// <value>Stores a backend and its allowed origins in the browser, and returns all known backends. Set by the page.</value>
    internal Func<string, IEnumerable<string>, Task<KnownBackends>>? KeepBackend { get; set; }

    /// <summary>Called when the host has reloaded its documents.</summary>
    public void ReadHost()
    {
        // While the backend of the address is read, the host's widgets are not shown for it.
        if (IsListed && ReferenceEquals(Sources.Current, Sources.Host))
        {
            Refresh();
            Changed?.Invoke();
        }
    }

    public void Learn(KnownBackends known)
    {
        ArgumentNullException.ThrowIfNull(known);
        Sources.Learn(known);
        Recent = known.Addresses;
    }

    /// <summary>Reads another backend and shows it.</summary>
    /// <returns>False when it cannot be read, the user chose something else meanwhile, or the user must be asked.</returns>
    public Task<bool> ConnectAsync(ConnectRequest request) => ShowAsync(Sources.ConnectAsync(request));

    /// <summary>The user allows the backend that the page asked about.</summary>
    public async Task AllowAsync()
    {
        if (!await ShowAsync(Sources.AllowAsync()) && Sources.Problem is not null && IsListed)
        {
            Keep(Address);
        }
    }

    public async Task ReadAgainAsync()
    {
        if (await Sources.RefreshAsync())
        {
            Show(Address);
        }
    }

    /// <summary>Stores in the browser what the user has allowed, unless the user made it forget the backend meanwhile.</summary>
    public async Task KeepOriginsAsync()
    {
        if (Sources.Current is { Backend: { } backend, Gate: { } gate } && Recent.Contains(backend) && KeepBackend is { } keep)
        {
            Learn(await keep(backend, gate.Allowed));
        }
    }

    public void UseHost()
    {
        Sources.UseHost();
        _visit++;
        Show(new StudioAddress { Theme = Address.Theme });
    }

    public void Paste() => IsPasting = true;

    public void PreviewText(SampleText sample)
    {
        Sources.Paste.Keep(Drafts.Storage);
        Sources.UseSample(sample);
        Show(new StudioAddress { Theme = Address.Theme });
    }

    public void LeavePaste()
    {
        Sources.Paste.Keep(Drafts.Storage);
        IsPasting = false;
    }

    private async Task<bool> ShowAsync(Task<bool> reading)
    {
        if (await reading)
        {
            var backend = Sources.Current.Backend!;
            var known = new[] { _wanted, Address }.FirstOrDefault(address => address?.IsOf(backend) == true);
            Show((known ?? new StudioAddress { Theme = Address.Theme }) with { Backend = backend });
            Changed?.Invoke();
            if (KeepBackend is { } keep)
            {
                Learn(await keep(backend, Sources.Current.Gate?.Allowed ?? []));
            }

            return true;
        }

        if (!IsListed && !Sources.IsConnecting && Sources.Question is null)
        {
            FallBack();
        }

        return false;
    }

    /// <summary>
    /// A source that is not listed yet comes with an address. Until then no widget of the previous source is shown.
    /// </summary>
    private void OnSourcesChanged()
    {
        if (_listed is not { } listed || ReferenceEquals(listed.Source, Sources.Current))
        {
            Changed?.Invoke();
        }
    }
}
