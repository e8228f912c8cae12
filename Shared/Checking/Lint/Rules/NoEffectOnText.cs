using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.Shared.Checking.Lint.Rules;

/// <summary>LG017: colours, prefixes and suffixes that a text column never shows, and colour rules that never match.</summary>
internal sealed class NoEffectOnText() : ColumnLintRule("LG017", FindingSeverity.Warning)
{
    private static readonly string[] Affixes = ["prefix", "suffix"];

    protected override bool IsAbout(JsValue column) => column["cellDataType"].IsText || column["renderFnParams"]["colorRules"].IsList;

    public override IEnumerable<Finding> Check(LintSubject subject, LintColumn column)
    {
        var isText = column.Definition.CellDataType == "text" && !column.ShowsChanges;
        return isText
            ? OnText(subject, column).Concat(ByNumber(subject, column)).Concat(Unmatched(subject, column))
            : Unmatched(subject, column);
    }

    private IEnumerable<Finding> OnText(LintSubject subject, LintColumn column)
    {
        var render = column.Render;
        var isStyled = render.IsGiven || column.Definition.FormatterFn is not null;
        foreach (var key in Affixes.Where(key => !isStyled && !string.IsNullOrEmpty(column.Definition.Raw[key].Text)))
        {
            yield return Find(
                subject,
                column.PathOf(key),
                $"Column {column.Name} is declared as text: without a renderFn or formatterFn its {key} is not shown.",
                "Add \"renderFn\": [], which is enough to have it shown.",
                column.Change(static _ => JsValue.FromList(), "renderFn"));
        }

        if (!isStyled && render.ColorRules is { Count: > 0 })
        {
            yield return Find(
                subject,
                column.PathOf("renderFnParams.colorRules"),
                $"Column {column.Name} is declared as text: without a renderFn its colorRules do not colour it.",
                "Add \"renderFn\": \"columnColor\".",
                column.Change(static _ => "columnColor", "renderFn"));
        }

        if (CellPrecedence.ColorsBySign(render) && render.ColorRules is null && !render.HasNullColorRules && string.IsNullOrEmpty(render.ColorValueKey))
        {
            yield return Find(
                subject,
                column.PathOf("renderFn"),
                $"Column {column.Name} is declared as text: greenRed and columnColor colour numbers, so it stays uncoloured.",
                "Add a colorValueKey that names a number, or colorRules that compare texts (eq, ne, contains).");
        }
    }

    /// <summary>Reports rules that compare with a number, on a column whose own values are texts.</summary>
    private IEnumerable<Finding> ByNumber(LintSubject subject, LintColumn column)
    {
        var rules = column.Render.Params["colorRules"].List;
        for (var i = 0; i < rules.Count && string.IsNullOrEmpty(column.Render.ColorValueKey); i++)
        {
            var isByNumber = rules[i]["condition"].Text switch
            {
                "between" => true,
                "eq" or "gt" or "lt" or "gte" or "lte" => rules[i]["value"].IsNumber,
                _ => false,
            };
            if (isByNumber)
            {
                yield return Find(
                    subject,
                    column.PathOf($"renderFnParams.colorRules.{i}"),
                    $"Rule {i} of column {column.Name} compares with a number, but the column is declared as text: it matches nothing.",
                    "Compare with a text (eq, ne, contains), or name a number by colorValueKey.");
            }
        }
    }

    private IEnumerable<Finding> Unmatched(LintSubject subject, LintColumn column)
    {
        var rules = column.Render.Params["colorRules"].List;
        for (var i = 0; i < rules.Count; i++)
        {
            var path = column.PathOf($"renderFnParams.colorRules.{i}");
            if (rules[i]["condition"].Text is "gt" or "lt" or "gte" or "lte" && rules[i]["value"].IsText)
            {
                yield return Find(
                    subject,
                    $"{path}.value",
                    $"Rule {i} of column {column.Name} compares sizes with a text: only numbers have a size, so it matches nothing.",
                    "Write the value as a number, without quotes.");
            }
            else if (rules[i]["condition"].Text == "between" && rules[i]["range"]["min"].Number > rules[i]["range"]["max"].Number)
            {
                yield return Find(
                    subject,
                    $"{path}.range",
                    $"Rule {i} of column {column.Name} has a min above its max: no number lies between them.",
                    "Swap min and max.",
                    column.Change(
                        static range => range.Object.With("min", range["max"]).With("max", range["min"]),
                        "renderFnParams", "colorRules", i, "range"));
            }
        }
    }
}
