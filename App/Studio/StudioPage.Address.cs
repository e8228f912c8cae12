using System.Globalization;
using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.App.Ui;
using LiveGridStudio.Shared.Scripts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace LiveGridStudio.App.Studio;

/// <summary>What is chosen goes into the address, and an address that the reader goes to is shown.</summary>
public sealed partial class StudioPage
{
    /// <summary>Begins the marks of the addresses that this page has written.</summary>
    private readonly string _mark = $"{Guid.NewGuid():N}-";
    private StudioAddress _address = new();

    /// <summary>An address whose backend is not read yet, or could not be: it counts once it can.</summary>
    private StudioAddress? _wanted;

    /// <summary>The backend in the field: the one that is shown, or the one that was asked for last.</summary>
    private string? _backend;

    /// <summary>Another number makes the card anew, with what the address says.</summary>
    private int _visit;
    private int _written;
    private int _heard;

    /// <value>Tells of the theme; null on a page without a switch for it.</value>
    [CascadingParameter]
    public ThemeSwitch? Theme { get; set; }

    /// <summary>A pasted text is in no address, and neither is what was chosen in it: it would be looked for on this host.</summary>
    private StudioAddress Told => sources.Current is SampleSource ? new StudioAddress { Theme = _address.Theme } : _address;

    private void StartFollowing()
    {
        _address = StudioAddress.Read(navigation.Uri);
        _backend = _address.Backend;
        navigation.LocationChanged += OnLocationChanged;
        Theme?.Changed += OnThemeChanged;
    }

    private void StopFollowing()
    {
        navigation.LocationChanged -= OnLocationChanged;
        Theme?.Changed -= OnThemeChanged;
    }

    private void Keep(StudioAddress address)
    {
        _address = address;
        navigation.NavigateTo(Told.ToUri(navigation), new NavigationOptions
        {
            ReplaceHistoryEntry = true,
            HistoryEntryState = string.Create(CultureInfo.InvariantCulture, $"{_mark}{++_written}"),
        });
    }

    /// <summary>
    /// The backend of the address cannot be read: there is the host to go on with. The address stays until something is chosen, so
    /// that a reload tries again, and it is never that backend with one of the host's widgets.
    /// </summary>
    private void FallBack()
    {
        _wanted = _address;
        _address = new StudioAddress { Theme = _address.Theme };
        Refresh();
    }

    private void OnThemeChanged()
    {
        if (_address.Theme is { } written && written != Theme!.Name)
        {
            Keep(_address with { Theme = Theme.Name });
        }
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        var isStudio = navigation.ToBaseRelativePath(change.Location) is "" or ['?' or '#', ..];
        if (isStudio && !IsOwn(change.HistoryEntryState))
        {
            _ = InvokeAsync(() => GoSafelyAsync(StudioAddress.Read(change.Location), change.IsNavigationIntercepted));
        }
    }

    /// <summary>Whether the page wrote it and hears of it for the first time; later it is a step back to it.</summary>
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
            await GoAsync(address, isLink);
        }
        catch (Exception exception) when (PageScript.IsGone(exception))
        {
            // The browser is gone: there is nobody to show it to.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    private async Task GoAsync(StudioAddress address, bool isLink)
    {
        var isShown = address.ToUri(navigation) == Told.ToUri(navigation);
        if (isShown && !(isLink && (_isPasting || sources.Current is SampleSource)))
        {
            if (_listed is not null && IsAsking)
            {
                // Back from an address that the reader is asked about.
                LeaveQuestion();
                StateHasChanged();
            }

            return;
        }

        if (Theme is { } theme)
        {
            _address = _address with { Theme = address.Theme };
            await theme.ShowAsync(address.Theme);
        }

        if (address.Backend is { } backend && !address.IsOf(sources.Current.Backend))
        {
            (_wanted, _backend) = (address, backend);
            if (!await ConnectAsync(new ConnectRequest(backend, [])) && sources.Problem is not null)
            {
                // What is shown stays, and so does the address of it; the field has the other one, to try again.
                Keep(_address);
            }

            return;
        }

        if (address.Backend is null && !ReferenceEquals(sources.Current, sources.Host))
        {
            sources.UseHost();
        }

        LeaveQuestion();
        (_isPasting, _address, _backend, _wanted) = (false, address, address.Backend, null);
        _visit++;
        Refresh();
        StateHasChanged();
    }
}
