namespace LiveGridStudio.Shared.Checking.Validation.Schemas;

/// <summary>One key of an object. An optional key may be missing, but it may not be null.</summary>
internal sealed record Key(string Name, Schema Schema, bool IsRequired);
