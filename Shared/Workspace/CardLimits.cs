using LiveGridStudio.Shared.Contract;

namespace LiveGridStudio.Shared.Workspace;

/// <summary>The initial, smallest and largest size of a card.</summary>
/// <param name="Own">The size that the definition asks for, limited to the dashboard.</param>
/// <param name="Least">Not larger than <paramref name="Own"/>, unless the definition says so.</param>
/// <param name="Most">Not smaller than <paramref name="Own"/>, unless the definition says so.</param>
public sealed record CardLimits(CardSize Own, CardSize Least, CardSize Most)
{
    /// <summary>The limits that Workspace documents: 10 to 40 columns, 4 to 100 rows.</summary>
    private static readonly CardSize Narrowest = new(10, 4);

    private static readonly CardSize Widest = new(GridData.Columns, 100);

    /// <summary>The size for a definition without one.</summary>
    private static readonly CardSize Usual = new(20, 9);

    public static CardLimits Of(GridData? data)
    {
        var columns = Range(data?.Width, data?.MinWidth, data?.MaxWidth, Usual.Columns, Narrowest.Columns, Widest.Columns);
        var rows = Range(data?.Height, data?.MinHeight, data?.MaxHeight, Usual.Rows, Narrowest.Rows, Widest.Rows);
        return new CardLimits(new(columns.Own, rows.Own), new(columns.Least, rows.Least), new(columns.Most, rows.Most));
    }

    /// <summary>The nearest size that is allowed.</summary>
    public CardSize Fit(int columns, int rows) => new(
        Math.Clamp(columns, Least.Columns, Most.Columns), Math.Clamp(rows, Least.Rows, Most.Rows));

    private static (int Own, int Least, int Most) Range(double? size, double? min, double? max, int usual, int narrowest, int widest)
    {
        var wanted = Whole(size, widest) ?? usual;
        var least = Whole(min, widest) ?? Math.Min(narrowest, wanted);
        var most = Math.Max(least, Whole(max, widest) ?? widest);
        return (Math.Clamp(wanted, least, most), least, most);
    }

    /// <summary>Limits a size from a definition, which can be any number, to 1 up to <paramref name="widest"/>.</summary>
    private static int? Whole(double? size, int widest) =>
        size is { } number && double.IsFinite(number) ? (int)Math.Clamp(Math.Round(number), 1, widest) : null;
}
