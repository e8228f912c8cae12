using System.Globalization;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking;

/// <summary>
/// Turns the dotted path of a finding into steps through the document as written. It allows for keys that contain dots, for indexes of
/// <c>params</c> that count the flattened list, and for older spellings of a key.
/// </summary>
internal static class FindingPath
{
    private const string Params = "params";

    /// <param name="owner">The widget or app that the path is in.</param>
    /// <param name="path">The dotted path; empty for the owner itself.</param>
    /// <param name="ownerPath">The path of the owner.</param>
    public static IReadOnlyList<string> Resolve(JsValue owner, string path, params string[] ownerPath)
    {
        var steps = new List<string>(ownerPath);
        var value = owner;
        var rest = path.Length == 0 ? [] : path.Split('.').ToList();
        if (rest is [Params, var index, ..] && owner[Params].IsList && int.TryParse(index, CultureInfo.InvariantCulture, out var flat))
        {
            var place = Unflatten(owner[Params], flat);
            steps.Add(Params);
            steps.AddRange(place.Select(static step => step.ToString(CultureInfo.InvariantCulture)));
            value = place.Aggregate(owner[Params], static (list, step) => list.List[step]);
            rest = place.Length == 0 ? [] : rest[2..];
        }

        while (rest.Count > 0 && Step(value, rest) is { } next)
        {
            steps.Add(next.Name);
            value = next.Value;
            rest = rest[next.Taken..];
        }

        return steps;
    }

    /// <summary>The next step; null when the path does not exist beyond here.</summary>
    private static (string Name, JsValue Value, int Taken)? Step(JsValue value, List<string> rest)
    {
        if (value.IsList)
        {
            return int.TryParse(rest[0], CultureInfo.InvariantCulture, out var index) && index >= 0 && index < value.List.Count
                ? (rest[0], value.List[index], 1)
                : null;
        }

        for (var taken = 1; taken <= rest.Count; taken++)
        {
            var name = string.Join('.', rest[..taken]);
            if (value.Object.Has(name))
            {
                return (name, value[name], taken);
            }
        }

        const string OldServers = "mcp_servers";
        return rest[0] == "mcpServers" && value.Object.Has(OldServers) ? (OldServers, value[OldServers], 1) : null;
    }

    /// <summary>The indexes that lead to the parameter with this number in the flattened list; empty when there is none.</summary>
    private static int[] Unflatten(JsValue list, int flat)
    {
        for (var i = 0; i < list.List.Count; i++)
        {
            var count = list.List[i].IsList ? list.List[i].List.Count : 1;
            if (flat < count)
            {
                return list.List[i].IsList ? [i, flat] : [i];
            }

            flat -= count;
        }

        return [];
    }
}
