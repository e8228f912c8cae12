namespace LiveGridStudio.Shared.Grid.View;

/// <summary>How many columns stick to the edges of the view.</summary>
/// <param name="Left">Columns at the left edge.</param>
/// <param name="Right">Columns at the right edge.</param>
internal readonly record struct ColumnPins(int Left, int Right)
{
    /// <summary>Pixels between the edges that stay for the columns that scroll.</summary>
    private const double LeastBetween = 120;

    /// <summary>
    /// Pinned columns stick as long as they leave room for others to be seen: those on the left first, from the edge inwards, then
    /// those on the right. The rest keeps its place in the order and scrolls, as in AG Grid; otherwise what lies between could never
    /// be reached, and a thousand pinned columns would all be in the page.
    /// </summary>
    /// <param name="left">Widths of the columns pinned left, in order.</param>
    /// <param name="right">Widths of the columns pinned right, in order.</param>
    /// <param name="viewWidth">Pixels that there are.</param>
    public static ColumnPins Fit(IReadOnlyList<double> left, IReadOnlyList<double> right, double viewWidth)
    {
        var room = viewWidth - LeastBetween;
        var lefts = 0;
        while (lefts < left.Count && left[lefts] <= room)
        {
            room -= left[lefts++];
        }

        var rights = 0;
        while (rights < right.Count && right[^(rights + 1)] <= room)
        {
            room -= right[^(++rights)];
        }

        return new ColumnPins(lefts, rights);
    }
}
