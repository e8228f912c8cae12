namespace LiveGridStudio.Shared.Rows;

/// <summary>The settings of a table that matter for loading rows.</summary>
/// <param name="Columns">The declared columns in order; empty when none is declared.</param>
/// <param name="ShowAll">Keep all keys of the first row instead of only the declared fields.</param>
public sealed record LoadRules(IReadOnlyList<LoadColumn> Columns, bool ShowAll)
{
    public static LoadRules Default { get; } = new([], false);
}

/// <summary>The settings of a declared column that matter for loading rows.</summary>
/// <param name="Field">The field it shows.</param>
/// <param name="KeepsText">Texts that look like numbers stay texts.</param>
/// <param name="IsDate">Whether its header or its data type declares it as the date.</param>
public readonly record struct LoadColumn(string Field, bool KeepsText, bool IsDate);
