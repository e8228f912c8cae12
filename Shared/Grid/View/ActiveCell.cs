using LiveGridStudio.Shared.Grid.Model;

namespace LiveGridStudio.Shared.Grid.View;

/// <summary>The cell that the keyboard acts on: a cell of a row, a header, or none yet. It moves with its row.</summary>
/// <param name="Row">The row; null for a header.</param>
/// <param name="Column">Index among the visible columns.</param>
/// <param name="IsHeader">Whether it is a header.</param>
internal readonly record struct ActiveCell(GridRow? Row, int Column, bool IsHeader)
{
    public static ActiveCell None { get; } = new(null, -1, false);

    public bool IsSet => Row is not null || IsHeader;
}
