using LiveGridStudio.App.Studio.Sources;

namespace LiveGridStudio.App.Studio;

/// <content>What is chosen goes into the address, and an address that the reader goes to is shown.</content>
public sealed partial class StudioState
{
    /// <summary>An address whose backend is not read yet, or could not be: it counts once it can.</summary>
    private StudioAddress? _wanted;

    /// <summary>Raised when another address is to stand in the browser; with it.</summary>
    public event Action<StudioAddress>? AddressChanged;

    /// <value>What is chosen.</value>
    public StudioAddress Address { get; private set; } = new();

    /// <value>The backend in the field: the one that is shown, or the one that was asked for last.</value>
    public string? Backend { get; private set; }

    /// <value>
    /// What stands in the browser. A pasted text is in no address, and neither is what was chosen in it: it would be looked for on this
    /// host.
    /// </value>
    public StudioAddress Told => Sources.Current is SampleSource ? new StudioAddress { Theme = Address.Theme } : Address;

    /// <value>Shows the theme of an address. Set by the page.</value>
    internal Func<string?, Task>? ShowTheme { get; set; }

    /// <summary>Begins with an address. Another backend is asked once the page is alive; until then there is nothing of it to show.</summary>
    public void Start(StudioAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        (Address, Backend) = (address, address.Backend);
        if (address.Backend is null)
        {
            Refresh();
        }
    }

    /// <summary>The reader chose a theme; it is written into an address that insists on one.</summary>
    public void FollowTheme(string theme)
    {
        if (Address.Theme is { } written && written != theme)
        {
            Keep(Address with { Theme = theme });
        }
    }

    /// <summary>The reader went to an address: it is shown.</summary>
    /// <param name="address">The address.</param>
    /// <param name="isLink">Whether a link on the page led there; else it was a step through the history.</param>
    public async Task GoAsync(StudioAddress address, bool isLink)
    {
        ArgumentNullException.ThrowIfNull(address);
        var isShown = address.ToQuery() == Told.ToQuery();
        if (isShown && !(isLink && (IsPasting || Sources.Current is SampleSource)))
        {
            if (IsListed && IsAsking)
            {
                // Back from an address that the reader is asked about.
                LeaveQuestion();
                Changed?.Invoke();
            }

            return;
        }

        if (ShowTheme is { } show)
        {
            Address = Address with { Theme = address.Theme };
            await show(address.Theme);
        }

        if (address.Backend is { } backend && !address.IsOf(Sources.Current.Backend))
        {
            (_wanted, Backend) = (address, backend);
            if (!await ConnectAsync(new ConnectRequest(backend, [])) && Sources.Problem is not null)
            {
                // What is shown stays, and so does the address of it; the field has the other one, to try again.
                Keep(Address);
            }

            return;
        }

        if (address.Backend is null && !ReferenceEquals(Sources.Current, Sources.Host))
        {
            Sources.UseHost();
        }

        LeaveQuestion();
        (IsPasting, Address, Backend, _wanted) = (false, address, address.Backend, null);
        _visit++;
        Refresh();
        Changed?.Invoke();
    }

    private void Keep(StudioAddress address)
    {
        Address = address;
        AddressChanged?.Invoke(Told);
    }

    /// <summary>
    /// The backend of the address cannot be read: there is the host to go on with. The address stays until something is chosen, so
    /// that a reload tries again, and it is never that backend with one of the host's widgets.
    /// </summary>
    private void FallBack()
    {
        _wanted = Address;
        Address = new StudioAddress { Theme = Address.Theme };
        Refresh();
    }

    /// <summary>Something of the source that is listed was chosen: the question whether to read another one is gone.</summary>
    private void LeaveQuestion()
    {
        if (IsAsking)
        {
            Sources.DropQuestion();
        }
    }
}
