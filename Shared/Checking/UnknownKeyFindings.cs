using LiveGridStudio.Shared.Checking.Validation;
using LiveGridStudio.Shared.Checking.Validation.Rules;
using LiveGridStudio.Shared.Checking.Validation.Schemas;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking;

/// <summary>One finding for each key that Workspace does not know, however many widgets have it.</summary>
internal static class UnknownKeyFindings
{
    private const int MostNamed = 3;

    /// <summary>How many findings <see cref="Of"/> gives.</summary>
    public static int Count(ValidationReport verdict, RuleSwitches? off) =>
        Shown(verdict, off).SelectMany(static entry => entry.Keys).Distinct(StringComparer.Ordinal).Count();

    public static IEnumerable<Finding> Of(ValidationReport verdict, RuleSwitches? off) => Shown(verdict, off)
        .SelectMany(static entry => entry.Keys.Select(key => (Key: key, Entry: entry)))
        .GroupBy(static pair => pair.Key, StringComparer.Ordinal)
        .Select(static group => Find(group.Key, [.. group.Select(static pair => pair.Entry)]));

    private static IEnumerable<UnrecognizedKeys> Shown(ValidationReport verdict, RuleSwitches? off) =>
        verdict.UnrecognizedKeys.Where(entry => off?.IsOff(FindingRule.UnrecognizedKey, entry.WidgetId) != true);

    private static Finding Find(string key, IReadOnlyList<UnrecognizedKeys> entries)
    {
        var first = entries[0];
        var isApp = first.Index is not null;
        var near = isApp ? null : NearWord.Of(key, SchemaKeys.Widget as IReadOnlyCollection<string> ?? [.. SchemaKeys.Widget]);
        var place = isApp || near is not null ? null : PlaceOf(key);
        var many = entries.Count == 1 ? ""
            : $" In {entries.Count} {(isApp ? "apps" : "widgets")}: {string.Join(", ", entries.Take(MostNamed).Select(entry => Ellipsis.Of(isApp ? entry.Name : entry.WidgetId ?? entry.Name, 60)))}{(entries.Count > MostNamed ? ", ..." : "")}.";
        return new Finding
        {
            Kind = FindingKind.UnrecognizedKey,
            Rule = FindingRule.UnrecognizedKey,
            Severity = FindingSeverity.Info,
            WidgetId = first.WidgetId,
            Index = first.Index,
            Template = isApp ? first.Name : null,
            Path = key,
            Message = $"Workspace does not know this key: it says so in its console and passes over it.{many}",
            Fix = near is not null ? $"Write {ValueWords.Quote(near)}." : place is not null ? $"It belongs into {place}." : "Check the spelling, or take the key away.",
            Repair = owner => near is null || owner.Object.Has(near) ? owner.Object.Without(key)
                : JsObject.Create([.. owner.Object.Select(member => member.Key == key ? KeyValuePair.Create(near, member.Value) : member)]),
        };
    }

    private static string? PlaceOf(string key) => key is "columnDefs" or "columns" ? "data.table.columnsDefs"
        : SchemaKeys.Data.Contains(key) ? "data"
        : SchemaKeys.Table.Contains(key) ? "data.table"
        : null;
}
