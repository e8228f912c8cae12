namespace LiveGridStudio.Shared.Rows;

/// <summary>Rows after loading, their values in the order of <see cref="Fields"/>.</summary>
/// <param name="Fields">All kept fields: those of the first row in its order, then the others in order of appearance.</param>
/// <param name="Rows">The rows; a missing value is null.</param>
/// <param name="Loader">Loads later values by the same rules.</param>
/// <param name="NumericFields">For each field whether numbers are the most common kind among its values in these rows.</param>
public sealed record RowTable(
    IReadOnlyList<string> Fields, IReadOnlyList<RowValues> Rows, ValueLoader Loader, IReadOnlyList<bool> NumericFields);
