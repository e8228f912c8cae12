using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.Shared.Checking.FeedLint.Rules;

/// <summary>LG017 for colours that need numbers, on a column whose values are texts after loading too.</summary>
internal sealed class ColorOnText() : FeedLintRule("LG017", FindingSeverity.Warning)
{
    public override IEnumerable<Finding> Check(FeedSubject subject)
    {
        if (!subject.Widget.IsLiveGrid && subject.Widget.Type != "table")
        {
            yield break;
        }

        foreach (var column in subject.Definition.Columns.Where(column => IsAbout(subject, column)))
        {
            var render = column.Render;
            if (CellPrecedence.ColorsBySign(render) && render.ColorRules is null && !render.HasNullColorRules)
            {
                yield return Find(
                    subject,
                    column.PathOf("renderFn"),
                    $"The values of column {column.Name} are texts: greenRed and columnColor colour numbers, so it stays uncoloured.",
                    "Add a colorValueKey that names a number, or colorRules that compare texts (eq, ne, contains).");
            }

            var rules = render.Params["colorRules"].List;
            for (var i = 0; i < rules.Count; i++)
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
                        $"Rule {i} of column {column.Name} compares with a number, but its values are texts: it matches nothing.",
                        "Compare with a text (eq, ne, contains), or name a number by colorValueKey.");
                }
            }
        }
    }

    /// <summary>Whether it has colours, takes them from its own values, and those that were loaded are texts alone.</summary>
    private static bool IsAbout(FeedSubject subject, LintColumn column)
    {
        if (!subject.Definition.Counts(column) || column.ShowsChanges || !column.HasColor || !string.IsNullOrEmpty(column.Render.ColorValueKey)
            || subject.SlotOf(column.Field) is not (>= 0 and var slot))
        {
            return false;
        }

        var values = subject.Loaded.Rows.Select(row => row[slot]).Where(static value => !value.IsNullish);
        return values.Any() && values.All(static value => value.IsText);
    }
}
