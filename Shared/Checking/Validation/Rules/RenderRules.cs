using LiveGridStudio.Shared.Checking.Validation.Schemas;
using LiveGridStudio.Shared.Json;
using static LiveGridStudio.Shared.Checking.Validation.Schemas.Schema;

namespace LiveGridStudio.Shared.Checking.Validation.Rules;

/// <summary>A column's <c>renderFn</c> and <c>renderFnParams</c>.</summary>
internal static class RenderRules
{
    /// <remarks>One name, a comma-separated text or a list; a null in the list is ignored.</remarks>
    public static Schema RenderFn { get; } = new NamesSchema(Names.RenderFunctions).OrNull();

    /// <summary>The keys of <c>renderFnParams</c>.</summary>
    public static ObjectSchema ParamKeys { get; } = OpenObjectWith(
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
        Optional("colorValueKey", Text.OrNull()));

    public static Schema RenderFnParams { get; } = Prepared(PrepareParams, ParamKeys.OrNull()).OrNull();

    /// <summary>A falsy value counts as absent, and the older <c>groupByParamName</c> is read as <c>groupBy.paramName</c>.</summary>
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
