using LiveGridStudio.Shared.Widgets;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveGridStudio.App.Backend;

/// <summary>Serves the documents of the catalog byte for byte as they lie on disk.</summary>
internal static class DocumentHandlers
{
    public static FileContentHttpResult GetWidgets(WidgetCatalog catalog) => Json(catalog.Refresh().Widgets.Utf8);

    public static FileContentHttpResult GetApps(WidgetCatalog catalog) => Json(catalog.Refresh().Apps.Utf8);

    private static FileContentHttpResult Json(byte[] utf8) => TypedResults.Bytes(utf8, "application/json");
}
