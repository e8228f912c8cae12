namespace LiveGridStudio.Shared.Grid.View;

/// <summary>The part of the columns that a page shows.</summary>
/// <param name="Left">How far it is scrolled to the right, in pixels.</param>
/// <param name="Width">How wide it is, in pixels.</param>
internal readonly record struct ColumnView(double Left, double Width)
{
    /// <summary>Wider than any screen. What a page says is not to be trusted.</summary>
    private const double MostWidth = 8000;

    /// <summary>Before the page has said how wide it is (a first, server-made rendering).</summary>
    public static ColumnView Unmeasured { get; } = new(0, 1440);

    /// <summary>What a page said, within reason. A page without any width is not laid out yet and keeps the one it had.</summary>
    public ColumnView Follow(double left, double width) => new(
        double.IsFinite(left) ? Math.Max(0, left) : 0,
        width > 0 ? Math.Min(width, MostWidth) : Width);
}
