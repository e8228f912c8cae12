using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.Lint.Rules;

/// <summary>LG010: a size outside the limits of the dashboard, which has 40 columns.</summary>
internal sealed class GridSize() : LintRule("LG010", FindingSeverity.Warning)
{
    private const int MostRows = 100;

    public override bool Applies(LintSubject subject) => subject.Widget.Raw["gridData"].IsObject;

    public override IEnumerable<Finding> Check(LintSubject subject)
    {
        var size = subject.Widget.Raw["gridData"];
        if (size["w"].TryGetNumber(out var width) && Fit(width, GridData.Columns) is var fitting && fitting != width)
        {
            yield return Find(
                subject,
                "gridData.w",
                $"gridData.w is {JsNumber.ToText(width)}, but the dashboard is {GridData.Columns} columns wide: "
                + "the widget does not get the place it asks for.",
                $"Use a width from 1 to {GridData.Columns}.",
                widget => JsEdit.Change(widget, ["gridData", "w"], _ => fitting));
        }

        if (size["h"].TryGetNumber(out var height) && Fit(height, MostRows) is var rows && rows != height)
        {
            yield return Find(
                subject,
                "gridData.h",
                rows == MostRows
                    ? $"gridData.h is {JsNumber.ToText(height)}: the widget is many windows high."
                    : $"gridData.h is {JsNumber.ToText(height)}: the widget has no height to show anything in.",
                $"Use a height from 1 to {MostRows}; 10 to 20 rows fill a window.",
                widget => JsEdit.Change(widget, ["gridData", "h"], _ => rows));
        }
    }

    private static double Fit(double value, double most) => value < 1 || !double.IsFinite(value) ? 1 : Math.Min(value, most);
}
