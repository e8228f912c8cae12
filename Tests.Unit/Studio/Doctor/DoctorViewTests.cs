using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.App.Doctor;
using LiveGridStudio.App.Studio.Doctor;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Doctor;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Studio.Doctor;

public sealed class DoctorViewTests : IAsyncLifetime
{
    private readonly RemoteSetup _setup = new(new ConnectOptions());
    private FaultyBackend _backend = null!;

    public async ValueTask InitializeAsync()
    {
        _backend = await FaultyBackend.StartAsync();
        _backend.AllowOrigin = "*";
        _backend.Answer("/widgets.json", DoctorBench.Widget("table"));
        _backend.Answer("/rows", """[{"x": 1}]""");
    }

    public async ValueTask DisposeAsync()
    {
        _setup.Dispose();
        await _backend.DisposeAsync();
    }

    [Fact]
    public async Task Examine_AddressOfALink_AsksBeforeAnythingIsSent()
    {
        using var sut = Create();

        await sut.ExamineAsync(_backend.Address.ToString(), isTyped: false);

        Assert.Equal((Origin.Of(_backend.Address), false), (sut.Question, sut.IsRunning));
        Assert.Null(sut.Report);
        Assert.Empty(_backend.Requests);

        sut.Decline();
        Assert.True(sut.IsDeclined);
        Assert.Empty(_backend.Requests);

        await sut.AllowAsync();
        Assert.Null(sut.Question);
        Assert.Equal(DoctorVerdict.Ready, sut.Report!.Verdict);
    }

    [Fact]
    public async Task Examine_TypedAddress_RunsAtOnceAndTellsOfEachStep()
    {
        using var sut = Create();
        var seen = new List<int>();
        sut.Changed += () =>
        {
            lock (seen)
            {
                seen.Add(sut.Steps.Count);
            }
        };

        await sut.ExamineAsync(_backend.Address.ToString(), isTyped: true);

        Assert.False(sut.IsRunning);
        Assert.Equal(sut.Report!.Steps, sut.Steps);
        Assert.Contains(1, seen);
        Assert.True(seen.Distinct().Count() > 5);
    }

    [Fact]
    public async Task Again_AfterTheBackendIsMended_HasANewReport()
    {
        using var sut = Create();
        _backend.Forget("/rows");
        await sut.ExamineAsync(_backend.Address.ToString(), isTyped: true);
        Assert.Equal(DoctorVerdict.Broken, sut.Report!.Verdict);

        _backend.Answer("/rows", """[{"x": 1}]""");
        await sut.AgainAsync();

        Assert.Equal(DoctorVerdict.Ready, sut.Report.Verdict);
    }

    [Fact]
    public async Task Examine_WidgetAtAnotherOrigin_AsksForThatToo()
    {
        await using var other = await FaultyBackend.StartAsync();
        other.AllowOrigin = "*";
        other.Answer("/rows", """[{"x": 1}]""");
        _backend.Answer("/widgets.json", DoctorBench.Widget("table").Replace("\"rows\"", $"\"{other.Address}rows\"", StringComparison.Ordinal));
        using var sut = Create();

        await sut.ExamineAsync(_backend.Address.ToString(), isTyped: true);

        Assert.Equal(Origin.Of(other.Address), sut.Question);
        Assert.Equal(DoctorStatus.Skipped, sut.Report!.StatusOf("widget.endpoint"));
        Assert.Empty(other.Requests);

        await sut.AllowAsync();
        Assert.Null(sut.Question);
        Assert.Equal(DoctorStatus.Ok, sut.Report!.StatusOf("widget.endpoint"));
    }

    [Theory]
    [InlineData("ftp://127.0.0.1", "only http")]
    [InlineData("", "not the address")]
    [InlineData("http://10.0.0.1", "Connect:AllowedHosts")]
    public async Task Examine_AddressThatCannotBeRead_IsAProblem(string address, string said)
    {
        using var sut = Create();

        await sut.ExamineAsync(address, isTyped: true);

        Assert.Contains(said, sut.Problem, StringComparison.Ordinal);
        Assert.False(sut.IsRunning);
    }

    [Fact]
    public async Task Examine_Credentials_GoToTheirBackendAloneAndStayForTheNextTime()
    {
        using var sut = Create();
        _backend.DemandedHeader = ("X-Key", "secret-secret");
        _backend.AllowHeaders = "X-Key";

        await sut.ExamineAsync(_backend.Address.ToString(), isTyped: true, [RemoteSetup.Header("X-Key", "secret-secret")]);
        Assert.Equal((DoctorVerdict.Ready, 1), (sut.Report!.Verdict, sut.CredentialCount));

        await sut.AgainAsync();
        Assert.Equal(DoctorVerdict.Ready, sut.Report.Verdict);

        await using var other = await FaultyBackend.StartAsync();
        await sut.ExamineAsync(other.Address.ToString(), isTyped: true);
        Assert.Equal(0, sut.CredentialCount);
        Assert.DoesNotContain(other.Requests, static request => request.Headers.ContainsKey("X-Key"));
    }

    private DoctorView Create() =>
        new(new BackendDoctor(_setup.Http, Microsoft.Extensions.Options.Options.Create(_setup.Options), TimeProvider.System), new OriginGate());
}
