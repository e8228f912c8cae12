namespace LiveGridStudio.Shared.Tables;

/// <summary>What became of one row that was written.</summary>
/// <param name="Outcome">Applied, unchanged or rejected.</param>
/// <param name="Problem">Why it was rejected, in plain words; null when it was not.</param>
public readonly record struct TableChange(TableOutcome Outcome, string? Problem = null)
{
    public static TableChange Applied { get; } = new(TableOutcome.Applied);

    public static TableChange Unchanged { get; } = new(TableOutcome.Unchanged);

    /// <summary>The row is a new one, and there is no room for it.</summary>
    public static TableChange Full(int most) => Rejected($"the table is full: it has {most} rows");

    /// <summary>Two rows would share an id, such as A-B + C and A + B-C.</summary>
    public static TableChange OtherKey(string id) => Rejected($"another row has the id {id} with other key values");

    /// <param name="columns">How many the row would have; null where nobody counted.</param>
    public static TableChange TooWide(int? columns = null) =>
        Rejected($"the row would have {(columns is { } count ? $"{count} columns, " : "")}more than {LiveTable.MostColumns}{(columns is null ? " columns" : "")}");

    /// <summary>The row is or would become too long.</summary>
    public static TableChange TooLong { get; } = Rejected($"the row would have more than {LiveTable.MostRowBytes} bytes");

    public static TableChange Rejected(string problem) => new(TableOutcome.Rejected, problem);
}

/// <summary>What became of a row that was written.</summary>
public enum TableOutcome
{
    /// <summary>The table has another state now, and readers are told.</summary>
    Applied,

    /// <summary>The table had it already; nobody is told.</summary>
    Unchanged,

    /// <summary>The row breaks a rule of the table.</summary>
    Rejected,
}
