using System.Globalization;
using LiveGridStudio.Shared.Grid.Model;

namespace LiveGridStudio.Shared.Grid.View;

/// <summary>A visible column with its place in the page.</summary>
/// <param name="Column">The column.</param>
/// <param name="Index">Place among the visible columns, from 0.</param>
/// <param name="Class">Alignment and pinning, and whether the others scroll under it at this edge.</param>
/// <param name="Style">Where a pinned column sticks; null for the others.</param>
/// <param name="Width">Pixels: the width when <paramref name="IsFixed"/>, else the least one.</param>
/// <param name="IsFixed">Whether the column keeps its width when there is room to share out.</param>
public sealed record ShownColumn(GridColumn Column, int Index, string Class, string? Style, double Width, bool IsFixed)
{
    /// <value>The place from 1, as <c>aria-colindex</c> counts; a text, because every cell of the column says it.</value>
    public string AriaIndex { get; } = (Index + 1).ToString(CultureInfo.InvariantCulture);
}
