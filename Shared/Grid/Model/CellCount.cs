using System.Globalization;

namespace LiveGridStudio.Shared.Grid.Model;

/// <summary>The size of a grid, counted before rows are made and compared with a limit on cells.</summary>
/// <param name="Rows">Number of rows, including those beyond the limit.</param>
/// <param name="Columns">Number of columns, including hidden ones.</param>
/// <param name="ColorRules">Number of colour rules of all columns.</param>
/// <param name="RuleCost">The cost of those rules, in simple comparisons.</param>
public readonly record struct CellCount(long Rows, int Columns, int ColorRules, long RuleCost)
{
    /// <summary>The most cells of a grid by default.</summary>
    public const int DefaultLimit = 1_000_000;

    /// <summary>Every cell tests its colour rules one by one; this many comparisons take about as long as one more cell.</summary>
    private const int ComparisonsPerCell = 20;

    /// <value>The cells of one row; a row without columns counts as one.</value>
    public long PerRow => Math.Max(1, Columns + ExtraColumns);

    public long Cells => Rows * PerRow;

    /// <value>The cost of the colour rules, in columns.</value>
    public long ExtraColumns => RuleCost / ComparisonsPerCell;

    /// <summary>The number of rows that fit, at least one.</summary>
    public int RowsWithin(long cells) => (int)Math.Clamp(cells / PerRow, 1, int.MaxValue);

    /// <summary>Text such as <c>3000 rows x 1024 columns = 3 072 000 cells</c>.</summary>
    public override string ToString()
    {
        var rules = ExtraColumns == 0 ? "" : string.Create(
            CultureInfo.InvariantCulture, $" (and {ColorRules} colour rules, which count as {ExtraColumns} columns more)");
        return string.Create(CultureInfo.InvariantCulture, $"{Rows} rows x {Columns} columns{rules} = {Grouped(Cells)} cells");
    }

    /// <summary>The number with blanks between groups of three digits: <c>3 072 000</c>.</summary>
    public static string Grouped(long number) => number.ToString("N0", CultureInfo.InvariantCulture).Replace(',', ' ');
}
