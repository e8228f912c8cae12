using LiveGridStudio.Shared.Contract;

namespace LiveGridStudio.App.Studio.Sources;

/// <summary>Why a widget is listed but not previewed, whatever its source.</summary>
internal static class PreviewObstacle
{
    private const int LongestName = 80;

    public static string? OfType(WidgetDefinition widget) =>
        widget.Type is WidgetDefinition.LiveGridType or "table"
            ? null
            : $"Widgets of type {Short(widget.Type)} are not previewed here; live_grid and table are.";

    public static string Short(string text) => text.Length > LongestName ? text[..LongestName] + "..." : text;
}
