namespace LiveGridStudio.Shared.Rows;

/// <summary>What the loading of rows has to know of a table.</summary>
/// <param name="Columns">The declared columns in order; empty when none is declared.</param>
/// <param name="ShowAll">Keeps the keys of the first row instead of the declared fields.</param>
public sealed record LoadRules(IReadOnlyList<LoadColumn> Columns, bool ShowAll)
{
    public static LoadRules Default { get; } = new([], false);
}

/// <summary>What the loading of rows has to know of a declared column.</summary>
/// <param name="Field">The field it shows.</param>
/// <param name="KeepsText">Texts that look like numbers stay texts.</param>
/// <param name="IsDate">Declared as the date: by its header or its data type.</param>
public readonly record struct LoadColumn(string Field, bool KeepsText, bool IsDate);
