using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Grid.Cells;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.Tests.Unit.Support;

/// <summary>Builds widgets and grids out of JSON.</summary>
public static class Widget
{
    public static WidgetDefinition OfTable(JsValue table, JsValue rowIdColumn = default, JsValue rowIdColumns = default) =>
        WidgetDefinition.Read("test", JsObject.Create(
            ("name", "Test"),
            ("description", ""),
            ("endpoint", "rows"),
            ("type", WidgetDefinition.LiveGridType),
            ("data", JsObject.Create(
                ("table", table), ("wsRowIdColumn", rowIdColumn), ("wsRowIdColumns", rowIdColumns)))));

    /// <param name="columns">The text of <c>columnsDefs</c>.</param>
    /// <param name="rowId">The id column; null for none.</param>
    public static WidgetDefinition Of(string columns, string? rowId = "id", bool showAll = true) => OfTable(
        JsObject.Create(("showAll", showAll), ("columnsDefs", JsonText.Parse(columns))),
        rowId is null ? default : rowId);

    public static GridModel Grid(
        string columns, string rows, MergePolicy policy, string? rowId = "id", bool showAll = true, int? appendLimit = null)
    {
        var model = new GridModel(
            Of(columns, rowId, showAll), new GridModelOptions { MergePolicy = policy, AppendLimit = appendLimit });
        model.Load(JsonText.Parse(rows), TimeSpan.Zero);
        return model;
    }

    /// <summary>Applies one batch of frames, given as texts.</summary>
    public static MergeCounts Send(this GridModel model, double atMs, params string[] frames) =>
        model.Apply([.. frames.Select(FeedFrame.Parse)], TimeSpan.FromMilliseconds(atMs));

    public static CellView Cell(this GridModel model, string id, string field)
    {
        Assert.True(model.TryGetRow(id, out var row));
        return row.Cell(model.Columns.Single(column => column.Field == field));
    }
}
