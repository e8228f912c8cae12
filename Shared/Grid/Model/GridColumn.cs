using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Grid.Cells;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.Shared.Grid.Model;

/// <summary>One column of a grid, created when the rows are loaded.</summary>
public sealed class GridColumn
{
    internal GridColumn(int index, int slot, string field, ColumnDefinition? definition, bool isNumeric)
    {
        Index = index;
        Slot = slot;
        Field = field;
        Definition = definition;
        HeaderName = definition?.HeaderName ?? FieldLabel.Of(field);
        IsNumeric = isNumeric;
        Hide = definition?.Hide ?? false;
        Pinned = string.Equals(field, "index", StringComparison.OrdinalIgnoreCase) ? "left" : definition?.Pinned;
        Width = IsGiven(definition?.Width) || IsGiven(definition?.MinWidth) ? definition!.Width ?? definition.MinWidth : null;
        Align = definition?.Align ?? (isNumeric ? "right" : "left");
        var drawnBy = CellPrecedence.DrawnBy(definition?.Render ?? RenderFunction.None);
        IsHoverCard = drawnBy == RenderFunctionName.HoverCard;
        IsClickable = drawnBy == RenderFunctionName.CellOnClick;
        ShowsChanges = drawnBy == RenderFunctionName.ShowCellChange;
    }

    /// <value>Index in <see cref="GridModel.Columns"/>.</value>
    public int Index { get; }

    public string Field { get; }

    public string HeaderName { get; }

    /// <value>Whether numbers are the most common kind among the loaded values.</value>
    public bool IsNumeric { get; }

    public bool Hide { get; }

    /// <value><c>left</c>, <c>right</c> or null.</value>
    public string? Pinned { get; }

    /// <value>Pixels: the declared width, else the declared minimum width; null is automatic.</value>
    public double? Width { get; }

    public double? MinWidth => Definition?.MinWidth;

    public double? MaxWidth => Definition?.MaxWidth;

    /// <value><c>left</c>, <c>center</c> or <c>right</c>.</value>
    public string Align { get; }

    public string? HeaderTooltip => Definition?.HeaderTooltip;

    /// <value>Null for a column that is not declared.</value>
    public ColumnDefinition? Definition { get; }

    /// <value>Whether its cells show arrow and highlight. False with a hover card or a click, which take precedence.</value>
    public bool ShowsChanges { get; }

    internal int Slot { get; }

    /// <summary>A width of 0 counts only beside one that is not.</summary>
    private static bool IsGiven(double? width) => width is not (null or 0) && !double.IsNaN(width.Value);

    internal bool IsHoverCard { get; }

    internal bool IsClickable { get; }
}
