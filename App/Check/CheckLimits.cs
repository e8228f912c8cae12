using LiveGridStudio.Shared.Grid.Headless;

namespace LiveGridStudio.App.Check;

/// <summary>
/// The limits of a request to the checker or the preview. A body has at most <see cref="CheckBody.MaxBytes"/>;
/// <c>ValidationReport.MaxIssues</c> and <c>LintReport.MaxFindings</c> limit the lists of findings.
/// </summary>
internal static class CheckLimits
{
    /// <value>Requests that run at one time; each uses one core.</value>
    public const int Places = 2;

    /// <value>Requests whose bodies or answers are in memory at one time: arriving, waiting for a place, running, or being answered.</value>
    public const int Bodies = 8;

    /// <value>Further requests that wait, in order of arrival; more are refused.</value>
    public const int Waiting = 30;

    /// <value>Bytes of an answer: 16 MiB.</value>
    public const int MaxAnswerBytes = 16 * 1024 * 1024;

    /// <value>The time within which a body must arrive; the request counts as admitted meanwhile.</value>
    public static readonly TimeSpan ReadTimeout = TimeSpan.FromSeconds(30);

    /// <value>The time within which a client must receive its answer.</value>
    public static readonly TimeSpan WriteTimeout = TimeSpan.FromSeconds(30);

    /// <value>The time after which a refused client should retry.</value>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    public static PreviewLimits OfPreview { get; } = new() { MaxAnswerBytes = MaxAnswerBytes };
}
