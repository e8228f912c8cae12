using System.Text.Json.Nodes;
using LiveGridStudio.Bench.Fanout;
using LiveGridStudio.Bench.Reports;

namespace LiveGridStudio.Bench.Circuits;

/// <summary>
/// The shipped live grid, with all symbols subscribed and the volume live and unformatted, so that each page receives the publication
/// times. Disposing deletes the file.
/// </summary>
internal sealed class CircuitsWidget : IDisposable
{
    private CircuitsWidget(string path) => Path = path;

    public string Path { get; }

    public static CircuitsWidget Write(int symbols)
    {
        var document = JsonNode.Parse(File.ReadAllText(System.IO.Path.Combine(Places.Repository, "App", "widgets.json")))!;
        var widget = document["live_grid"]!;
        var volume = widget["data"]!["table"]!["columnsDefs"]!.AsArray().Single(static column => (string?)column!["field"] == "volume")!;
        volume["enableCellChangeWs"] = true;
        volume["formatterFn"] = "none";
        var names = string.Join(',', Enumerable.Range(0, symbols).Select(FanoutPlan.SymbolName));
        widget["params"] = new JsonArray(new JsonObject
        {
            ["paramName"] = "symbol",
            ["type"] = "text",
            ["label"] = "Symbol",
            ["show"] = false,
            ["value"] = names,
        });
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"live-grid-circuits-{Guid.NewGuid():N}.json");
        File.WriteAllText(path, document.ToJsonString());
        return new CircuitsWidget(path);
    }

    public void Dispose() => File.Delete(Path);
}
