using CsCheck;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Grid.View;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Workspace;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Grid.View;

public sealed class GridOrderTests
{
    private const string Columns =
        """[{"field":"id","headerName":"Id"},{"field":"px","headerName":"Px"},{"field":"note","headerName":"Note","hide":true}]""";

    private const string Rows =
        """[{"id":"a","px":3,"note":"x"},{"id":"b","px":null,"note":"y"},{"id":"c","px":1,"note":"z"},{"id":"d","px":3,"note":"needle"}]""";

    private static readonly string[] Filters = ["", "3", "a 1"];

    private readonly GridModel _model = Widget.Grid(Columns, Rows, MergePolicy.Documented);
    private readonly GridOrder _sut = new();

    [Fact]
    public void ToggleSort_SameColumn_GoesAscendingDescendingNone()
    {
        Assert.Equal(["a", "b", "c", "d"], Ids());

        _sut.ToggleSort("px");
        Assert.Equal(["b", "c", "a", "d"], Ids());

        _sut.ToggleSort("px");
        Assert.Equal(["a", "d", "c", "b"], Ids());

        _sut.ToggleSort("px");
        Assert.Null(_sut.Sort);
        Assert.Equal(["a", "b", "c", "d"], Ids());
    }

    [Fact]
    public void ToggleSort_AnotherColumn_StartsAscending()
    {
        _sut.ToggleSort("px");
        _sut.ToggleSort("px");
        _sut.ToggleSort("id");

        Assert.Equal(new GridSort("id", IsDescending: false), _sut.Sort);
    }

    [Fact]
    public void Arrange_ValuesChangeUnderASort_RowsMoveAndStayTheSameObjects()
    {
        _sut.ToggleSort("px");
        var before = _sut.Arrange(_model).ToDictionary(static row => row.Id);

        _model.Send(0, """{"id":"c","px":99}""");

        Assert.Equal(["b", "a", "d", "c"], Ids());
        Assert.All(_sut.Arrange(_model), row => Assert.Same(before[row.Id], row));
    }

    [Fact]
    public void Arrange_MixedKinds_HasOneTotalOrder()
    {
        var model = Widget.Grid(
            """[{"field":"id","headerName":"Id"},{"field":"v","headerName":"V","chartDataType":"category"}]""",
            """[{"id":1,"v":"b"},{"id":2,"v":10},{"id":3,"v":true},{"id":4,"v":null},{"id":5,"v":"B"},{"id":6,"v":-1},{"id":7,"v":[1]},{"id":8}]""",
            MergePolicy.Documented);
        _sut.ToggleSort("v");

        Assert.Equal(["4", "8", "3", "6", "2", "5", "1", "7"], _sut.Arrange(model).Select(static row => row.Id));
    }

    [Theory]
    [InlineData("A", "a")]
    [InlineData(" 3  d ", "d")]
    [InlineData("needle", "")]
    [InlineData("zzz", "")]
    [InlineData("  ", "abcd")]
    public void SetFilter_Words_KeepsRowsWhoseVisibleTextsHaveThemAll(string filter, string expected)
    {
        _sut.SetFilter(filter);

        Assert.Equal(expected, string.Concat(Ids()));
    }

    [Fact]
    public void SetFilter_WithSort_FollowsChanges()
    {
        _sut.SetFilter("3");
        _sut.ToggleSort("id");
        _sut.ToggleSort("id");
        Assert.Equal(["d", "a"], Ids());

        _model.Send(0, """{"id":"a","px":7}""", """{"id":"c","px":3}""");

        Assert.Equal(["d", "c"], Ids());
    }

    [Fact]
    public void Arrange_RowsLoadedAnew_ForgetsTheOldOnes()
    {
        _sut.ToggleSort("px");
        Assert.Equal(["b", "c", "a", "d"], Ids());

        _model.Load(JsonText.Parse("""[{"id":"d","px":1},{"id":"e","px":0}]"""), TimeSpan.FromSeconds(1));

        Assert.Equal(["e", "d"], Ids());
    }

    [Fact]
    public void Arrange_RowsAppendedAndTrimmed_FollowsThem()
    {
        var model = Widget.Grid(
            """[{"field":"v","headerName":"V"}]""", """[{"v":2},{"v":9}]""", MergePolicy.Documented, rowId: null, appendLimit: 3);
        _sut.ToggleSort("v");
        Assert.Equal(["#1", "#2"], _sut.Arrange(model).Select(static row => row.Id));

        model.Send(0, """{"v":1}""", """{"v":5}""");

        Assert.Equal(["#3", "#4", "#2"], _sut.Arrange(model).Select(static row => row.Id));
    }

    /// <summary>Following each change gives the same order as arranging once from the start.</summary>
    [Fact]
    public void Arrange_ManyChanges_IsWhatAFreshOrderSays() => Gen.Select(
            Gen.Select(Gen.Int[0, 29], Gen.Int[0, 9]).Array[1, 12].Array[1, 12],
            Gen.Bool,
            Gen.Int[0, 2].Select(static i => Filters[i]))
        .Sample((batches, isDescending, filter) =>
        {
            var rows = string.Join(',', Enumerable.Range(0, 30).Select(static i => $$"""{"id":"a{{i}}","px":{{i % 7}},"note":""}"""));
            var model = Widget.Grid(Columns, $"[{rows}]", MergePolicy.Documented);
            var followed = Order(isDescending, filter);
            followed.Arrange(model);
            for (var i = 0; i < batches.Length; i++)
            {
                model.Send(i * 500, [.. batches[i].Select(static change => $$"""{"id":"a{{change.Item1}}","px":{{change.Item2}}}""")]);
                var expected = Order(isDescending, filter).Arrange(model).Select(static row => row.Id);
                if (!followed.Arrange(model).Select(static row => row.Id).SequenceEqual(expected))
                {
                    return false;
                }
            }

            return true;
        });

    private static GridOrder Order(bool isDescending, string filter)
    {
        var order = new GridOrder();
        order.SetFilter(filter);
        order.ToggleSort("px");
        if (isDescending)
        {
            order.ToggleSort("px");
        }

        return order;
    }

    private IEnumerable<string> Ids() => [.. _sut.Arrange(_model).Select(static row => row.Id)];
}
