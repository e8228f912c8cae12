using System.Text;

namespace LiveGridStudio.Bench.Reports;

/// <summary>A table as aligned Markdown, which reads well on a console too.</summary>
internal sealed class Table(params string[] headings)
{
    private readonly List<string[]> _rows = [headings];

    /// <summary>Adds a row of as many cells as there are headings.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    public override string ToString()
    {
        var widths = headings.Select((_, column) => _rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        for (var i = 0; i < _rows.Count; i++)
        {
            AppendLine(text, _rows[i].Select((cell, column) => Fit(cell, column, widths[column])));
            if (i == 0)
            {
                AppendLine(text, widths.Select(static (width, column) => new string('-', width - 1) + (column == 0 ? '-' : ':')));
            }
        }

        return text.ToString();
    }

    /// <summary>Names to the left, numbers to the right.</summary>
    private static string Fit(string cell, int column, int width) => column == 0 ? cell.PadRight(width) : cell.PadLeft(width);

    private static void AppendLine(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
