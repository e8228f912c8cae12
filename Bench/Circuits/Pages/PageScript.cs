using System.Globalization;
using System.Text.Json.Nodes;

namespace LiveGridStudio.Bench.Circuits.Pages;

/// <summary>Answers the components' script calls, as a page of a fixed size would.</summary>
/// <param name="rowsInView">Rows that the grid has room for.</param>
internal sealed class PageScript(int rowsInView)
{
    private const string Grid = "Grid/View/LiveGrid.razor.js";

    private int _objects;
    private int _gridModule = -1;

    /// <summary>The id of the object that receives the viewport, once the grid's script runs.</summary>
    public long? GridReference { get; private set; }

    /// <value>Arguments for the grid's <c>OnViewport</c>.</value>
    public string Viewport => string.Create(CultureInfo.InvariantCulture, $"[0,{rowsInView},0,1440]");

    /// <summary>The value of a call, as JSON.</summary>
    /// <param name="identifier">The called function.</param>
    /// <param name="arguments">A list, as JSON; null for none.</param>
    /// <param name="returnsObject">Whether the caller expects an object of the page for further calls.</param>
    /// <param name="target">The object of the page; 0 for the window.</param>
    public JsonNode? Answer(string identifier, string? arguments, bool returnsObject, long target)
    {
        if (returnsObject)
        {
            var id = ++_objects;
            if (identifier == "import" && arguments!.Contains(Grid, StringComparison.Ordinal))
            {
                _gridModule = id;
            }
            else if (identifier == "init" && target == _gridModule)
            {
                GridReference = (long?)JsonNode.Parse(arguments!)![1]!["__dotNetObject"];
            }

            return new JsonObject { ["__jsObjectId"] = id };
        }

        return identifier switch
        {
            "recentBackends" => "[]",
            _ => null,
        };
    }
}
