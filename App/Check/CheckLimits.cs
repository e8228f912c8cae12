using LiveGridStudio.Shared.Grid.Headless;

namespace LiveGridStudio.App.Check;

/// <summary>
/// What a request to the checker or the preview may take. A body is at most <see cref="CheckBody.MaxBytes"/> long, lists of
/// findings as <c>ValidationReport.MaxIssues</c> and <c>LintReport.MaxFindings</c> say.
/// </summary>
internal static class CheckLimits
{
    /// <value>Requests that run at one time; each takes a core while it does.</value>
    public const int Places = 2;

    /// <value>Requests whose bodies or answers are held at one time: those that come in, wait for a place, run, or are being answered.</value>
    public const int Bodies = 8;

    /// <value>Requests that wait besides those that run, in the order in which they came; more are refused.</value>
    public const int Waiting = 30;

    /// <value>Bytes of an answer: 16 MiB.</value>
    public const int MaxAnswerBytes = 16 * 1024 * 1024;

    /// <value>A request counts among those that are let in while its body comes in; it must be there by then.</value>
    public static readonly TimeSpan ReadTimeout = TimeSpan.FromSeconds(30);

    /// <value>The same for a client that is slow to take its answer.</value>
    public static readonly TimeSpan WriteTimeout = TimeSpan.FromSeconds(30);

    /// <value>When a request that found no place should try again.</value>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    public static PreviewLimits OfPreview { get; } = new() { MaxAnswerBytes = MaxAnswerBytes };
}
