using LiveGridStudio.Shared.Checking.Validation.Rules;
using LiveGridStudio.Shared.Checking.Validation.Schemas;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Lint.Rules;

/// <summary>LG028: a key that Workspace drops without a message, with what was probably meant. One finding for each key of a widget.</summary>
internal sealed class DroppedKey() : LintRule("LG028", FindingSeverity.Info)
{
    private const int MostNamed = 3;

    public override bool Applies(LintSubject subject) => subject.Data.IsObject || subject.Widget.Raw["params"].IsList;

    public override IEnumerable<Finding> Check(LintSubject subject)
    {
        var found = new Dictionary<(KeyPlace Place, string Key), List<string>>();
        var order = new List<((KeyPlace Place, string Key) Dropped, JsValue Owner)>();
        foreach (var (place, path, owner, known) in Places(subject))
        {
            for (var i = 0; i < owner.Object.Count; i++)
            {
                var key = owner.Object[i].Key;
                if (known.Contains(key))
                {
                    continue;
                }

                if (!found.TryGetValue((place, key), out var paths))
                {
                    found[(place, key)] = paths = [];
                    order.Add(((place, key), owner));
                }

                paths.Add(path);
            }
        }

        return order.Select(entry => Report(subject, entry.Dropped.Place, entry.Dropped.Key, entry.Owner, found[entry.Dropped]));
    }

    private Finding Report(LintSubject subject, KeyPlace place, string key, JsValue owner, List<string> paths)
    {
        var meant = MeantKey.Of(place, key, owner);
        var shown = ValueWords.Quote(key);
        var many = paths.Count == 1 ? "" : $" In {paths.Count} places: {string.Join(", ", paths.Take(MostNamed))}{(paths.Count > MostNamed ? ", ..." : "")}.";
        return Find(
            subject,
            $"{paths[0]}.{Ellipsis.Of(key, 200)}",
            $"Workspace does not know the key {shown} here, and drops it without a message.{many}",
            meant?.Words ?? "Take the key away, or look at its spelling.",
            meant?.Repair ?? (widget => KeyPlaces.Change(widget, place, other => other.Object.Without(key))),
            meant is null ? FindingSeverity.Info : FindingSeverity.Warning);
    }

    private static IEnumerable<(KeyPlace Place, string Path, JsValue Owner, IReadOnlySet<string> Known)> Places(LintSubject subject)
    {
        var data = subject.Data;
        if (data.IsObject)
        {
            yield return (KeyPlace.Data, "data", data, SchemaKeys.Data);
        }

        if (data["table"].IsObject)
        {
            yield return (KeyPlace.Table, "data.table", data["table"], SchemaKeys.Table);
        }

        foreach (var column in subject.Columns)
        {
            yield return (KeyPlace.Column, $"{LintColumn.ListPath}.{column.Index}", column.Raw, SchemaKeys.Column);
        }

        foreach (var param in subject.Params)
        {
            yield return (KeyPlace.Param, $"params.{param.Index}", param.Raw, SchemaKeys.ParamOf(param.Definition.Type));
        }
    }
}
