using Bunit;
using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Studio.Sources;

public sealed class ReadQuestionTests : StudioContext
{
    private readonly List<string> _answers = [];
    private readonly BunitJSModuleInterop _module;
    private readonly JSRuntimeInvocationHandler _stop;

    public ReadQuestionTests()
    {
        _module = JSInterop.SetupModule("./Studio/Sources/ReadQuestion.razor.js");
        _module.Mode = JSRuntimeMode.Strict;
        _stop = _module.SetupModule("init", static call => call.Arguments.Count == 4).SetupVoid("stop").SetVoidResult();
    }

    [Fact]
    public void Ask_Backend_SaysInOneSentenceWhichAddress()
    {
        var cut = Ask("http://127.0.0.1:8000/api", "http://127.0.0.1:8000");

        Assert.Equal(
            "Shall this host read http://127.0.0.1:8000/api, a backend that this browser has not connected to before?",
            cut.Find("p").TextContent);
        Assert.Equal(("alert", "ask"), (cut.Find("section").GetAttribute("role"), cut.Find("section").GetAttribute("data-reason")));
        Assert.Equal(["Read it", "Not now"], cut.FindAll("button").Select(static button => button.TextContent.Trim()));
    }

    [Theory]
    [InlineData("http://127.0.0.1:8000", "http://127.0.0.1:9000", "http://127.0.0.1:9000")]
    [InlineData("http://127.0.0.1:8000", "https://feed.test:443", "https://feed.test")]
    [InlineData("http://[::1]:8000", "http://[::1]:9000", "http://[::1]:9000")]
    public void Ask_OtherOrigin_NamesBoth(string backend, string origin, string shown)
    {
        var cut = Ask(backend, origin);

        Assert.Equal(
            $"The backend {backend} keeps data at another address, {shown}: shall this host read that too?", cut.Find("p").TextContent);
    }

    [Fact]
    public void Ask_NameThatLooksLikeAnother_ShowsItsRealLetters() =>
        Assert.Contains("http://xn--pple-43d.test/", Ask("http://\u0430pple.test/<b>", "http://xn--pple-43d.test:80").Find("p").TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task Answer_BeforeThePageIsInFront_DoesNotCount()
    {
        var cut = Ask("http://127.0.0.1:8000", "http://127.0.0.1:8000");
        Assert.All(cut.FindAll("button"), static button => Assert.True(button.HasAttribute("disabled")));

        await AttendAsync(cut, isAttended: true);
        await AttendAsync(cut, isAttended: false);
        Assert.True(cut.Find("[data-testid=read-allow]").HasAttribute("disabled"));

        await AttendAsync(cut, isAttended: true);
        cut.Find("[data-testid=read-allow]").Click();
        cut.Find("[data-testid=read-decline]").Click();
        Assert.Equal(["allow", "decline"], _answers);
    }

    [Fact]
    public async Task Answer_AnotherQuestionInItsPlace_WantsAnotherPress()
    {
        var cut = Ask("http://127.0.0.1:8000", "http://127.0.0.1:9000");
        await AttendAsync(cut, isAttended: true);

        cut.Render(parameters => parameters.Add(question => question.Asked, "http://127.0.0.1:9001"));

        Assert.True(cut.Find("[data-testid=read-allow]").HasAttribute("disabled"));
        Assert.Equal((2, 1), (_module.Invocations["init"].Count, _stop.Invocations.Count));
    }

    [Fact]
    public async Task Dispose_Question_StopsWatching()
    {
        Ask("http://127.0.0.1:8000", "http://127.0.0.1:8000");

        await DisposeComponentsAsync();

        Assert.Single(_stop.Invocations);
    }

    [Fact]
    public async Task Ask_InsideAPageOfAnotherOrigin_HasNothingToPress()
    {
        var cut = Ask("http://127.0.0.1:8000", "http://127.0.0.1:8000");

        await AttendAsync(cut, isAttended: true, isFramed: true);

        Assert.Empty(cut.FindAll("button"));
        var link = cut.Find("[data-testid=read-framed] a");
        Assert.Equal(("/studio?x", "_blank", "noopener"), (link.GetAttribute("href"), link.GetAttribute("target"), link.GetAttribute("rel")));
    }

    [Fact]
    public async Task Decline_Backend_SaysWhatIsNotShownAndOffersItAgain()
    {
        var cut = Ask("http://127.0.0.1:8000", "http://127.0.0.1:8000", isDeclined: true);
        await AttendAsync(cut, isAttended: true);

        Assert.Equal("http://127.0.0.1:8000 is not read, so nothing of it is shown.", cut.Find("p").TextContent);
        Assert.Equal("declined", cut.Find("section").GetAttribute("data-reason"));
        cut.Find("button").Click();
        Assert.Equal(["allow"], _answers);
    }

    private static Task AttendAsync(IRenderedComponent<ReadQuestion> cut, bool isAttended, bool isFramed = false) =>
        cut.InvokeAsync(() => cut.Instance.OnAttention(isAttended, isFramed));

    private IRenderedComponent<ReadQuestion> Ask(string backend, string origin, bool isDeclined = false) => Render<ReadQuestion>(parameters => parameters
        .Add(question => question.Backend, new Uri(backend))
        .Add(question => question.Asked, origin)
        .Add(question => question.IsDeclined, isDeclined)
        .Add(question => question.Link, "/studio?x")
        .Add(question => question.OnAllow, () => _answers.Add("allow"))
        .Add(question => question.OnDecline, () => _answers.Add("decline")));
}
