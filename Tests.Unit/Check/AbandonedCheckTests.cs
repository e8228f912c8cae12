using System.Text;
using LiveGridStudio.App.Check;
using LiveGridStudio.App.Hosting.Rules;
using LiveGridStudio.Shared.Grid.Headless;
using LiveGridStudio.Shared.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Check;

/// <summary>The end of a check whose client has gone, or never sends its body.</summary>
public sealed class AbandonedCheckTests : IDisposable
{
    private readonly CheckPlaces _places = new();

    public void Dispose() => _places.Dispose();

    private static IOptions<RuleOptions> Rules => Options.Create(new RuleOptions());

    [Fact]
    public async Task Validate_ClientGoneOnceTheBodyIsThere_EndsTheWork()
    {
        using var gone = new CancellationTokenSource();
        using var body = new LastReadStream("[" + string.Join(',', Enumerable.Repeat("{}", 10_000)) + "]", gone.Cancel);
        var request = RequestOf(body, gone.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CheckHandlers.Validate(request, _places, TimeProvider.System, Rules));

        body.Position = 0;
        Assert.IsType<EmptyHttpResult>(await AbandonedCheck.End(
            new DefaultEndpointFilterInvocationContext(request.HttpContext),
            async _ => await CheckHandlers.Validate(request, _places, TimeProvider.System, Rules)));
    }

    [Theory]
    [InlineData("validator")]
    [InlineData("linter")]
    [InlineData("preview")]
    [InlineData("answer")]
    public void Work_TokenCancelled_EndsWherever(string part)
    {
        var cancelled = new CancellationToken(canceled: true);
        var document = JsonText.Parse("[" + string.Join(',', Enumerable.Repeat("""{"name":"n","tabs":{}}""", 5000)) + "]");
        var request = PreviewRequest.Read(JsonText.Parse("""{"widget":{},"rows":[{"a":1}],"messages":[{"at":0,"data":{"a":2}}]}"""), out _)!;

        Assert.ThrowsAny<OperationCanceledException>(() => part switch
        {
            "validator" => (object)LiveGridStudio.Shared.Checking.Validation.AppsValidator.Validate(document, cancelled),
            "linter" => LiveGridStudio.Shared.Checking.Lint.DocumentLinter.LintApps(document, cancellationToken: cancelled),
            "preview" => HeadlessPreview.Play(request, null, cancelled),
            _ => Write(PreviewCheck.AnswerOf(HeadlessPreview.Play(request), PreviewCheck.Lint(request)), cancelled),
        });
    }

    [Fact]
    public async Task Validate_BodyThatNeverComes_IsRefusedInTime()
    {
        var clock = new FakeTimeProvider();
        using var stalled = new StalledStream();
        var answer = CheckHandlers.Validate(RequestOf(stalled, CancellationToken.None), _places, clock, Rules);
        await stalled.Reading;

        clock.Advance(CheckLimits.ReadTimeout);

        Assert.Equal(StatusCodes.Status408RequestTimeout, Assert.IsType<ProblemHttpResult>((await answer).Result).StatusCode);
    }

    private static StringWriter Write(PreviewAnswer answer, CancellationToken cancellationToken)
    {
        var text = new StringWriter();
        answer.Write(text, cancellationToken);
        return text;
    }

    private static HttpRequest RequestOf(Stream body, CancellationToken aborted)
    {
        var context = new DefaultHttpContext { RequestAborted = aborted };
        context.Request.Body = body;
        context.Request.QueryString = new QueryString("?kind=apps");
        return context.Request;
    }

    /// <summary>Reports when its end has been read.</summary>
    private sealed class LastReadStream(string text, Action ended) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        // Like a connection: data sent before the loss can still be read.
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = Read(buffer.Span);
            if (count == 0)
            {
                ended();
            }

            return ValueTask.FromResult(count);
        }
    }

    private sealed class StalledStream : MemoryStream
    {
        private readonly TaskCompletionSource _reading = new();

        public Task Reading => _reading.Task;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _reading.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return 0;
        }
    }
}
