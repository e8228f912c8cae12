using LiveGridStudio.Shared.Rows;

namespace LiveGridStudio.Shared.Grid.Log;

/// <summary>One cell that a frame changed, in short texts that keep no value of the feed alive.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Old">The value before; null when the row did not have the field.</param>
/// <param name="New">The value now.</param>
/// <param name="Direction">Which way it went.</param>
public readonly record struct LoggedChange(string Field, string? Old, string New, ChangeDirection Direction);
