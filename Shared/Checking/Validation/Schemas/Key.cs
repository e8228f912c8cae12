namespace LiveGridStudio.Shared.Checking.Validation.Schemas;

/// <summary>One key of an object. A key that is not required may be missing, but then not be null.</summary>
internal sealed record Key(string Name, Schema Schema, bool IsRequired);
