using LiveGridStudio.App.Catalog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveGridStudio.App.Backend;

/// <summary>Serves the documents of the catalog exactly as they are on disk.</summary>
internal static class DocumentHandlers
{
    public static async Task<FileContentHttpResult> GetWidgets(WidgetCatalog catalog) => Json((await catalog.RefreshAsync()).Widgets.Utf8);

    public static async Task<FileContentHttpResult> GetApps(WidgetCatalog catalog) => Json((await catalog.RefreshAsync()).Apps.Utf8);

    private static FileContentHttpResult Json(byte[] utf8) => TypedResults.Bytes(utf8, "application/json");
}
