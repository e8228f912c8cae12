using CsCheck;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Contract.Apps;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Workspace;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Grid.Model;

/// <summary>Whatever is received, the grid does not throw and its counts stay right.</summary>
public sealed class GridModelPropertyTests
{
    private static readonly Gen<string> Keys =
        AnyOf("id", "price", "change", "Index", "date", "1", "", "\uD800", "value", "renderFn", "colorValueKey");

    private static readonly Gen<JsValue> Scalars = Gen.OneOf(
        Gen.Const(JsValue.Null),
        Gen.Bool.Select(static value => JsValue.FromBoolean(value)),
        Gen.Double.Select(static value => JsValue.FromNumber(value)),
        AnyOf(0d, -0d, 1e-7, double.PositiveInfinity, double.NegativeInfinity, 1e21, 1781265600, 0.5).Select(static value => JsValue.FromNumber(value)),
        Gen.String.Select(static value => JsValue.FromText(value)),
        AnyOf("A", "B", "0700", "1,5", "2M", "2024-13-45", "https://x", "\uDC00", "greenRed,showCellChange", "#fff", "gt")
            .Select(static value => JsValue.FromText(value)));

    private static readonly Gen<JsValue> Values = Gen.Recursive<JsValue>(static (depth, inner) => depth > 3
        ? Scalars
        : Gen.Frequency(
            (5, Scalars),
            (1, inner.Array[0, 4].Select(static items => JsValue.FromList(items))),
            (2, ObjectsOf(inner))));

    private static readonly Gen<JsValue> Columns = Gen.Select(
        Keys,
        AnyOf("showCellChange", "greenRed", "hoverCard", "titleCase", "cellOnClick,columnColor", ""),
        Keys,
        Gen.OneOf(Gen.Const(JsValue.Undefined), Scalars),
        static (field, render, key, live) => JsValue.FromObject(JsObject.Create(
            ("field", field),
            ("headerName", field + "!"),
            ("renderFn", render),
            ("renderFnParams", JsObject.Create(("colorValueKey", key))),
            ("enableCellChangeWs", live),
            ("sparkline", JsObject.Create(("type", "line"), ("dataField", key))))));

    [Fact]
    public void Apply_AnyMessages_DoesNotThrowAndCountsThemAll() =>
        Gen.Select(
                Columns.Array[0, 5],
                ObjectsOf(Values).Array[0, 5],
                Values.Array[0, 6],
                Gen.Bool,
                Gen.Bool,
                Gen.Bool)
            .Sample(
                static (columns, rows, frames, isWorkspace, hasIds, showAll) =>
                {
                    var widget = WidgetDefinition.Read("w", JsObject.Create(("data", JsObject.Create(
                        ("wsRowIdColumn", hasIds ? "id" : JsValue.Undefined),
                        ("table", JsObject.Create(("showAll", showAll), ("columnsDefs", JsValue.FromList(columns))))))));
                    var model = new GridModel(
                        widget,
                        new GridModelOptions { MergePolicy = isWorkspace ? MergePolicy.Workspace : MergePolicy.Documented, AppendLimit = 8 });
                    model.Load(JsValue.FromList(rows), TimeSpan.Zero);
                    Draw(model);
                    for (var i = 0; i < frames.Length; i++)
                    {
                        var counts = model.Apply([new FeedFrame(frames[i]), FeedFrame.Unreadable], TimeSpan.FromSeconds(i), new ApplyDetail());
                        var expected = (frames[i].IsList ? frames[i].List.Count : 1) + 1;
                        Assert.Equal(expected, counts.Updated + counts.Ignored + counts.Appended);
                        Draw(model);
                    }

                    model.Expire(TimeSpan.FromHours(1));
                    Assert.Null(model.NextExpiry);
                    Assert.All(model.Rows, row => Assert.All(model.Columns, column => Assert.Equal(ChangeDirection.None, row.Cell(column).Mark)));
                },
                iter: 10 * CsCheck.Check.Iter);

    [Fact]
    public void Read_AnyDefinition_KeepsItAsGiven() =>
        Values.Sample(
            static raw =>
            {
                Assert.Equal(raw, WidgetDefinition.Read("w", raw).Raw);
                Assert.Equal(raw, AppDefinition.Read(raw).Raw);
                Assert.Equal(raw, ColumnDefinition.Read(raw).Raw);
                WidgetDefinition.ReadAll(raw);
                AppDefinition.ReadAll(raw);
            },
            iter: 10 * CsCheck.Check.Iter);

    [Fact]
    public void Run_AnyRequest_DoesNotThrow() =>
        Gen.Select(Values, Values, Values.Array[0, 4], Values).Sample(
            static (widget, rows, frames, whole) =>
            {
                PreviewRuns.Run(whole);
                var messages = frames.Select((frame, i) => JsValue.FromObject(JsObject.Create(("at", i / 2), ("data", frame)))).ToArray();
                var result = PreviewRuns.Run(JsObject.Create(("widget", widget), ("rows", rows), ("messages", JsValue.FromList(messages))));
                Assert.Equal(widget.IsObject, result.Error is null);
                JsonText.Stringify(result.Answer);
            },
            iter: 10 * CsCheck.Check.Iter);

    [Fact]
    public void Apply_DeepestAndLongestValues_DoesNotThrow()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 250)) + string.Concat(Enumerable.Repeat("]", 250));
        var model = new GridModel(
            WidgetDefinition.Read("w", JsonText.Parse("""{"data": {"wsRowIdColumn": "id"}}""")), GridModelOptions.Default);
        model.Load(JsonText.Parse($$"""[{"id": 1, "x": {{deep}}}]"""), TimeSpan.Zero);

        model.Apply([FeedFrame.Parse($$"""{"id": 1, "x": {{deep}}, "y": "{{new string('z', 1_000_000)}}"}""")], TimeSpan.Zero);

        Draw(model);
        Assert.Equal(203, model.Rows[0].Cell(1).Text!.Length);
    }

    private static void Draw(GridModel model)
    {
        foreach (var row in model.Rows)
        {
            foreach (var column in model.Columns)
            {
                Assert.Equal(column.Align, row.Cell(column).Align);
            }
        }
    }

    private static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Gen<JsValue> ObjectsOf(Gen<JsValue> values) =>
        Gen.Select(Keys, values).Array[0, 6].Select(static members => JsValue.FromObject(JsObject.Create(members)));
}
