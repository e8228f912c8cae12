using System.Globalization;
using LiveGridStudio.Shared.Grid.Model;

namespace LiveGridStudio.Shared.Grid.View;

/// <summary>A visible column and its place in the page.</summary>
/// <param name="Column">The column.</param>
/// <param name="Index">Index among the visible columns.</param>
/// <param name="Class">Classes for alignment and pinning, and for an edge under which other columns scroll.</param>
/// <param name="Style">The sticky position of a pinned column; null for the others.</param>
/// <param name="Width">Pixels: the width when <paramref name="IsFixed"/>, else the minimum width.</param>
/// <param name="IsFixed">Whether the column keeps its width when spare room is distributed.</param>
public sealed record ShownColumn(GridColumn Column, int Index, string Class, string? Style, double Width, bool IsFixed)
{
    /// <value>The index from 1, as <c>aria-colindex</c> counts; stored as a text, because every cell of the column writes it.</value>
    public string AriaIndex { get; } = (Index + 1).ToString(CultureInfo.InvariantCulture);
}
