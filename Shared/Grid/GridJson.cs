using LiveGridStudio.Shared.Json;
using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Grid;

/// <summary>How columns, rows and cells are written in the answer of a headless preview.</summary>
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

    public static JsValue OfRow(GridRow row, IReadOnlyList<GridColumn> columns) => JsObject.Create(
        ("id", row.Id),
        ("data", row.Data),
        ("cells", JsObject.Create(columns.Select(column => KeyValuePair.Create(column.Field, OfCell(row.Cell(column)))))));

    public static JsValue OfCell(CellView cell) => JsObject.Create(
        ("text", cell.Text),
        ("title", cell.Title),
        ("color", cell.Color),
        ("backgroundColor", cell.BackgroundColor),
        ("align", cell.Align),
        ("arrow", cell.Arrow switch
        {
            ChangeDirection.Up => "up",
            ChangeDirection.Down => "down",
            _ => JsValue.Null,
        }),
        ("delta", cell.Delta is { } delta ? delta : JsValue.Null),
        ("highlighted", cell.Highlighted),
        ("checkbox", cell.Checkbox is { } isTicked ? isTicked : JsValue.Null));

    public static JsValue OfCounts(MergeCounts counts) => JsObject.Create(
        ("updated", counts.Updated),
        ("ignored", counts.Ignored),
        ("appended", counts.Appended));
}
