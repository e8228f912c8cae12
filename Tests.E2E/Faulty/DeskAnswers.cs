using System.Text.Json.Nodes;
using LiveGridStudio.Tests.Support;

namespace LiveGridStudio.Tests.E2E.Faulty;

/// <summary>What a trading desk's backend could serve: the samples of the guide, each with its rows.</summary>
internal static class DeskAnswers
{
    private static readonly (string Sample, string Category)[] Widgets =
    [
        ("prices", "Equities"), ("positions-click", "Equities"), ("alerts-hover", "Equities"),
        ("order-book", "Crypto"), ("crypto-sparklines", "Crypto"), ("trades-tape", "Crypto"),
        ("fx", "Macro"), ("macro-units", "Macro"), ("bonds-dates", "Macro"),
        ("sensors-odd-ids", "To mend"), ("table-wide", "To mend"),
    ];

    public static void AddTo(FaultyBackend backend)
    {
        var widgets = new JsonObject();
        foreach (var (name, category) in Widgets)
        {
            var sample = Read(name);
            var widget = sample["widget"]!.DeepClone().AsObject();
            widget["category"] = category;
            widget["gridData"] = new JsonObject { ["w"] = 40, ["h"] = 8 };
            widget["endpoint"] = $"{name}_rows";
            if (widget.ContainsKey("wsEndpoint"))
            {
                widget["wsEndpoint"] = $"{name}_ws";
            }

            widgets[name] = widget;
            backend.Answer($"/{name}_rows", sample["rows"]?.ToJsonString() ?? "[]");
        }

        backend.Answer("/widgets.json", widgets.ToJsonString());
    }

    /// <summary>The frames of a sample, as its socket sends them.</summary>
    public static IEnumerable<string> Frames(string name) =>
        Read(name)["messages"]!.AsArray().Select(static message => message!["data"]?.ToJsonString() ?? message["frame"]!.GetValue<string>());

    /// <summary>The rows of a sample as one frame, which undoes the changes of its frames.</summary>
    public static string Rows(string name) => Read(name)["rows"]!.ToJsonString();

    private static JsonNode Read(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Folder, "docs", "samples", name + ".json")))!;
}
