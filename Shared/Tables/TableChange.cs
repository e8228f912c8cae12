namespace LiveGridStudio.Shared.Tables;

/// <summary>What became of one row that was written.</summary>
/// <param name="Outcome">Applied, unchanged or rejected.</param>
/// <param name="Problem">Why it was rejected, in plain words; null when it was not.</param>
public readonly record struct TableChange(TableOutcome Outcome, string? Problem = null)
{
    public static TableChange Applied { get; } = new(TableOutcome.Applied);

    public static TableChange Unchanged { get; } = new(TableOutcome.Unchanged);

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
