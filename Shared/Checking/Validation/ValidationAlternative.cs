namespace LiveGridStudio.Shared.Checking.Validation;

/// <param name="Path">Relative to the path of the issue; empty for the value itself.</param>
/// <param name="Code">As in <see cref="ValidationIssue.Code"/>.</param>
/// <param name="Message">In plain words.</param>
public sealed record ValidationAlternative(string Path, string Code, string Message);
