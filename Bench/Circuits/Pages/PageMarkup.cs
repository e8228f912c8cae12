using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LiveGridStudio.Bench.Circuits.Pages;

/// <summary>The data in the prerendered page for Blazor's script, in comments: its interactive components and their state.</summary>
/// <param name="Operations">The components to start, in the format of <c>UpdateRootComponents</c>.</param>
/// <param name="State">The state from prerendering; empty for none.</param>
internal sealed partial record PageMarkup(string Operations, string State)
{
    public static PageMarkup Read(string html)
    {
        var markers = Marker().Matches(html)
            .Select(static match => JsonNode.Parse(match.Groups["json"].Value)!)
            .Where(static marker => (string?)marker["type"] == "server");
        var operations = markers.Select(static (marker, index) => new
        {
            type = "add",
            ssrComponentId = index + 1,
            marker,
        }).ToArray();
        if (operations.Length == 0)
        {
            throw new InvalidOperationException("The page has no interactive component.");
        }

        return new PageMarkup(
            JsonSerializer.Serialize(new { batchId = 1, operations }),
            StateMarker().Match(html).Groups["state"].Value);
    }

    [GeneratedRegex("<!--Blazor:(?<json>.*?)-->", RegexOptions.Singleline)]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>.*?)-->", RegexOptions.Singleline)]
    private static partial Regex StateMarker();
}
