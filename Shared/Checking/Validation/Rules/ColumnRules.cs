using LiveGridStudio.Shared.Checking.Validation.Schemas;
using static LiveGridStudio.Shared.Checking.Validation.Schemas.Schema;

namespace LiveGridStudio.Shared.Checking.Validation.Rules;

internal static class ColumnRules
{
    public static Schema Formatter { get; } = OneOf(Names.Formatters).OrNull();

    /// <summary>The keys of a column.</summary>
    public static ObjectSchema Keys { get; } = ObjectWith(
        Required("field", Text),
        Optional("enableCellChangeWs", Bool.OrNull()),
        Required("headerName", Text),
        Optional("chartDataType", OneOf("category", "series", "time", "excluded")),
        Optional("cellDataType", OneOf("text", "number", "boolean", "date", "dateString", "object")),
        Optional("prefix", Text),
        Optional("suffix", Text),
        Optional("formatterFn", Formatter),
        Optional("decimalPlaces", NumberBetween(0, 6)),
        Optional("renderFn", RenderRules.RenderFn),
        Optional("renderFnParams", RenderRules.RenderFnParams),
        Optional("sparkline", SparklineRules.Sparkline),
        Optional("width", Number.OrNull()),
        Optional("maxWidth", Number.OrNull()),
        Optional("minWidth", Number.OrNull()),
        Optional("hide", Bool.OrNull()),
        Optional("headerTooltip", Text.OrNull()),
        Optional("rowGroup", Bool.OrNull()),
        Optional("aggFunc", Text.OrNull()),
        Optional("pinned", Either(Exactly("left"), Exactly("right"), Bool).OrNull()),
        Optional("align", OneOf("left", "center", "right")));

    public static Schema Column => Keys;
}
