using System.Globalization;
using LiveGridStudio.Shared.Widgets;
using Microsoft.AspNetCore.Components;

namespace LiveGridStudio.App.Studio;

/// <summary>The studio: every widget of the host as a card, and how to get them into Workspace.</summary>
public sealed partial class StudioPage(WidgetCatalog catalog, NavigationManager navigation) : ComponentBase, IDisposable
{
    /// <summary>One row of Workspace's grid in CSS pixels.</summary>
    private const double GridRowHeight = 42;

    private CatalogState _state = catalog.Current;
    private StartState _start = StartState.Default;

    private IEnumerable<string> Problems =>
        new[] { _state.Widgets.Problem, _state.Apps.Problem }.OfType<string>();

    public void Dispose() => catalog.Changed -= OnCatalogChanged;

    protected override void OnInitialized()
    {
        _start = StartState.Read(navigation.Uri);
        catalog.Changed += OnCatalogChanged;
    }

    private static string Size(WidgetDefinition widget)
    {
        var height = Math.Clamp(widget.GridData?.Height ?? 9, 4, 40) * GridRowHeight;
        return string.Create(CultureInfo.InvariantCulture, $"height:{height:0}px");
    }

    private void OnCatalogChanged() => _ = InvokeAsync(() =>
    {
        _state = catalog.Current;
        StateHasChanged();
    });
}
