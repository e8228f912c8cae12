using LiveGridStudio.Shared.Checking.Validation.Schemas;
using LiveGridStudio.Shared.Json;
using static LiveGridStudio.Shared.Checking.Validation.Schemas.Schema;

namespace LiveGridStudio.Shared.Checking.Validation.Rules;

/// <summary>One entry of <c>widgets.json</c>.</summary>
internal static class WidgetRules
{
    /// <summary>The keys of <c>data.table</c>.</summary>
    public static ObjectSchema TableKeys { get; } = ObjectWith(
        Optional("showAll", Bool),
        Optional("enableAdvanced", Bool),
        Optional("transpose", Bool.OrNull()),
        Optional("period", Either(Bool, ListOf(Text))),
        Optional("columnsDefs", ListOf(ColumnRules.Column)),
        Optional("chartView", ChartViewRules.ChartView),
        Optional("formatterFn", ColumnRules.Formatter));

    /// <summary>The keys of <c>data</c>.</summary>
    public static ObjectSchema DataKeys { get; } = ObjectWith(
        Optional("dataKey", Text),
        Optional("wsRowIdColumn", Either(Text, ListOf(Text))),
        Optional("wsRowIdColumns", ListOf(Text)),
        Optional("table", TableKeys));

    /// <summary>The keys of a widget, as the documentation's table of keys lists them.</summary>
    public static ObjectSchema Keys { get; } = ObjectWith(
        Required("name", Text),
        Optional("showTitle", Bool.OrNull()),
        Required("description", Text),
        Optional("category", Text),
        Optional("subCategory", Text),
        Optional("schemaName", Text),
        Optional("source", Either(Text, ListOf(Text))),
        Optional("widgetId", Text),
        Optional("widgetType", Text),
        Required("endpoint", Text),
        Optional("fileEndpoint", Text),
        Optional("wsEndpoint", Text),
        Optional("params", ParamRules.Params),
        Optional("groupById", Text.OrNull()),
        Optional("data", DataKeys),
        Optional("type", OneOf(Names.WidgetTypes).OrNull()),
        Optional("defaultViz", OneOf(Names.WidgetTypes).OrNull()),
        Optional("gridData", ObjectWith(
            Required("w", Number),
            Required("h", Number))),
        Optional("staleTime", Either(NumberAtLeast(1000), Exactly(false))),
        Optional("refetchInterval", Either(NumberAtLeast(1000), Exactly(false), Text.NotBlank()).OrNull()),
        Optional("dataUpdateDisplay", Text.NotBlank()),
        Optional("runButton", Bool),
        Optional("disableRetrievalForCopilot", Bool),
        Optional("copilotParseAs", Either(Exactly("structured"), Exactly("unstructured"))),
        Optional("inputType", Text),
        Optional("raw", Bool),
        Optional("exportable", Bool),
        Optional("storage", MapOf(Anything)));

    public static Schema Widget { get; } = Prepared(Prepare, Keys.Must(
        static widget => widget["type"].Text != "multi_file_viewer" || widget["params"].List.SelectMany(static entry => entry.IsList ? entry.List : [entry]).Any(IsFileSelector),
        "a multi_file_viewer needs an endpoint parameter with roles [\"fileSelector\"]",
        at: "params"));

    private static bool IsFileSelector(JsValue param) =>
        param["type"].Text == "endpoint" && ParamRules.HasRole(param, ParamRules.FileSelector);

    /// <summary>Fills in the defaults that depend on other keys: the type, and the refetch interval.</summary>
    private static JsValue Prepare(JsValue value, SchemaCheck check)
    {
        var widget = JsEntries.AsObject(value);
        var isOnDemand = (widget["runButton"].IsTruthy && !widget["refetchInterval"].IsTruthy)
            || widget["refetchInterval"] == false;
        if (isOnDemand)
        {
            widget = widget.With("staleTime", false).With("refetchInterval", false);
        }

        var type = widget["type"];
        return type.IsNullish && !widget["defaultViz"].IsUndefined ? widget.With("type", widget["defaultViz"]) : widget;
    }
}
