using System.Collections.Frozen;
using LiveGridStudio.Shared.Checking.Validation.Schemas;

namespace LiveGridStudio.Shared.Checking.Validation.Rules;

/// <summary>The keys that Workspace knows, by the object that they belong to.</summary>
internal static class SchemaKeys
{
    private static readonly FrozenDictionary<string, IReadOnlySet<string>> Params = ParamRules.ByType.Options
        .SelectMany(static option => ByNameSchema.NamesOf(option, "type").Select(name => KeyValuePair.Create(name, (IReadOnlySet<string>)NamesOf(option))))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly IReadOnlySet<string> AnyParam =
        Params.Values.SelectMany(static keys => keys).ToFrozenSet(StringComparer.Ordinal);

    public static IReadOnlySet<string> Widget { get; } = NamesOf(WidgetRules.Keys);

    public static IReadOnlySet<string> Data { get; } = NamesOf(WidgetRules.DataKeys);

    public static IReadOnlySet<string> Table { get; } = NamesOf(WidgetRules.TableKeys);

    public static IReadOnlySet<string> Column { get; } = NamesOf(ColumnRules.Keys);

    public static IReadOnlySet<string> RenderParams { get; } = NamesOf(RenderRules.ParamKeys);

    /// <summary>The keys of a parameter's type; of a type that is unknown, the keys of all.</summary>
    public static IReadOnlySet<string> ParamOf(string type) => Params.GetValueOrDefault(type, AnyParam);

    private static FrozenSet<string> NamesOf(ObjectSchema schema) => schema.Keys.Select(static key => key.Name).ToFrozenSet(StringComparer.Ordinal);
}
