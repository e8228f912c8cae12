using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Doctor;
using LiveGridStudio.Shared.Json;
using Microsoft.AspNetCore.Http;

namespace LiveGridStudio.Tests.Unit.Doctor;

public sealed class BackendDoctorTests
{
    [Fact]
    public async Task Examine_HealthyBackend_IsReadyAndEachGroupIsFine()
    {
        await using var bench = await DoctorBench.StartAsync();

        var report = await bench.ExamineAsync();

        Assert.Equal("", string.Join("\n", report.Steps.Where(static step => step.Status is not DoctorStatus.Ok)));
        Assert.Equal(DoctorVerdict.Ready, report.Verdict);
        Assert.Equal(["reach", "cors", "documents", "widget", "socket"], report.Steps.Select(static step => step.Group).Distinct());
        Assert.Empty(report.Findings);
    }

    [Fact]
    public async Task Examine_Anything_SendsGetOptionsAndUpgradesAlone()
    {
        await using var bench = await DoctorBench.StartAsync();

        await bench.ExamineAsync(new BackendCredential(CredentialPlace.Header, "X-Key", "secret-secret"));

        Assert.Empty(bench.Backend.Requests.Select(static request => request.Method).Except(["GET", "OPTIONS"]));
    }

    [Fact]
    public async Task Examine_NothingListens_IsBrokenAndSaysHow()
    {
        await using var bench = await DoctorBench.StartAsync();

        var report = await bench.ExamineAsync(new DoctorRequest(new Uri("http://127.0.0.1:9")));

        Assert.Equal(DoctorVerdict.Broken, report.Verdict);
        Assert.Contains("refused", report.Step("reach.address").Message, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Steps, static step => step.Group is "documents" or "widget");
    }

