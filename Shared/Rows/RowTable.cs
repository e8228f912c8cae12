using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Rows;

/// <summary>Rows after loading: one array of values per row, in the order of <see cref="Fields"/>.</summary>
/// <param name="Fields">Every field that stays: those of the first row in its order, then the others as they came.</param>
/// <param name="Rows">As many values as fields; what a row lacked is null.</param>
/// <param name="Loader">Loads later values by the same rules.</param>
public sealed record RowTable(IReadOnlyList<string> Fields, IReadOnlyList<JsValue[]> Rows, ValueLoader Loader);
