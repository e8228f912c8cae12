using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Sources.Mapping;

/// <summary>The rows of one answer or frame.</summary>
/// <param name="Rows">In its order.</param>
/// <param name="Problem">What was passed over, and why; null for nothing.</param>
/// <param name="IsEmpty">Whether there was nothing where rows should be; rows that do not count are something.</param>
internal readonly record struct MappedRows(IReadOnlyList<JsObject> Rows, string? Problem, bool IsEmpty);
