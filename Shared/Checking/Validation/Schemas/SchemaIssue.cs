namespace LiveGridStudio.Shared.Checking.Validation.Schemas;

/// <param name="Path">Keys and indexes from the root of the check, joined with dots; empty for the root itself.</param>
/// <param name="Code">One of <see cref="IssueCodes"/>.</param>
/// <param name="Message">In plain words.</param>
/// <param name="Continues">The value has the right type, so that rules across values still run.</param>
/// <param name="Alternatives">Why each option of a choice refused the value.</param>
internal sealed record SchemaIssue(
    string Path, string Code, string Message, bool Continues = false, IReadOnlyList<SchemaIssue>? Alternatives = null)
{
    /// <value>The name that was probably meant in the place of the value; null for none.</value>
    public string? Near { get; init; }

    /// <summary>Placeholder for an issue that is counted but not listed.</summary>
    public static SchemaIssue Unlisted { get; } = new("", "", "");
}
