using System.Collections.Frozen;
using LiveGridStudio.Shared.Checking.Validation.Schemas;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Validation.Rules;

/// <summary>The top-level keys that Workspace does not warn about: those of its schema, and those that it ignores without a message.</summary>
internal sealed class KnownKeys(ObjectSchema schema, params string[] silent)
{
    private readonly FrozenSet<string> _known =
        schema.Keys.Select(static key => key.Name).Concat(silent).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Finds the unknown keys of each entry.</summary>
    /// <param name="entries">Widgets with their ids, or apps with their indexes.</param>
    /// <param name="total">Number of entries with unknown keys.</param>
    /// <returns>The first entries with unknown keys, as many as a report lists, each with at most as many keys.</returns>
    public IReadOnlyList<UnrecognizedKeys> FindOthers(IEnumerable<(string? WidgetId, int? Index, JsValue Entry)> entries, out int total)
    {
        var found = new List<UnrecognizedKeys>();
        var room = ValidationReport.MaxIssues;
        total = 0;
        foreach (var (widgetId, index, entry) in entries)
        {
            var count = CountOthers(entry);
            total += count > 0 ? 1 : 0;
            if (count > 0 && found.Count < ValidationReport.MaxIssues)
            {
                var listed = Math.Max(1, Math.Min(count, room));
                found.Add(new UnrecognizedKeys(NameOf(entry), [.. OthersOf(entry).Take(listed)], count - listed)
                {
                    WidgetId = widgetId,
                    Index = index,
                });
                room -= listed;
            }
        }

        return found;
    }

    private int CountOthers(JsValue entry)
    {
        // The keys of a list are numbers, and so unknown.
        var count = entry.List.Count;
        var members = entry.Object;
        for (var i = 0; i < members.Count; i++)
        {
            count += _known.Contains(members[i].Key) ? 0 : 1;
        }

        return count;
    }

    private IEnumerable<string> OthersOf(JsValue entry) =>
        JsEntries.Of(entry).Select(static member => member.Key).Where(key => !_known.Contains(key));

    private static string NameOf(JsValue entry) => entry["name"].IsTruthy ? entry["name"].ToString()
        : entry["id"].IsTruthy ? entry["id"].ToString()
        : "Unknown";
}
