using System.Globalization;
using LiveGridStudio.Shared.Contract;
using LiveGridStudio.Shared.Grid.Cells;
using LiveGridStudio.Shared.Grid.Headless;
using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Rows;
using LiveGridStudio.Shared.Workspace;
using Spectre.Console;

namespace LiveGridStudio.App.Cli.Output;

/// <summary>Draws a grid as a table: its columns in the order of a page, with colours, arrows, the size of changes and highlights.</summary>
internal static class PreviewTable
{
    private const string NoText = "";

    public static void Write(IAnsiConsole console, GridModel model, PreviewRequest request, MergeCounts counts)
    {
        var columns = model.Columns.Where(static column => !column.Hide).OrderBy(static column => SideOf(column.Pinned)).ToList();
        if (columns.Count > 0)
        {
            var table = new Table().Border(TableBorder.Rounded);
            foreach (var column in columns)
            {
                table.AddColumn(new TableColumn(new Text(PlainText.Of(column.HeaderName), new Style(decoration: Decoration.Bold)))
                {
                    Alignment = AlignmentOf(column.Align),
                    NoWrap = true,
                });
            }

            foreach (var row in model.Rows)
            {
                table.AddRow(columns.Select(column => Cell(row.Cell(column))));
            }

            console.Write(table);
        }

        ReportText.WriteLine(
            console,
            $"{model.Rows.Count} rows at {request.At.TotalMilliseconds:0.###} ms, merged as {request.MergePolicy.ToWire()}; "
            + $"messages: {counts.Updated} updated, {counts.Ignored} ignored, {counts.Appended} appended.");
    }

    /// <summary>Sort key: pinned left, then unpinned, then pinned right.</summary>
    private static int SideOf(string? pinned) => pinned switch
    {
        "left" => 0,
        "right" => 2,
        _ => 1,
    };

    private static Paragraph Cell(CellView cell)
    {
        var color = ColorOf(cell.Color);
        var background = ColorOf(cell.BackgroundColor);
        var text = cell.Checkbox is { } isTicked ? (isTicked ? "☑" : "☐") : cell.Text ?? NoText;
        var paragraph = new Paragraph { Justification = AlignmentOf(cell.Align), Overflow = Overflow.Ellipsis };
        if (MarkOf(cell) is { } mark)
        {
            paragraph.Append(mark + " ", new Style(MarkColor(cell), background));
        }

        return paragraph.Append(
            PlainText.Of(text), new Style(color, background, cell.Highlighted ? Decoration.Bold : Decoration.None));
    }

    /// <summary>A text sign for a change, because colour must not be the only sign: an arrow and the size, or a dot.</summary>
    private static string? MarkOf(CellView cell) => cell.Delta is { } delta
        ? $"{(cell.Arrow == ChangeDirection.Up ? "↑" : "↓")} {delta.ToString("#,0.###", CultureInfo.InvariantCulture)}"
        : cell.Highlighted ? "•" : null;

    private static Color? MarkColor(CellView cell) => cell.Arrow switch
    {
        ChangeDirection.Up => ColorOf(CellColor.Green),
        ChangeDirection.Down => ColorOf(CellColor.Red),
        _ => null,
    };

    /// <summary>The theme's fallback shades are named; every other colour is checked hex.</summary>
    private static Color? ColorOf(string? color) => color switch
    {
        CellColor.FallbackGreen => ColorOf(CellColor.Green),
        CellColor.FallbackRed => ColorOf(CellColor.Red),
        not null when Color.TryFromHex(color, out var found) => found,
        _ => null,
    };

    private static Justify AlignmentOf(string align) => align switch
    {
        "right" => Justify.Right,
        "center" => Justify.Center,
        _ => Justify.Left,
    };
}
