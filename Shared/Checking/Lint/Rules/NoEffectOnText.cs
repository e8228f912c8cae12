using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Lint.Rules;

/// <summary>
/// LG017: prefixes, suffixes and colour rules that a text column never shows, and colour rules that never match. Whether its values are texts
/// shows in the rows, see <c>ColorOnText</c>.
/// </summary>
internal sealed class NoEffectOnText() : ColumnLintRule("LG017", FindingSeverity.Warning)
{
    private static readonly string[] Affixes = ["prefix", "suffix"];

    protected override bool IsForTables => true;

    protected override bool IsAbout(JsValue column) => column["cellDataType"].IsText || column["renderFnParams"]["colorRules"].IsList;

    public override IEnumerable<Finding> Check(LintSubject subject, LintColumn column)
    {
        var isText = column.Definition.CellDataType == "text" && !column.ShowsChanges;
        return isText
            ? OnText(subject, column).Concat(Unmatched(subject, column))
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
