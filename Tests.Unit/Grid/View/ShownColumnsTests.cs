using System.Globalization;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Grid.View;

namespace LiveGridStudio.Tests.Unit.Grid.View;

/// <summary>Which columns of a wide grid are in the page, and their positions.</summary>
public sealed class ShownColumnsTests
{
    private const double ViewWidth = 1200;

    private static readonly Dictionary<string, double> NoWidths = [];

    /// <summary>Widths as definitions may give them; null leaves it to the header, of which some are very long.</summary>
    private static readonly double?[] Given = [null, 150, 0, -40, 1e9, 24.4, 333.3, null, 60, double.NaN, 1e308];

    [Fact]
    public void Style_FewColumns_ShareOutTheRoomAsTheBrowserWill()
    {
        var sut = Arrange([("a", 150, "left"), ("b", null, null), ("c", 80, "right")], viewWidth: 300);

        Assert.False(sut.IsWindowed);
        Assert.Equal("--lg-columns:150px minmax(320px,1fr) 80px ;--lg-width:550px", sut.TemplateStyle(sut.WindowFor(View(0), default)));
        Assert.Equal(3, sut.Drawn(sut.WindowFor(View(0), default)).Count);
    }

    [Theory]
    [InlineData(ShownColumns.MostWithoutWindow, 600, false)]
    [InlineData(ShownColumns.MostWithoutWindow + 1, 600, true)]
    [InlineData(40, 40 * 150, false)]
    [InlineData(40, (40 * 150) - 1, true)]
    public void IsWindowed_ManyColumnsThatDoNotFit_IsTrue(int count, double viewWidth, bool expected)
    {
        var sut = Arrange(Many(count, static _ => 150), viewWidth);

        Assert.Equal(expected, sut.IsWindowed);
        Assert.True(sut.Suit(viewWidth));
        Assert.Equal(count <= ShownColumns.MostWithoutWindow, sut.Suit(expected ? 1e6 : 100));
    }

    [Fact]
    public void WindowFor_EveryScroll_HoldsWhatIsInViewWhereItBelongs()
    {
        var columns = Many(1024, static i => Given[i % Given.Length]);
        columns[3] = columns[3] with { Pinned = "left" };
        columns[500] = columns[500] with { Pinned = "right" };
        var sut = Arrange(columns);
        var window = default(ColumnWindow);
        var last = sut.PlaceOf(1023);
        for (var left = 0.0; left < last.Left + last.Width - ViewWidth + 1; left += 61.7)
        {
            window = sut.WindowFor(View(left), window);
            var places = PlacesInStyle(sut.TemplateStyle(window));
            var drawn = sut.Drawn(window);
            Assert.InRange(drawn.Count, 3, 64);
            Assert.Equal(drawn.Count, places.Count);
            for (var i = 0; i < drawn.Count; i++)
            {
                Assert.Equal(sut.PlaceOf(drawn[i].Index), places[i]);
            }

            // Nothing in view is empty, even until the next message of the page.
            var (from, to) = (places[1].Left, places[^2].Left + places[^2].Width);
            Assert.True(from <= Math.Max(places[0].Width, left + places[0].Width - ShownColumns.ScrollStep), $"{left}: from {from}");
            Assert.True(to >= Math.Min(last.Left, left + ViewWidth - last.Width + ShownColumns.ScrollStep), $"{left}: to {to}");
        }
    }

    [Fact]
    public void WindowFor_SmallScroll_StaysAndALargeOneMoves()
    {
        var sut = Arrange(Many(1000, static _ => 100));
        var first = sut.WindowFor(View(5000), default);

        Assert.Equal(first, sut.WindowFor(View(5150), first));
        Assert.Equal(first, sut.WindowFor(View(4850), first));
        Assert.NotEqual(first, sut.WindowFor(View(5300), first));
        Assert.NotEqual(first, sut.WindowFor(View(4700), first));
    }

    [Fact]
    public void WindowFor_MuchNarrowerView_LetsColumnsGo()
    {
        var sut = Arrange(Many(1000, static _ => 50));
        var wide = sut.WindowFor(new ColumnView(0, 4000), default);

        Assert.InRange(sut.WindowFor(new ColumnView(0, 420), wide).Count, 9, 20);
    }

