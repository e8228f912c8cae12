using System.Globalization;
using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.Shared.Grid;
using LiveGridStudio.Shared.Widgets;
using Microsoft.AspNetCore.Components;

namespace LiveGridStudio.App.Studio;

/// <summary>The studio: the widgets of a source, one of them as a card. The address holds what is chosen.</summary>
public sealed partial class StudioPage(HostSource source, NavigationManager navigation) : ComponentBase, IAsyncDisposable
{
    /// <summary>One row of Workspace's grid in CSS pixels.</summary>
    private const double GridRowHeight = 42;

    private IReadOnlyList<WidgetEntry> _entries = [];
    private WidgetEntry? _selected;
    private StudioAddress _address = new();

    public async ValueTask DisposeAsync()
    {
        source.Changed -= OnSourceChanged;
        await source.DisposeAsync();
    }

    protected override void OnInitialized()
    {
        _address = StudioAddress.Read(navigation.Uri);
        source.Changed += OnSourceChanged;
        Refresh();
    }

    private static string Size(WidgetDefinition widget)
    {
        var height = Math.Clamp(widget.GridData?.Height ?? 9, 4, 40) * GridRowHeight;
        return string.Create(CultureInfo.InvariantCulture, $"height:{height:0}px");
    }

    private void Refresh()
    {
        _entries = [.. source.Widgets.Select(widget => WidgetEntry.Of(widget, source.Obstacle(widget) is null))];
        _selected = _address.Widget is { } id ? _entries.FirstOrDefault(entry => entry.Widget.Id == id) : _entries is [var first, ..] ? first : null;
    }

    private void SelectAsync(string widgetId)
    {
        // Values belong to the widget that they were chosen for.
        Keep(_address with { Widget = widgetId, Values = new Dictionary<string, string>() });
        Refresh();
    }

    private void KeepValues(IReadOnlyDictionary<string, string> values) =>
        Keep(_address with { Values = new Dictionary<string, string>([.. _address.Values.ExceptBy(values.Keys, static pair => pair.Key), .. values]) });

    private void KeepPolicy(MergePolicy policy) => Keep(_address with { Policy = policy });

    private void Keep(StudioAddress address)
    {
        _address = address;
        navigation.NavigateTo(address.ToUri(navigation), new NavigationOptions { ReplaceHistoryEntry = true });
    }

    private void OnSourceChanged() => _ = InvokeAsync(() =>
    {
        Refresh();
        StateHasChanged();
    });
}
