using System.Globalization;

namespace LiveGridStudio.Shared.Grid.Model;

/// <summary>How large a grid is to be: what is counted before rows are made, and what a limit on cells is held against.</summary>
/// <param name="Rows">Rows, those that do not fit included.</param>
/// <param name="Columns">Columns, hidden ones included.</param>
/// <param name="ColorRules">The colour rules of all columns together.</param>
/// <param name="RuleCost">As many simple comparisons those rules count as.</param>
public readonly record struct CellCount(long Rows, int Columns, int ColorRules, long RuleCost)
{
    /// <summary>So many cells a grid holds by default.</summary>
    public const int DefaultLimit = 1_000_000;

    /// <summary>Colour rules are tried one by one in each cell; so many comparisons take about as long as another cell.</summary>
    private const int ComparisonsPerCell = 20;

    /// <value>A row without columns counts as one cell.</value>
    public long PerRow => Math.Max(1, Columns + ExtraColumns);

    public long Cells => Rows * PerRow;

    /// <value>As many columns the colour rules count as.</value>
    public long ExtraColumns => RuleCost / ComparisonsPerCell;

    /// <summary>As many rows as fit, but one at least.</summary>
    public int RowsWithin(long cells) => (int)Math.Clamp(cells / PerRow, 1, int.MaxValue);

    /// <summary>Such as <c>3000 rows x 1024 columns = 3 072 000 cells</c>.</summary>
    public override string ToString()
    {
        var rules = ExtraColumns == 0 ? "" : string.Create(
            CultureInfo.InvariantCulture, $" (and {ColorRules} colour rules, which count as {ExtraColumns} columns more)");
        return string.Create(CultureInfo.InvariantCulture, $"{Rows} rows x {Columns} columns{rules} = {Grouped(Cells)} cells");
    }

    /// <summary>With blanks between groups of three digits: <c>3 072 000</c>.</summary>
    public static string Grouped(long number) => number.ToString("N0", CultureInfo.InvariantCulture).Replace(',', ' ');
}
