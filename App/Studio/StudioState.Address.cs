using LiveGridStudio.App.Studio.Sources;

namespace LiveGridStudio.App.Studio;

/// <content>Writes what the user chooses into the address, and shows an address that the user goes to.</content>
public sealed partial class StudioState
{
    /// <summary>An address whose backend could not be read yet. It is used once the backend can be read.</summary>
    private StudioAddress? _wanted;

    /// <summary>Raised, with the address, when the browser must show another one.</summary>
    public event Action<StudioAddress>? AddressChanged;

    /// <value>What is chosen.</value>
    public StudioAddress Address { get; private set; } = new();

    /// <value>The text of the backend field: the backend that is shown, or the one that was requested last.</value>
    public string? Backend { get; private set; }

    /// <value>
    /// The address in the browser. It never names a pasted text or what was chosen in it, because a reload would look for that on this
    /// host.
    /// </value>
    public StudioAddress Told => Sources.Current is SampleSource ? new StudioAddress { Theme = Address.Theme } : Address;

    /// <value>Shows the theme of an address. Set by the page.</value>
    internal Func<string?, Task>? ShowTheme { get; set; }

    /// <summary>Starts with an address. Another backend is read once the page is interactive; until then nothing of it is shown.</summary>
    public void Start(StudioAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        (Address, Backend) = (address, address.Backend);
        if (address.Backend is null)
        {
            Refresh();
        }
    }

    /// <summary>The user chose a theme. It replaces the theme in the address, if there is one.</summary>
    public void FollowTheme(string theme)
    {
        if (Address.Theme is { } written && written != theme)
        {
            Keep(Address with { Theme = theme });
        }
    }

    /// <summary>Shows an address that the user went to.</summary>
    /// <param name="address">The address.</param>
    /// <param name="isLink">Whether the user followed a link on the page; otherwise it was a step through the history.</param>
    public async Task GoAsync(StudioAddress address, bool isLink)
    {
        ArgumentNullException.ThrowIfNull(address);
        var isShown = address.ToQuery() == Told.ToQuery();
        if (isShown && !(isLink && (IsPasting || Sources.Current is SampleSource)))
        {
            if (IsListed && IsAsking)
            {
                // The user stepped back from an address whose question is still open.
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
                // The shown widget and its address stay. The field keeps the other address, so that the user can try again.
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
    /// Shows the host because the backend of the address cannot be read. The address stays until the user chooses something, so
    /// that a reload tries again, and never combines that backend with a widget of the host.
    /// </summary>
    private void FallBack()
    {
        _wanted = Address;
        Address = new StudioAddress { Theme = Address.Theme };
        Refresh();
    }

    /// <summary>Drops the question whether to read another backend, because the user chose something of the listed source.</summary>
    private void LeaveQuestion()
    {
        if (IsAsking)
        {
            Sources.DropQuestion();
        }
    }
}
