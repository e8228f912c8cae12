using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Grid.Headless;

/// <summary>The answer of a headless preview, as a whole or row by row.</summary>
/// <param name="result">A preview that has a grid.</param>
/// <param name="lints">The findings as JSON.</param>
/// <param name="totals">The numbers of findings as JSON.</param>
public sealed class PreviewAnswer(PreviewResult result, JsValue lints, JsValue totals)
{
    private const string RowsKey = "rows";

    /// <summary>The whole answer in memory; for small grids, or a caller's own.</summary>
    public JsValue ToJson() => JsObject.Create(
        [.. Before, (RowsKey, JsValue.FromList([.. Grid.Rows.Select(row => GridJson.OfRow(row, Grid.Columns))])), .. After]);

    /// <summary>Writes the same answer, with one row in memory at a time.</summary>
    public void Write(TextWriter text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        text.Write('{');
        WriteMembers(text, Before);
        text.Write($",\"{RowsKey}\":[");
        for (var i = 0; i < Grid.Rows.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            text.Write(i == 0 ? "" : ",");
            JsonText.Write(text, GridJson.OfRow(Grid.Rows[i], Grid.Columns));
        }

        text.Write("],");
        WriteMembers(text, After);
        text.Write('}');
    }

    private GridModel Grid => result.Grid!;

    private (string, JsValue)[] Before => [("columns", JsValue.FromList([.. Grid.Columns.Select(GridJson.OfColumn)]))];

    private (string, JsValue)[] After => [("counts", GridJson.OfCounts(result.Counts)), ("lints", lints), ("totals", totals)];

    private static void WriteMembers(TextWriter text, (string Name, JsValue Value)[] members)
    {
        for (var i = 0; i < members.Length; i++)
        {
            text.Write(i == 0 ? "" : ",");
            text.Write($"\"{members[i].Name}\":");
            JsonText.Write(text, members[i].Value);
        }
    }
}
