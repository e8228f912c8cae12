using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Grid.Log;

/// <summary>One cell that a frame changed, as short texts that do not keep the feed's values in memory.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Old">The value before; null when the row did not have the field.</param>
/// <param name="New">The value now.</param>
/// <param name="Direction">The direction of the change.</param>
public readonly record struct LoggedChange(string Field, string? Old, string New, ChangeDirection Direction);