    [Theory]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(-1e300, 0)]
    [InlineData(1e300, 1e300)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, -5)]
    public void WindowFor_NonsenseFromThePage_StaysWithinTheColumns(double left, double width)
    {
        var view = ColumnView.Unmeasured.Follow(left, width);
        var sut = Arrange(Many(1000, static _ => 24), view.Width);

        var window = sut.WindowFor(view, default);

        Assert.InRange(window.First, 0, 999);
        Assert.InRange(window.End, window.First + 1, 1000);
        Assert.InRange(window.Count, 1, 400);
    }

    [Fact]
    public void Arrange_ThousandPinned_SticksThoseThatLeaveRoomAndScrollsTheRest()
    {
        var columns = Many(1000, static _ => 100);
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = columns[i] with { Pinned = i % 2 == 0 ? "left" : "right" };
        }

        var sut = Arrange(columns, viewWidth: 1000);

        var order = Enumerable.Range(0, sut.Count).Select(i => sut[i]).ToArray();
        Assert.Equal(Enumerable.Range(0, 500).Select(static i => $"c{i * 2}"), order.Take(500).Select(static shown => shown.Column.Field));
        Assert.Equal(Enumerable.Range(0, 8), order.Where(static shown => shown.Style is not null).Select(static shown => shown.Index));
        Assert.Equal("lg-left lg-pinned lg-edge-left", order[7].Class);
        Assert.Equal("left:700px", order[7].Style);
        Assert.InRange(sut.Drawn(sut.WindowFor(new ColumnView(20_000, 1000), default)).Count, 10, 30);
    }

    [Theory]
    [InlineData(2000, 3, 2)]
    [InlineData(620, 3, 2)]
    [InlineData(619, 3, 1)]
    [InlineData(519, 3, 0)]
    [InlineData(419, 2, 0)]
    [InlineData(219, 0, 0)]
    [InlineData(0, 0, 0)]
    public void Fit_LessRoom_GivesUpTheRightOnesFirstFromTheInside(double viewWidth, int left, int right) =>
        Assert.Equal(new ColumnPins(left, right), ColumnPins.Fit([100, 100, 100], [100, 100], viewWidth));

    [Fact]
    public void Arrange_PinnedRight_StandAtTheEdgeInTheirOrder()
    {
        var sut = Arrange([("a", 100, "right"), ("b", 100, null), ("c", 50, "right")]);

        Assert.Equal(["b", "a", "c"], Enumerable.Range(0, 3).Select(i => sut[i].Column.Field));
        Assert.Equal([null, "right:50px", "right:0px"], Enumerable.Range(0, 3).Select(i => sut[i].Style));
        Assert.Equal("lg-left lg-pinned lg-edge-right", sut[1].Class);
        Assert.Equal(["1", "2", "3"], Enumerable.Range(0, 3).Select(i => sut[i].AriaIndex));
    }

    private static ColumnView View(double left) => new(left, ViewWidth);

    private static (string Field, double? Width, string? Pinned)[] Many(int count, Func<int, double?> width) =>
        [.. Enumerable.Range(0, count).Select(i => ($"c{i}", width(i), (string?)null))];

    private static ShownColumns Arrange((string Field, double? Width, string? Pinned)[] columns, double viewWidth = ViewWidth) =>
        ShownColumns.Arrange(
            [
                .. columns.Select(static (column, i) => new GridColumn(
                    i, i, column.Field, new() { Field = column.Field, Width = column.Width, Pinned = column.Pinned, HeaderName = new string('n', i % 7 * 200 % 900) }, isNumeric: false)),
            ],
            NoWidths,
            viewWidth);

    /// <summary>Where the tracks of a row begin and how wide they are, without the two that keep the place of other columns.</summary>
    private static List<(double Left, double Width)> PlacesInStyle(string style)
    {
        var parts = style.Split(';').Select(static part => part.Split(':')).ToDictionary(static part => part[0], static part => part[1]);
        int[] gaps = [int.Parse(parts["--lg-before"], CultureInfo.InvariantCulture), int.Parse(parts["--lg-after"], CultureInfo.InvariantCulture)];
        var places = new List<(double, double)>();
        var (left, track) = (0.0, 0);
        foreach (var text in parts["--lg-columns"].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var width = double.Parse(text.Replace("px", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
            if (!gaps.Contains(++track))
            {
                places.Add((left, width));
            }

            left += width;
        }

        Assert.Equal(parts["--lg-width"], string.Create(CultureInfo.InvariantCulture, $"{left}px"));
        return places;
    }
}
