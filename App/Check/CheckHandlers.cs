using LiveGridStudio.App.Hosting.Rules;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.App.Check;

/// <summary>Handles the requests. The same request always gets the same bytes. The work stops when the client has gone.</summary>
internal static class CheckHandlers
{
    public static async Task<Results<AnswerResult, ProblemHttpResult>> Validate(
        HttpRequest request, CheckPlaces places, TimeProvider timeProvider, IOptions<RuleOptions> rules)
    {
        var asked = request.Query["kind"];
        if (!DocumentKinds.TryRead(asked.Count == 0 ? DocumentKinds.Widgets : asked.ToString(), out var kind))
        {
            return CheckProblems.Bad($"kind must be {DocumentKinds.Widgets} or {DocumentKinds.Apps}.");
        }

        var off = RuleSwitches.Read(request.Query["disable"], out var unknown);
        if (unknown is not null)
        {
            return CheckProblems.Bad(unknown);
        }

        return await CheckBody.AnswerAsync<Results<AnswerResult, ProblemHttpResult>>(request, places, timeProvider, static problem => problem, document =>
        {
            var check = DocumentCheck.Of(kind, document, rules.Value.Switches.With(off), request.HttpContext.RequestAborted);
            return Answer(text => JsonText.Write(text, CheckJson.OfCheck(check)), timeProvider);
        });
    }

    public static Task<Results<AnswerResult, ProblemHttpResult>> Preview(HttpRequest request, CheckPlaces places, TimeProvider timeProvider) =>
        CheckBody.AnswerAsync<Results<AnswerResult, ProblemHttpResult>>(request, places, timeProvider, static problem => problem, asked =>
        {
            var aborted = request.HttpContext.RequestAborted;
            var (answer, result) = PreviewCheck.Run(asked, CheckLimits.OfPreview, aborted);
            return answer is not null ? Answer(text => answer.Write(text, aborted), timeProvider)
                : result.IsTooLarge ? CheckProblems.TooLarge(result.Error!)
                : CheckProblems.Bad(result.Error!);
        });

    private static Results<AnswerResult, ProblemHttpResult> Answer(Action<TextWriter> write, TimeProvider timeProvider) =>
        AnswerBuffer.Fill(write) is { } answer ? new AnswerResult(answer, timeProvider) : CheckProblems.AnswerTooLarge();
}
