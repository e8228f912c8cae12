using LiveGridStudio.Shared.Checking.Validation.Schemas;
using static LiveGridStudio.Shared.Checking.Validation.Schemas.Schema;

namespace LiveGridStudio.Shared.Checking.Validation.Rules;

/// <summary>One entry of <c>apps.json</c>.</summary>
internal static class AppRules
{
    private const string IdPrefix = "custom-";

    private static readonly Schema State = OpenObjectWith(
        Optional("paramOrder", ListOf(Text)),
        Optional("params", MapOf(Anything)),
        Optional("chartView", ChartViewRules.ChartView),
        Optional("chartModel", OpenObjectWith(
            Optional("modelType", OneOf("range", "pivot")),
            Optional("chartType", ChartViewRules.ChartType),
            Optional("chartOptions", MapOf(Anything)),
            Optional("cellRange", OpenObjectWith(
                Optional("columns", ListOf(Text)))),
            Optional("suppressChartRanges", Bool))),
        Optional("columnState", OpenObjectWith()),
        Optional("filterModel", OpenObjectWith()),
        Optional("storage", OpenObjectWith(
            Optional("text", Text),
            Optional("html", Text))));

    private static readonly Schema LayoutItem = OpenObjectWith(
        Required("i", Text),
        Required("x", Number),
        Required("y", Number),
        Required("w", Number),
        Required("h", Number),
        Optional("minW", Number),
        Optional("minH", Number),
        Optional("maxW", Number),
        Optional("maxH", Number),
        Optional("moved", Bool),
        Optional("static", Bool),
        Optional("isDraggable", Bool),
        Optional("state", State),
        Optional("groups", ListOf(Text)));

    private static readonly Schema Group = ObjectWith(
        Required("name", Text),
        Optional("paramName", Text),
        Required("type", Text),
        Optional("widgetIds", ListOf(Text)),
        Optional("defaultValue", Anything));

    private static readonly Schema McpServer = ObjectWith(
        Required("name", Text),
        Optional("description", Text),
        Required("url", Text.Matching("(uri)", "a URL such as \"https://example.com/mcp\"", WebAddress.IsUrl)),
        Optional("authType", OneOf("oauth", "token")));

    /// <summary>The keys of an app, as the documentation's table of keys lists them.</summary>
    public static ObjectSchema App { get; } = ObjectWith(
        Optional("templateId", Text),
        Optional("id", Text.Matching("/^custom-.+/", "a text that starts with \"custom-\" and goes on", IsCustomId)),
        Required("name", Text),
        Optional("description", Text),
        Optional("selected_agent", Text),
        Optional("img", Text),
        Optional("img_dark", Text),
        Optional("img_light", Text),
        Optional("authentication", Text),
        Required("tabs", MapOf(ObjectWith(
            Required("id", Text),
            Required("name", Text),
            Required("layout", ListOf(LayoutItem))))),
        Optional("groups", ListOf(Group)),
        Optional("prompts", ListOf(Text)),
        Optional("mcpServers", ListOf(McpServer)),
        Optional("allowCustomization", Bool));

    private static bool IsCustomId(string id) =>
        id.Length > IdPrefix.Length
        && id.StartsWith(IdPrefix, StringComparison.Ordinal)
        && id[IdPrefix.Length] is not ('\n' or '\r' or '\u2028' or '\u2029');
}
