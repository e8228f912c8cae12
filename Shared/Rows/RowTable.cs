namespace LiveGridStudio.Shared.Rows;

/// <summary>Rows after loading, their values in the order of <see cref="Fields"/>.</summary>
/// <param name="Fields">Every field that stays: those of the first row in its order, then the others as they came.</param>
/// <param name="Rows">What a row lacked is null.</param>
/// <param name="Loader">Loads later values by the same rules.</param>
/// <param name="NumericFields">By field: whether numbers are the commonest kind among its values in these rows.</param>
public sealed record RowTable(
    IReadOnlyList<string> Fields, IReadOnlyList<RowValues> Rows, ValueLoader Loader, IReadOnlyList<bool> NumericFields);
