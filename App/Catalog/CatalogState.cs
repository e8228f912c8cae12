using LiveGridStudio.Shared.Contract;

namespace LiveGridStudio.App.Catalog;

/// <summary>The documents that the host serves at one instant. Immutable.</summary>
/// <param name="Widgets">The document <c>widgets.json</c>.</param>
/// <param name="Apps">The document <c>apps.json</c>.</param>
/// <param name="Definitions">The widgets of the document, in its order.</param>
public sealed record CatalogState(CatalogDocument Widgets, CatalogDocument Apps, IReadOnlyList<WidgetDefinition> Definitions)
{
    public WidgetDefinition? Find(string widgetId) => Definitions.FirstOrDefault(widget => widget.Id == widgetId);
}
