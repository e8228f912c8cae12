using LiveGridStudio.Shared.Checking.Validation.Schemas;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Tests.Unit.Checking.Validation;

/// <summary>Writes a stated schema as the rows of a table of keys.</summary>
internal static class SchemaTable
{
    public static IEnumerable<KeyRow> Rows(string scope, ObjectSchema schema, string prefix = "") =>
        schema.Keys.SelectMany(key => Rows(scope, prefix + key.Name, key.Schema, key.IsRequired));

    private static IEnumerable<KeyRow> Rows(string scope, string path, Schema schema, bool required) =>
    [
        new KeyRow(scope, path, TypeOf(schema), required, AllowsNull(schema)),
        .. Below(scope, path, Core(schema)),
    ];

    private static IEnumerable<KeyRow> Below(string scope, string path, Schema schema) => schema switch
    {
        ObjectSchema members => Rows(scope, members, path + "."),
        ByNameSchema choice => Merge(choice.Options.Select(option => Rows(scope, option, path + "."))),
        ListSchema list when IsCompound(list.Element) => Rows(scope, path + "[]", list.Element, false),
        MapSchema map when Core(map.Element) is not AnythingSchema => Rows(scope, path + ".*", map.Element, false),
        EitherSchema choice => choice.Options.OfType<ListSchema>().SelectMany(list => Rows(scope, path + "[]", list.Element, false)),
        _ => [],
    };

    private static string TypeOf(Schema schema) => Core(schema) switch
    {
        AnythingSchema => "anything",
        BoolSchema => "boolean",
        NumberSchema number => "number" + (number.Min is { } min ? $" >= {min}" : "") + (number.Max is { } max ? $" <= {max}" : ""),
        TextSchema text => "string" + (text.Form is { } form ? $" {form}" : text.IsNotEmpty ? ", not empty" : ""),
        OneOfSchema { Names.Count: > 30 } => "a chart type",
        OneOfSchema names => string.Join(" | ", names.Names),
        ExactlySchema exactly => JsonText.Stringify(exactly.Wanted),
        EitherSchema choice => string.Join(" or ", choice.Options.Select(static option => Core(option) is ListSchema ? "array" : TypeOf(option))),
        ListSchema list => IsCompound(list.Element) ? "array" : $"array of {TypeOf(list.Element)}",
        MapSchema map => map.HasNamedKeys ? "map with chart types as keys" : "map",
        ObjectSchema members => members.OthersPass ? "object, other keys pass" : "object",
        ByNameSchema => "object",
        var other => other.GetType().Name,
    };

    private static bool IsCompound(Schema schema) => Core(schema) is ObjectSchema or ByNameSchema;

    // The schema for any value also accepts null.
    private static bool AllowsNull(Schema schema) => schema switch
    {
        { AllowsNull: true } => true,
        PreparedSchema prepared => AllowsNull(prepared.Inner),
        RefinedSchema refined => AllowsNull(refined.Inner),
        _ => false,
    };

    private static Schema Core(Schema schema) => schema switch
    {
        PreparedSchema prepared => Core(prepared.Inner),
        RefinedSchema refined => Core(refined.Inner),
        _ => schema,
    };

    private static Dictionary<string, KeyRow>.ValueCollection Merge(IEnumerable<IEnumerable<KeyRow>> options)
    {
        var merged = new Dictionary<string, KeyRow>();
        foreach (var row in options.SelectMany(static rows => rows))
        {
            merged[row.Path] = merged.TryGetValue(row.Path, out var before) && before.Type != row.Type
                ? before with { Type = $"{before.Type} or {row.Type}" }
                : row;
        }

        return merged.Values;
    }
}
