using LiveGridStudio.Shared.Checking.Lint;

namespace LiveGridStudio.Shared.Checking.FeedLint;

/// <summary>One check of rows and messages.</summary>
internal abstract class FeedLintRule(string id, FindingSeverity severity) : LintCheck<FeedSubject>(id, severity, FindingKind.FeedLint)
{
    /// <summary>The path of findings about messages: the key that names their source.</summary>
    protected const string MessagesPath = "wsEndpoint";
}
