using System.Text.Json.Nodes;
using LiveGridStudio.Bench.Paint;

namespace LiveGridStudio.Bench.Soak;

/// <summary>Two live grids of the same rows, to switch between.</summary>
internal static class SoakWidgets
{
    public static readonly IReadOnlyList<string> Ids = ["first", "second"];

    public static string Document
    {
        get
        {
            var widget = JsonNode.Parse(PaintRows.Widgets)!["paint"]!;
            return new JsonObject(Ids.Select(id =>
            {
                var copy = widget.DeepClone();
                copy["name"] = id;
                return KeyValuePair.Create(id, (JsonNode?)copy);
            })).ToJsonString();
        }
    }
}
