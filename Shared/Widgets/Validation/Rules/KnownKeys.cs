using System.Collections.Frozen;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Widgets.Validation.Schemas;

namespace LiveGridStudio.Shared.Widgets.Validation.Rules;

/// <summary>The top-level keys that Workspace knows, by its table of keys or by passing over them in silence.</summary>
internal sealed class KnownKeys(ObjectSchema schema, params string[] silent)
{
    private readonly FrozenSet<string> _known =
        schema.Keys.Select(static key => key.Name).Concat(silent).ToFrozenSet(StringComparer.Ordinal);

    public IReadOnlyList<UnrecognizedKeys> FindOthers(IEnumerable<JsValue> entries)
    {
        var found = new List<UnrecognizedKeys>();
        foreach (var entry in entries)
        {
            string[] others = [.. JsEntries.Of(entry).Select(static member => member.Key).Where(key => !_known.Contains(key))];
            if (others.Length > 0)
            {
                found.Add(new UnrecognizedKeys(NameOf(entry), others));
            }
        }

        return found;
    }

    private static string NameOf(JsValue entry) => entry["name"].IsTruthy ? entry["name"].ToString()
        : entry["id"].IsTruthy ? entry["id"].ToString()
        : "Unknown";
}
