using LiveGridStudio.Shared.Contract;

namespace LiveGridStudio.Shared.Workspace;

/// <summary>Decides which render function draws a cell when a column has several: the first one in <see cref="Order"/>.</summary>
public static class CellPrecedence
{
    /// <summary>The functions that draw a whole cell; each one overrides those after it.</summary>
    public static IReadOnlyList<RenderFunctionName> Order { get; } =
        [RenderFunctionName.HoverCard, RenderFunctionName.CellOnClick, RenderFunctionName.ShowCellChange];

    /// <summary>The function that draws the cell; null when none of <see cref="Order"/> does.</summary>
    public static RenderFunctionName? DrawnBy(RenderFunction render)
    {
        ArgumentNullException.ThrowIfNull(render);
        for (var i = 0; i < Order.Count; i++)
        {
            if (render.Has(Order[i]))
            {
                return Order[i];
            }
        }

        return null;
    }

    /// <summary>The functions of a column that have no effect, because another one draws the cell.</summary>
    public static IEnumerable<RenderFunctionName> Hidden(RenderFunction render) => DrawnBy(render) switch
    {
        null => [],
        // Title case applies only where no change is shown.
        RenderFunctionName.ShowCellChange => render.Has(RenderFunctionName.TitleCase) ? [RenderFunctionName.TitleCase] : [],
        var drawing => Order.SkipWhile(name => name != drawing).Skip(1).Where(render.Has),
    };

    /// <summary>Whether the sign of a number colours the cell when no colour rule does.</summary>
    public static bool ColorsBySign(RenderFunction render)
    {
        ArgumentNullException.ThrowIfNull(render);
        return render.Has(RenderFunctionName.GreenRed) || render.Has(RenderFunctionName.ColumnColor);
    }
}
