using LiveGridStudio.Shared.Grid.Model;

namespace LiveGridStudio.Shared.Grid.View;

/// <summary>The width of a column. It is known without measuring in the page, so that it stays the same when cells come and go.</summary>
/// <param name="Pixels">The width when <paramref name="IsFixed"/>, else the minimum width.</param>
/// <param name="IsFixed">Whether the column keeps its width when spare room is distributed.</param>
internal readonly record struct ColumnWidth(double Pixels, bool IsFixed)
{
    private const double LeastGiven = 24;
    private const double MostGiven = 2000;
    private const double LeastWidth = 118;
    private const double LeastNumberWidth = 112;
    private const double LeastChangeWidth = 156;
    private const double MostByHeader = 320;
    private const double LetterWidth = 8.2;
    private const double Padding = 28;

    /// <summary>The width set by the user, else the declared one, else one that fits the header and the kind of values.</summary>
    public static ColumnWidth Of(GridColumn column, IReadOnlyDictionary<string, double>? chosen)
    {
        if (chosen?.TryGetValue(column.Field, out var pixels) == true)
        {
            return new ColumnWidth(pixels, IsFixed: true);
        }

        if (column.Width is { } given && !double.IsNaN(given))
        {
            return new ColumnWidth(Math.Clamp(given, LeastGiven, MostGiven), IsFixed: true);
        }

        var least = column.ShowsChanges ? LeastChangeWidth : column.IsNumeric ? LeastNumberWidth : LeastWidth;
        return new ColumnWidth(Math.Clamp((column.HeaderName.Length * LetterWidth) + Padding, least, MostByHeader), IsFixed: false);
    }
}
