namespace LiveGridStudio.Shared.Checking.Validation;

/// <summary>Workspace's verdict on a document.</summary>
public sealed record ValidationReport
{
    /// <summary>The most issues that are listed, and the most entries with unrecognised keys; further ones are only counted.</summary>
    public const int MaxIssues = 1000;

    /// <summary>The report of a document without issues.</summary>
    public static ValidationReport Accepted { get; } = new();

    /// <summary>Workspace accepts the document. Unrecognized keys do not count against it.</summary>
    public bool Valid => Failure is null;

    /// <summary>Null when <see cref="Valid"/>.</summary>
    public ValidationFailure? Failure { get; init; }

    /// <summary>The refusal as one text of several lines; null when <see cref="Valid"/>.</summary>
    public string? ErrorText { get; init; }

    /// <summary>
    /// In the order of the document; empty unless <see cref="Failure"/> is <see cref="ValidationFailure.Issues"/>.
    /// </summary>
    public IReadOnlyList<ValidationIssue> Issues { get; init; } = [];

    /// <summary>How many issues there are, listed or not.</summary>
    public int IssueCount { get; init; }

    /// <summary>For widgets filled only when <see cref="Valid"/>; for apps always, except when Workspace's check throws.</summary>
    public IReadOnlyList<UnrecognizedKeys> UnrecognizedKeys { get; init; } = [];

    /// <summary>How many widgets or apps have unrecognized keys, listed or not.</summary>
    public int UnrecognizedCount { get; init; }
}
