using LiveGridStudio.Shared.Checking.FeedLint;
using LiveGridStudio.Shared.Checking.Lint;
using LiveGridStudio.Shared.Grid.Headless;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Check;

/// <summary>A headless preview with its lints: those of the definition, then those of rows and messages.</summary>
internal static class PreviewCheck
{
    /// <param name="request">The JSON of the request.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The answer; null when the result says why there is none.</returns>
    public static (PreviewAnswer? Answer, PreviewResult Result) Run(
        JsValue request, PreviewLimits? limits = null, CancellationToken cancellationToken = default)
    {
        if (PreviewRequest.Read(request, out var error) is not { } read)
        {
            return (null, new PreviewResult { Error = error });
        }

        // Play first: it counts the rows before the lints read them.
        var result = HeadlessPreview.Play(read, limits, cancellationToken);
        return result.IsOk ? (AnswerOf(result, Lint(read, cancellationToken)), result) : (null, result);
    }

    public static PreviewAnswer AnswerOf(PreviewResult result, LintReport lints) => new(
        result, JsValue.FromList([.. lints.Select(CheckJson.OfLint)]), JsObject.Create(("lints", lints.Total)));

    public static LintReport Lint(PreviewRequest request, CancellationToken cancellationToken = default) =>
        WidgetLinter.Lint(request.Widget, cancellationToken)
            .Concat(FeedLinter.Lint(request.Widget, request.Rows, request.Messages, cancellationToken));
}
