using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Grid.Cells;

/// <summary>Everything that is drawn of one cell. Immutable; a changed cell gets a new one.</summary>
public sealed record CellView
{
    /// <value>The visible text; null for a checkbox.</value>
    public string? Text { get; init; }

    /// <value>The hover text; null when there is none.</value>
    public string? Title { get; init; }

    /// <value>A hex colour, or <c>green-500</c> / <c>red-500</c> for the theme's fallback shades; null is the default.</value>
    public string? Color { get; init; }

    public string? BackgroundColor { get; init; }

    /// <value><c>left</c>, <c>center</c> or <c>right</c>.</value>
    public required string Align { get; init; }

    /// <value>Whether the checkbox of a boolean is ticked; null for every other cell.</value>
    public bool? Checkbox { get; init; }

    /// <value>The address of a link; only <c>http</c> and <c>https</c>.</value>
    public string? Href { get; init; }

    /// <value>Whether the cell shows its changes (<c>showCellChange</c>).</value>
    public bool ShowsChanges { get; init; }

    /// <value>The direction of the shown arrow; none without an arrow.</value>
    public ChangeDirection Arrow { get; init; }

    /// <value>The size of the change beside the arrow, never negative; null without an arrow.</value>
    public double? Delta { get; init; }

    public bool Highlighted { get; init; }

    /// <value>Number of changes since loading; distinguishes one flash from the next.</value>
    public long Changes { get; init; }

    public CellSparkline? Sparkline { get; init; }

    /// <value>Whether <see cref="GridRow.HoverCard"/> returns a card. Its texts may be long, so views do not keep them.</value>
    public bool HasHoverCard { get; init; }

    /// <value>Whether <see cref="GridRow.Click"/> returns an action.</value>
    public bool HasClick { get; init; }

    /// <value>The mark as one value: the arrow's direction, or changed for a highlight without an arrow.</value>
    public ChangeDirection Mark => Arrow == ChangeDirection.None && Highlighted ? ChangeDirection.Changed : Arrow;
}
