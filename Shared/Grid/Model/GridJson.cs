using LiveGridStudio.Shared.Grid.Cells;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Grid.Model;

/// <summary>Writes columns, rows and cells for the answer of a headless preview.</summary>
public static class GridJson
{
    public static JsValue OfColumn(GridColumn column) => JsObject.Create(
        ("field", column.Field),
        ("headerName", column.HeaderName),
        ("numeric", column.IsNumeric),
        ("hide", column.Hide),
        ("pinned", column.Pinned),
        ("width", column.Width is { } width ? width : JsValue.Null),
        ("align", column.Align));

    /// <summary>The least length of a written cell, in characters.</summary>
    internal const int LeastCellLength = 120;

    public static JsValue OfRow(GridRow row, IReadOnlyList<GridColumn> columns)
    {
        var cells = new KeyValuePair<string, JsValue>[columns.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = KeyValuePair.Create(columns[i].Field, OfCell(row.Look(columns[i])));
        }

        return JsObject.FromNamed(new("id", row.Id), new("data", row.Data), new("cells", JsObject.FromDistinct(cells)));
    }

    public static JsValue OfCell(CellView cell) => JsObject.FromNamed(
        new("text", cell.Text),
        new("title", cell.Title),
        new("color", cell.Color),
        new("backgroundColor", cell.BackgroundColor),
        new("align", cell.Align),
        new("arrow", cell.Arrow switch
        {
            ChangeDirection.Up => "up",
            ChangeDirection.Down => "down",
            _ => JsValue.Null,
        }),
        new("delta", cell.Delta is { } delta ? delta : JsValue.Null),
        new("highlighted", cell.Highlighted),
        new("checkbox", cell.Checkbox is { } isTicked ? isTicked : JsValue.Null));

    public static JsValue OfCounts(MergeCounts counts) => JsObject.Create(
        ("updated", counts.Updated),
        ("ignored", counts.Ignored),
        ("appended", counts.Appended));
}
