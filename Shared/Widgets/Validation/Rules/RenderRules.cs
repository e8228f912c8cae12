using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Widgets.Validation.Schemas;
using static LiveGridStudio.Shared.Widgets.Validation.Schemas.Schema;

namespace LiveGridStudio.Shared.Widgets.Validation.Rules;

/// <summary>A column's <c>renderFn</c> and <c>renderFnParams</c>.</summary>
internal static class RenderRules
{
    /// <remarks>One name, a comma text or a list; a null in the list is passed over.</remarks>
    public static Schema RenderFn { get; } =
        Prepared(SplitNames, ListOf(OneOf(Names.RenderFunctions).OrNull())).OrNull();

    public static Schema RenderFnParams { get; } = Prepared(PrepareParams, OpenObjectWith(
        Optional("actionType", OneOf("groupBy", "sendToAgent").OrNull()),
        Optional("groupByParamName", Text.OrNull()),
        Optional("groupBy", ObjectWith(
            Optional("forceUpdate", Bool),
            Required("paramName", Text.NotEmpty()),
            Optional("valueField", Text))),
        Optional("hoverCard", ObjectWith(
            Optional("cellField", Text),
            Optional("title", Text),
            Optional("markdown", Text)).OrNull()),
        Optional("sendToAgent", ObjectWith(
            Optional("markdown", Text),
            Optional("agentId", Text.OrNull())).OrNull()),
        Optional("colorRules", ListOf(ColorRuleRules.ColorRule).OrNull()),
        Optional("colorValueKey", Text.OrNull())).OrNull()).OrNull();

    private static JsValue SplitNames(JsValue value, SchemaCheck check)
    {
        if (value.TryGetText(out var text))
        {
            return JsValue.FromList([.. text.Split(',').Select(static name => (JsValue)JsBlanks.Trim(name))]);
        }

        foreach (var name in value.List)
        {
            if (!name.IsNullish && !name.IsText)
            {
                check.Break($"expected names in the list, found {ValueWords.Of(name)}");
                return value;
            }
        }

        return value.IsList
            ? JsValue.FromList([.. value.List.Select(static name => name.TryGetText(out var text) ? JsBlanks.Trim(text) : name)])
            : value;
    }

    /// <summary>What is falsy counts as absent, the older <c>groupByParamName</c> is read as <c>groupBy.paramName</c>.</summary>
    private static JsValue PrepareParams(JsValue value, SchemaCheck check)
    {
        if (!value.IsTruthy)
        {
            return JsValue.Null;
        }

        switch (value["actionType"].Text)
        {
            case "groupBy" when value["groupByParamName"].IsText:
                var groupBy = value["groupBy"].Object.With("paramName", value["groupByParamName"]);
                return value.Object.Without("groupByParamName").With("groupBy", groupBy);
            case "groupBy" when !value["groupBy"]["paramName"].IsText:
                check.Add(IssueCodes.Custom, "actionType \"groupBy\" needs groupBy.paramName, the parameter to set");
                return value;
            case "sendToAgent" when !value["sendToAgent"]["markdown"].IsText:
                check.Add(IssueCodes.Custom, "actionType \"sendToAgent\" needs sendToAgent.markdown, the text to send");
                return value;
            default:
                return value;
        }
    }
}
