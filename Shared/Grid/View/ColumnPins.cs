namespace LiveGridStudio.Shared.Grid.View;

/// <summary>The number of columns that stick to each edge of the view.</summary>
/// <param name="Left">Columns at the left edge.</param>
/// <param name="Right">Columns at the right edge.</param>
internal readonly record struct ColumnPins(int Left, int Right)
{
    /// <summary>The least room in pixels between pinned columns, for those that scroll.</summary>
    private const double LeastBetween = 120;

    /// <summary>
    /// Pinned columns stick as long as they leave room for others: first those on the left, from the edge inwards, then those on the right.
    /// The remaining ones keep their place in the order and scroll, as in AG Grid. Otherwise the columns in between could not be reached,
    /// and a thousand pinned columns would all be in the page.
    /// </summary>
    /// <param name="left">Widths of the columns pinned left, in order.</param>
    /// <param name="right">Widths of the columns pinned right, in order.</param>
    /// <param name="viewWidth">Width of the view in pixels.</param>
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
