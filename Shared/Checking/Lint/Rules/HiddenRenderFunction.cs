using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.Shared.Checking.Lint.Rules;

/// <summary>LG007: a render function that has no effect because another one of the column takes precedence.</summary>
internal sealed class HiddenRenderFunction() : ColumnLintRule("LG007", FindingSeverity.Warning)
{
    protected override bool IsForTables => true;

    protected override bool IsAbout(JsValue column) => !column["renderFn"].IsUndefined;

    public override IEnumerable<Finding> Check(LintSubject subject, LintColumn column)
    {
        return CellPrecedence.DrawnBy(column.Render) is { } drawing
            ? CellPrecedence.Hidden(column.Render).Select(name => Report(subject, column, drawing.ToWire(), name.ToWire()))
            : [];
    }

    private Finding Report(LintSubject subject, LintColumn column, string drawing, string hidden) => Find(
        subject,
        column.PathOf("renderFn"),
        $"Column {column.Name} has {drawing} and {hidden}: Workspace draws the cell by {drawing}, and {hidden} has no effect.",
        $"Take {hidden} out of renderFn, or {drawing} if {hidden} is what you want.",
        column.Change(value => Without(value, hidden), "renderFn"));

    private static JsValue Without(JsValue renderFn, string name) => renderFn.TryGetText(out var text)
        ? string.Join(',', text.Split(',').Where(part => part.Trim() != name))
        : JsValue.FromList([.. renderFn.List.Where(item => item.Text?.Trim() != name)]);
}
