using LiveGridStudio.Shared.Workspace;

namespace LiveGridStudio.Shared.Grid.Model;

/// <summary>A field of a message that did not reach its row.</summary>
public readonly record struct IgnoredField(string Field, IgnoreReason Reason);
