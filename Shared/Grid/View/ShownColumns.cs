using System.Globalization;
using System.Text;
using LiveGridStudio.Shared.Grid.Model;

namespace LiveGridStudio.Shared.Grid.View;

/// <summary>
/// The visible columns of a grid in order, their positions, and which of them must be in the page. A grid with few columns, or whose
/// columns all fit, has all of them in the page and lets the browser distribute the room.
/// </summary>
internal sealed class ShownColumns
{
    /// <summary>Up to this many columns are all in the page, even when the view is too narrow for them.</summary>
    public const int MostWithoutWindow = 32;

    /// <summary>
    /// The page reports its view whenever scrolling crosses a multiple of this many pixels; columns this close to the view must be in the
    /// page already.
    /// </summary>
    public const int ScrollStep = 64;

    /// <summary>The window moves when less than this is rendered beside the view, in pixels.</summary>
    private const double Margin = 192;

    /// <summary>The room rendered beside the view when the window moves, in pixels.</summary>
    private const double Overscan = 384;

    /// <summary>The most extra columns per side, because narrow columns would be rendered by the dozen.</summary>
    private const int MostOverscan = 6;

    private readonly double[] _starts;
    private readonly double[] _left;
    private readonly double[] _right;
    private readonly ColumnPins _pins;

    private ShownColumns(IReadOnlyList<ShownColumn> all, double[] left, double[] right, ColumnPins pins, double viewWidth)
    {
        (All, _left, _right, _pins) = (all, left, right, pins);
        _starts = new double[all.Count + 1];
        for (var i = 0; i < all.Count; i++)
        {
            _starts[i + 1] = _starts[i] + all[i].Width;
        }

        IsWindowed = NeedsWindow(viewWidth);
    }

    public static ShownColumns None { get; } = new([], [], [], default, 0);

    public int Count => All.Count;

    /// <value>Whether only some of the columns are in the page.</value>
    public bool IsWindowed { get; }

    /// <value>Pinned left, then unpinned, then pinned right, each group in the order of the model.</value>
    private IReadOnlyList<ShownColumn> All { get; }

    /// <value>All columns between the pinned ones.</value>
    private ColumnWindow Between => new(_pins.Left, All.Count - _pins.Left - _pins.Right);

    private double Total => _starts[^1];

    private double PinnedLeft => _starts[_pins.Left];

    private double PinnedRight => Total - _starts[All.Count - _pins.Right];

    /// <param name="index">Index among the visible columns.</param>
    public ShownColumn this[int index] => All[index];

    /// <param name="columns">All columns of the model.</param>
    /// <param name="chosen">Widths that the user set, by field; they take precedence.</param>
    /// <param name="viewWidth">Width of the view in pixels.</param>
    public static ShownColumns Arrange(IReadOnlyList<GridColumn> columns, IReadOnlyDictionary<string, double> chosen, double viewWidth)
    {
        var visible = columns.Where(static column => !column.Hide).ToList();
        var widths = visible.ToDictionary(static column => column, column => WidthOf(column, chosen, visible.Count));
        var left = visible.Where(static column => column.Pinned == "left").ToList();
        var right = visible.Where(static column => column.Pinned == "right").ToList();
        double[] leftWidths = [.. left.Select(column => widths[column].Pixels)];
        double[] rightWidths = [.. right.Select(column => widths[column].Pixels)];
        var pins = ColumnPins.Fit(leftWidths, rightWidths, viewWidth);

        var shown = new List<ShownColumn>(visible.Count);
        var ordered = left.Concat(visible.Where(static column => column.Pinned is not ("left" or "right"))).Concat(right);
        var firstRight = visible.Count - pins.Right;
        var offset = 0.0;
        foreach (var column in ordered)
        {
            var index = shown.Count;
            if (index == firstRight)
            {
                offset = rightWidths.TakeLast(pins.Right).Sum();
            }

            if (index < pins.Left)
            {
                shown.Add(Create(column, index, widths[column], index == pins.Left - 1 ? "lg-pinned lg-edge-left" : "lg-pinned", "left", offset));
                offset += widths[column].Pixels;
            }
            else if (index >= firstRight)
            {
                offset -= widths[column].Pixels;
                shown.Add(Create(column, index, widths[column], index == firstRight ? "lg-pinned lg-edge-right" : "lg-pinned", "right", offset));
            }
            else
            {
                shown.Add(Create(column, index, widths[column], null, null, 0));
            }
        }

        return new ShownColumns(shown, leftWidths, rightWidths, pins, viewWidth);
    }

    /// <summary>Whether the arrangement fits a view of this width; if not, the columns must be arranged again.</summary>
    public bool Suit(double viewWidth) =>
        NeedsWindow(viewWidth) == IsWindowed && ColumnPins.Fit(_left, _right, viewWidth) == _pins;

