namespace LiveGridStudio.Shared.Checking.Validation.Schemas;

/// <param name="Path">Dot-joined from the root of the check; empty for the root itself.</param>
/// <param name="Code">One of <see cref="IssueCodes"/>.</param>
/// <param name="Message">In plain words.</param>
/// <param name="Continues">The value has the right type, so that rules across values are still asked.</param>
/// <param name="Alternatives">What each option of a choice had against the value.</param>
internal sealed record SchemaIssue(
    string Path, string Code, string Message, bool Continues = false, IReadOnlyList<SchemaIssue>? Alternatives = null)
{
    /// <summary>Stands for one that is counted and not listed.</summary>
    public static SchemaIssue Unlisted { get; } = new("", "", "");
}
