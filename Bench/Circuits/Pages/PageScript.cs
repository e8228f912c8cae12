using System.Globalization;
using System.Text.Json.Nodes;

namespace LiveGridStudio.Bench.Circuits.Pages;

/// <summary>Answers what the components ask of a page's scripts, as a page of a fixed size would.</summary>
/// <param name="rowsInView">Rows that the grid has room for.</param>
internal sealed class PageScript(int rowsInView)
{
    private const string Grid = "Grid/View/LiveGrid.razor.js";

    private int _objects;
    private int _gridModule = -1;

    /// <summary>Once the grid's script runs: the id of the object to tell what is in view.</summary>
    public long? GridReference { get; private set; }

    /// <value>Arguments for the grid's <c>OnViewport</c>.</value>
    public string Viewport => string.Create(CultureInfo.InvariantCulture, $"[0,{rowsInView},0,1440]");

    /// <summary>The value of a call, as JSON.</summary>
    /// <param name="identifier">What is called.</param>
    /// <param name="arguments">A list, as JSON; null for none.</param>
    /// <param name="returnsObject">The caller wants an object of the page, to call it in its turn.</param>
    /// <param name="target">On which object of the page; 0 for the window.</param>
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