    /// <summary>The left edge and width of a column in pixels; zeros when the browser distributes the room.</summary>
    public (double Left, double Width) PlaceOf(int column) =>
        IsWindowed && column >= 0 && column < Count ? (_starts[column], All[column].Width) : default;

    /// <summary>
    /// The columns that must be in the page. The window stays while enough is rendered on both sides of the view, so that a scroll step
    /// does not render every row.
    /// </summary>
    public ColumnWindow WindowFor(ColumnView view, ColumnWindow current)
    {
        if (!IsWindowed)
        {
            return Between;
        }

        var (least, wanted) = (Around(view, Margin), Around(view, Overscan));
        var isEnough = current.First <= least.First && current.End >= least.End;
        var isTooMuch = current.Count > wanted.Count + MostOverscan || current.First < _pins.Left || current.End > Between.End;
        return isEnough && !isTooMuch ? current : wanted;
    }

    /// <summary>The pinned columns and those of the window, in order.</summary>
    public IReadOnlyList<ShownColumn> Drawn(ColumnWindow window) => IsWindowed
        ? [.. All.Take(_pins.Left), .. All.Skip(window.First).Take(window.Count), .. All.TakeLast(_pins.Right)]
        : All;

    /// <summary>
    /// The grid tracks that all rows share. A windowed grid has two more tracks for the room of the columns before and after the window;
    /// <c>--lg-before</c> and <c>--lg-after</c> give their numbers.
    /// </summary>
    public string TemplateStyle(ColumnWindow window)
    {
        var style = new StringBuilder("--lg-columns:");
        if (IsWindowed)
        {
            AppendFixed(style, All.Take(_pins.Left));
            style.Append(CultureInfo.InvariantCulture, $"{_starts[window.First] - PinnedLeft:0.#}px ");
            AppendFixed(style, All.Skip(window.First).Take(window.Count));
            style.Append(CultureInfo.InvariantCulture, $"{Total - PinnedRight - _starts[window.End]:0.#}px ");
            AppendFixed(style, All.TakeLast(_pins.Right));
        }
        else
        {
            foreach (var column in All)
            {
                var width = column.Width.ToString("0.#", CultureInfo.InvariantCulture);
                style.Append(column.IsFixed ? $"{width}px " : $"minmax({width}px,1fr) ");
            }
        }

        style.Append(CultureInfo.InvariantCulture, $";--lg-width:{Total:0.#}px");
        return IsWindowed
            ? style.Append(CultureInfo.InvariantCulture, $";--lg-before:{_pins.Left + 1};--lg-after:{_pins.Left + window.Count + 2}").ToString()
            : style.ToString();
    }

    private static void AppendFixed(StringBuilder style, IEnumerable<ShownColumn> columns)
    {
        foreach (var column in columns)
        {
            style.Append(CultureInfo.InvariantCulture, $"{column.Width:0.#}px ");
        }
    }

    /// <summary>In a wide grid each column has a whole number of pixels: rounding by the browser would add up to a visible shift.</summary>
    private static ColumnWidth WidthOf(GridColumn column, IReadOnlyDictionary<string, double> chosen, int count)
    {
        var width = ColumnWidth.Of(column, chosen);
        return count > MostWithoutWindow ? width with { Pixels = Math.Round(width.Pixels) } : width;
    }

    private static ShownColumn Create(GridColumn column, int index, ColumnWidth width, string? pinnedClass, string? side, double offset)
    {
        var style = side is null ? null : string.Create(CultureInfo.InvariantCulture, $"{side}:{offset:0.#}px");
        return new ShownColumn(
            column, index, $"lg-{column.Align} {pinnedClass}".TrimEnd(), style, width.Pixels, width.IsFixed || side is not null);
    }

    private bool NeedsWindow(double viewWidth) => All.Count > MostWithoutWindow && Total > viewWidth;

    /// <summary>The unpinned columns within the view, and those that begin at most <paramref name="beside"/> pixels beside it.</summary>
    private ColumnWindow Around(ColumnView view, double beside)
    {
        var all = Between;
        var scrolled = Math.Min(view.Left, Math.Max(0, Total - view.Width));
        var (from, to) = (scrolled + PinnedLeft, scrolled + view.Width - PinnedRight);
        var first = Math.Clamp(ColumnAt(from), all.First, all.End);
        var end = Math.Clamp(ColumnAt(to) + 1, first, all.End);
        for (var i = 0; i < MostOverscan && first > all.First && _starts[first] > from - beside; i++)
        {
            first--;
        }

        for (var i = 0; i < MostOverscan && end < all.End && _starts[end] < to + beside; i++)
        {
            end++;
        }

        return new ColumnWindow(first, end - first);
    }

    private int ColumnAt(double x)
    {
        var found = Array.BinarySearch(_starts, x);
        return found >= 0 ? found : ~found - 1;
    }
}
