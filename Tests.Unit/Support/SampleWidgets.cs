using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Tests.Unit.Support;

/// <summary>Definitions that tests start from.</summary>
internal static class SampleWidgets
{
    /// <summary>The widget that ships with the host.</summary>
    public static WidgetDefinition LiveGrid() => WidgetDefinition.Read("live_grid", Read("golden-widgets.json")["live_grid"]);

    /// <summary>A live grid keyed by <c>id</c> with these columns.</summary>
    public static WidgetDefinition WithColumns(string columnsDefs, string more = "\"wsRowIdColumn\":\"id\"") => WidgetDefinition.Read(
        "sample",
        JsonText.Parse(
            $$"""
            {
              "name": "Sample", "description": "", "endpoint": "rows", "wsEndpoint": "ws", "type": "live_grid",
              "data": { {{more}}, "table": { "showAll": true, "columnsDefs": {{columnsDefs}} } }
            }
            """));

    private static JsValue Read(string file) =>
        JsonText.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Backend", file)));
}
