namespace LiveGridStudio.Shared.Checking.Validation.Schemas;

/// <summary>The issue codes of the validation library that Workspace uses.</summary>
internal static class IssueCodes
{
    public const string Type = "invalid_type";
    public const string Value = "invalid_value";
    public const string Format = "invalid_format";
    public const string Union = "invalid_union";
    public const string TooSmall = "too_small";
    public const string TooBig = "too_big";
    public const string UnrecognizedKeys = "unrecognized_keys";
    public const string Custom = "custom";
}
