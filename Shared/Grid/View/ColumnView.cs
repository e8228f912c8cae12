namespace LiveGridStudio.Shared.Grid.View;

/// <summary>The part of the columns that a page shows.</summary>
/// <param name="Left">The horizontal scroll position in pixels.</param>
/// <param name="Width">The width in pixels.</param>
internal readonly record struct ColumnView(double Left, double Width)
{
    /// <summary>Wider than any screen. A limit is needed because the value comes from the page.</summary>
    private const double MostWidth = 8000;

    /// <summary>Used before the page has reported its width (a first, server-side rendering).</summary>
    public static ColumnView Unmeasured { get; } = new(0, 1440);

    /// <summary>The reported view, limited to a valid range. A page of width 0 is not laid out yet and keeps the previous width.</summary>
    public ColumnView Follow(double left, double width) => new(
        double.IsFinite(left) ? Math.Max(0, left) : 0,
        width > 0 ? Math.Min(width, MostWidth) : Width);
}