    [Fact]
    public async Task Examine_AddressThatTheSettingsRefuse_IsARefusal()
    {
        await using var bench = await DoctorBench.StartAsync();

        var report = await bench.ExamineAsync(new DoctorRequest(new Uri("http://10.0.0.1")));

        Assert.Contains("Connect:AllowedHosts", DoctorRefusal.Of(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Examine_NoCors_IsBroken()
    {
        await using var bench = await DoctorBench.StartAsync();
        bench.Backend.AllowOrigin = null;

        var report = await bench.ExamineAsync();

        Assert.Equal((DoctorVerdict.Broken, DoctorStatus.Error), (report.Verdict, report.StatusOf("cors.widgets")));
        Assert.Equal(DoctorStatus.Error, report.StatusOf("cors.endpoint"));
    }

    [Theory]
    [InlineData("http://localhost:3000", DoctorStatus.Error)]
    [InlineData("https://pro.openbb.co", DoctorStatus.Warning)]
    [InlineData("*", DoctorStatus.Ok)]
    public async Task Examine_CorsForOneOrigin_IsJudgedForEachOfWorkspaces(string allowed, DoctorStatus status)
    {
        await using var bench = await DoctorBench.StartAsync();
        bench.Backend.AllowOrigin = allowed;

        var report = await bench.ExamineAsync();

        Assert.Equal(status, report.StatusOf("cors.widgets"));
        Assert.Equal(status, report.StatusOf("cors.endpoint"));
        if (status == DoctorStatus.Warning)
        {
            Assert.Contains("http://localhost:1420", report.Step("cors.widgets").Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(null, DoctorStatus.Error)]
    [InlineData("X-Key", DoctorStatus.Ok)]
    public async Task Examine_HeaderCredentials_AreAskedForFirst(string? allowed, DoctorStatus status)
    {
        await using var bench = await DoctorBench.StartAsync();
        bench.Backend.AllowHeaders = allowed;

        var report = await bench.ExamineAsync(new BackendCredential(CredentialPlace.Header, "X-Key", "secret-secret"));

        Assert.Equal(status, report.Step("cors.preflight").Status);
        Assert.DoesNotContain("secret-secret", JsonText.Stringify(DoctorJson.Of(report)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Examine_SocketThatWantsAHeader_IsAnErrorAndTheHeaderIsNotSent()
    {
        await using var bench = await DoctorBench.StartAsync();
        bench.Backend.AllowHeaders = "X-Key";
        bench.Backend.DemandedHeader = ("X-Key", "secret-secret");

        var report = await bench.ExamineAsync(new BackendCredential(CredentialPlace.Header, "X-Key", "secret-secret"));

        Assert.Equal(DoctorStatus.Ok, report.StatusOf("widget.endpoint"));
        var step = report.Step("socket.handshake");
        Assert.Equal((DoctorStatus.Error, "401"), (step.Status, step.Seen));
        Assert.Contains("a browser sends no headers", step.Message, StringComparison.Ordinal);
        Assert.Equal(DoctorVerdict.Usable, report.Verdict);
    }

    [Theory]
    [InlineData(403, DoctorStatus.Error)]
    [InlineData(404, DoctorStatus.Error)]
    [InlineData(null, DoctorStatus.Ok)]
    public async Task Examine_Socket_IsOpenedAsWorkspaceDoes(int? status, DoctorStatus expected)
    {
        await using var bench = await DoctorBench.StartAsync();
        bench.Backend.SocketStatus = status;

        var report = await bench.ExamineAsync();

        Assert.Equal(expected, report.StatusOf("socket.handshake"));
        Assert.Equal(expected == DoctorStatus.Ok ? DoctorVerdict.Ready : DoctorVerdict.Usable, report.Verdict);
    }

    [Theory]
    [InlineData("{", "not JSON")]
    [InlineData("<html></html>", "web page")]
    [InlineData("[]", "refuses")]
    [InlineData("""{"a": {"name": "A"}}""", "refuses")]
    [InlineData("{}", "no widget")]
    public async Task Examine_Documents_ThatWorkspaceCannotUse_AreBroken(string widgets, string said)
    {
        await using var bench = await DoctorBench.StartAsync(widgets);

        var report = await bench.ExamineAsync();

        Assert.Equal(DoctorVerdict.Broken, report.Verdict);
        Assert.Contains(report.Steps, step => step.Status == DoctorStatus.Error && step.Message.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Examine_GivenDocument_IsJudgedInThePlaceOfTheBackends()
    {
        await using var bench = await DoctorBench.StartAsync("{}");
        var given = new DoctorDocument("mine.json", System.Text.Encoding.UTF8.GetBytes(DoctorBench.Grid(socket: "")));

        var report = await bench.ExamineAsync(new DoctorRequest(bench.Backend.Address) { Widgets = given, Listen = TimeSpan.Zero });

        Assert.Equal(DoctorStatus.Ok, report.StatusOf("widget.shape"));
        Assert.Equal("LG004", Assert.Single(report.Findings).Finding.Rule);
        Assert.Equal("mine.json", report.Findings[0].Source);
    }

    [Fact]
    public async Task Examine_ConnectionEndedAfterAFault_IsNoFaultOfTheNextWidget()
    {
        await using var bench = await DoctorBench.StartAsync("""
            {"a": {"name": "A", "description": "", "type": "table", "endpoint": "fails"}, "b": {"name": "B", "description": "", "type": "table", "endpoint": "rows"}}
            """);
        bench.Backend.Answer("/fails", "boom", StatusCodes.Status500InternalServerError);
        var first = 0;
        bench.Backend.Answer("/rows", context =>
        {
            if (Interlocked.Increment(ref first) == 1)
            {
                context.Abort();
                return Task.CompletedTask;
            }

            return context.Response.WriteAsync("""[{"x": 1}]""");
        });

        var report = await bench.ExamineAsync();

        Assert.Equal([("a", DoctorStatus.Error), ("b", DoctorStatus.Ok)], report.Steps.Where(static step => step.Id == "widget.endpoint").Select(static step => (step.WidgetId!, step.Status)));
        Assert.Equal(DoctorVerdict.Usable, report.Verdict);
    }

    [Fact]
    public async Task Examine_EveryWidgetFails_IsBroken()
    {
        await using var bench = await DoctorBench.StartAsync();
        bench.Backend.Forget("/rows");

        var report = await bench.ExamineAsync();

        Assert.Equal(("404", DoctorStatus.Error), (report.Step("widget.endpoint").Seen, report.StatusOf("widget.endpoint")));
        Assert.Equal(DoctorVerdict.Broken, report.Verdict);
    }

    [Fact]
    public async Task Examine_WidgetOnAnotherHost_IsSkipped()
    {
        await using var bench = await DoctorBench.StartAsync(DoctorBench.Widget("table").Replace("\"rows\"", "\"http://10.0.0.1/rows\"", StringComparison.Ordinal));

        var report = await bench.ExamineAsync();

        Assert.Equal(DoctorStatus.Skipped, report.StatusOf("widget.endpoint"));
        Assert.DoesNotContain(report.Steps, static step => step is { Group: "widget", Status: DoctorStatus.Error });
    }
}
