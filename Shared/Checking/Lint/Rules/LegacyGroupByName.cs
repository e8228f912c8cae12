using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Lint.Rules;

/// <summary>LG012: the older <c>groupByParamName</c>.</summary>
internal sealed class LegacyGroupByName() : ColumnLintRule("LG012", FindingSeverity.Info)
{
    public override bool Applies(LintSubject subject, LintColumn column) => column.Raw["renderFnParams"] is var given && given["groupByParamName"].IsText
        && (given["groupBy"].IsObject || given["actionType"].IsNullish);

    public override IEnumerable<Finding> Check(LintSubject subject, LintColumn column)
    {
        var isUsed = column.Raw["renderFnParams"]["actionType"].Text == "groupBy";
        yield return Find(
            subject,
            column.PathOf("renderFnParams.groupByParamName"),
            isUsed
                ? $"Column {column.Name} uses groupByParamName, the older spelling of groupBy.paramName, which it overrides."
                : $"Column {column.Name} has groupByParamName without actionType \"groupBy\": it is not read at all.",
            isUsed
                ? "Write \"groupBy\": {\"paramName\": ...} instead."
                : "Take it away, or add \"actionType\": \"groupBy\" with \"groupBy\": {\"paramName\": ...}.",
            column.Change(value => Rewrite(value, isUsed), "renderFnParams"));
    }

    private static JsValue Rewrite(JsValue parameters, bool isUsed)
    {
        var rest = parameters.Object.Without("groupByParamName");
        return isUsed
            ? rest.With("groupBy", parameters["groupBy"].Object.With("paramName", parameters["groupByParamName"]))
            : rest;
    }
}
