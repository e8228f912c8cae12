using System.Globalization;
using System.Text;

namespace LiveGridStudio.Shared.Grid;

/// <summary>A visible column with its place in the page.</summary>
/// <param name="Column">The column.</param>
/// <param name="Class">Alignment and pinning, and whether the others scroll under it at this edge.</param>
/// <param name="Style">Where a pinned column sticks; null for the others.</param>
/// <param name="Width">Pixels: the width when <paramref name="IsFixed"/>, else the least one.</param>
/// <param name="IsFixed">Whether the column keeps its width when there is room to share out.</param>
public sealed record ShownColumn(GridColumn Column, string Class, string? Style, double Width, bool IsFixed)
{
    private const double LeastWidth = 118;
    private const double LeastNumberWidth = 112;
    private const double LeastChangeWidth = 156;
    private const double LetterWidth = 8.2;
    private const double Padding = 28;

    /// <summary>Pinned left, then the free ones, then pinned right, each group in the order of the model.</summary>
    /// <param name="columns">All columns of the model.</param>
    /// <param name="widths">Widths that the reader gave to columns, by field; they win over all else.</param>
    public static IReadOnlyList<ShownColumn> Arrange(IReadOnlyList<GridColumn> columns, IReadOnlyDictionary<string, double>? widths = null)
    {
        var visible = columns.Where(static column => !column.Hide).ToList();
        var left = visible.Where(static column => column.Pinned == "left").ToList();
        var right = visible.Where(static column => column.Pinned == "right").ToList();
        var shown = new List<ShownColumn>(visible.Count);
        var offset = 0.0;
        foreach (var column in left)
        {
            var isEdge = ReferenceEquals(column, left[^1]);
            shown.Add(Create(column, widths, isEdge ? "lg-pinned lg-edge-left" : "lg-pinned", offset, "left"));
            offset += shown[^1].Width;
        }

        shown.AddRange(visible.Except(left).Except(right).Select(column => Create(column, widths, null, 0, null)));
        offset = right.Sum(column => WidthOf(column, widths, pinned: true).Width);
        foreach (var column in right)
        {
            offset -= WidthOf(column, widths, pinned: true).Width;
            var isEdge = ReferenceEquals(column, right[0]);
            shown.Add(Create(column, widths, isEdge ? "lg-pinned lg-edge-right" : "lg-pinned", offset, "right"));
        }

        return shown;
    }

    /// <summary>The grid tracks that all rows share.</summary>
    public static string TemplateStyle(IReadOnlyList<ShownColumn> columns)
    {
        var style = new StringBuilder("--lg-columns:");
        foreach (var column in columns)
        {
            var width = column.Width.ToString("0.#", CultureInfo.InvariantCulture);
            style.Append(column.IsFixed ? $"{width}px " : $"minmax({width}px,1fr) ");
        }

        return style.Append(CultureInfo.InvariantCulture, $";--lg-width:{columns.Sum(static column => column.Width):0.#}px").ToString();
    }

    private static ShownColumn Create(
        GridColumn column, IReadOnlyDictionary<string, double>? widths, string? pinnedClass, double offset, string? side)
    {
        var (width, isFixed) = WidthOf(column, widths, side is not null);
        var style = side is null ? null : string.Create(CultureInfo.InvariantCulture, $"{side}:{offset:0.#}px");
        return new ShownColumn(column, $"lg-{column.Align} {pinnedClass}".TrimEnd(), style, width, isFixed);
    }

    private static (double Width, bool IsFixed) WidthOf(
        GridColumn column, IReadOnlyDictionary<string, double>? widths, bool pinned)
    {
        if (widths?.TryGetValue(column.Field, out var chosen) == true)
        {
            return (chosen, true);
        }

        if (column.Width is { } given)
        {
            return (Math.Clamp(given, 24, 2000), true);
        }

        var least = column.ShowsChanges ? LeastChangeWidth : column.IsNumeric ? LeastNumberWidth : LeastWidth;
        var wanted = Math.Clamp((column.HeaderName.Length * LetterWidth) + Padding, least, 320);
        return (wanted, pinned);
    }
}
