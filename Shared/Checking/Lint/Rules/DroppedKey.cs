using LiveGridStudio.Shared.Checking.Validation.Rules;
using LiveGridStudio.Shared.Checking.Validation.Schemas;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Lint.Rules;

/// <summary>LG028: a key that Workspace drops without a message, with what was probably meant. One finding for each key of a widget.</summary>
internal sealed class DroppedKey() : LintRule("LG028", FindingSeverity.Info)
{
    private const int MostNamed = 3;

    /// <summary>The most different keys of a widget that are looked at: a report lists fewer.</summary>
    private const int MostKeys = 2000;

    public override bool Applies(LintSubject subject) => subject.Data.IsObject || subject.Widget.Raw["params"].IsList;

    public override IEnumerable<Finding> Check(LintSubject subject)
    {
        var found = new Dictionary<(KeyPlace Place, string Key), List<int>>();
        var order = new List<((KeyPlace Place, string Key) Dropped, JsValue Owner)>();
        foreach (var (place, index, owner, known) in Places(subject))
        {
            for (var i = 0; i < owner.Object.Count; i++)
            {
                var key = owner.Object[i].Key;
                if (known.Contains(key))
                {
                    continue;
                }

                if (!found.TryGetValue((place, key), out var places))
                {
                    if (order.Count == MostKeys)
                    {
                        continue;
                    }

                    found[(place, key)] = places = [];
                    order.Add(((place, key), owner));
                }

                places.Add(index);
            }
        }

        return order.Select(entry => Report(subject, entry.Dropped.Place, entry.Dropped.Key, entry.Owner, found[entry.Dropped]));
    }

    private Finding Report(LintSubject subject, KeyPlace place, string key, JsValue owner, List<int> places)
    {
        if (!subject.Log.HasRoom)
        {
            return Find(subject, "", "", "");
        }

        var meant = MeantKey.Of(place, key, owner);
        var shown = ValueWords.Quote(key);
        var many = places.Count == 1 ? ""
            : $" In {places.Count} places: {string.Join(", ", places.Take(MostNamed).Select(index => PathOf(place, index)))}{(places.Count > MostNamed ? ", ..." : "")}.";
        return Find(
            subject,
            $"{PathOf(place, places[0])}.{Ellipsis.Of(key, 200)}",
            $"Workspace does not know the key {shown} here, and drops it without a message.{many}",
            meant?.Words ?? "Take the key away, or look at its spelling.",
            meant?.Repair ?? (widget => KeyPlaces.Change(widget, place, other => other.Object.Without(key))),
            meant is null ? FindingSeverity.Info : FindingSeverity.Warning);
    }

    private static string PathOf(KeyPlace place, int index) => place switch
    {
        KeyPlace.Data => "data",
        KeyPlace.Table => "data.table",
        KeyPlace.Column => $"{LintColumn.ListPath}.{index}",
        _ => $"params.{index}",
    };

    private static IEnumerable<(KeyPlace Place, int Index, JsValue Owner, IReadOnlySet<string> Known)> Places(LintSubject subject)
    {
        var data = subject.Data;
        if (data.IsObject)
        {
            yield return (KeyPlace.Data, 0, data, SchemaKeys.Data);
        }

        if (data["table"].IsObject)
        {
            yield return (KeyPlace.Table, 0, data["table"], SchemaKeys.Table);
        }

        foreach (var column in subject.Columns)
        {
            yield return (KeyPlace.Column, column.Index, column.Raw, SchemaKeys.Column);
        }

        foreach (var param in subject.Params)
        {
            yield return (KeyPlace.Param, param.Index, param.Raw, SchemaKeys.ParamOf(param.Definition.Type));
        }
    }
}
