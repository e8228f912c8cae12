using LiveGridStudio.App.Catalog;
using LiveGridStudio.App.Connect.Documents;
using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Credentials;
using LiveGridStudio.App.Connect.Reach.Policy;
using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.Tests.Unit.Studio.Sources;

public sealed class SourceSelectorTests : RemoteTest
{
    private const string Secret = "s3cret";

    private SourceSelector Sut => field ??= Create(Setup.Connector);

    [Fact]
    public async Task RefreshAsync_Backend_ReadsItAgainWithTheSameCredentials()
    {
        Backend.DemandedHeader = ("X-Key", Secret);
        Assert.True(await Sut.ConnectAsync(Request((CredentialPlace.Header, "X-Key", Secret))));
        var before = Sut.Current;
        Backend.Answer("/widgets.json", """{"fresh":{"name":"Fresh","description":"","endpoint":"e","type":"table"}}""");

        Assert.True(await Sut.RefreshAsync());

        Assert.NotSame(before, Sut.Current);
        Assert.Equal("fresh", Assert.Single(Sut.Current.Widgets).Id);
        Assert.Equal(before.Backend, Sut.Current.Backend);
        Assert.Equal(TestBook.Start, Sut.ReadAt);
    }

    [Fact]
    public async Task RefreshAsync_BackendBroken_KeepsWhatIsShownAndSaysWhy()
    {
        await Sut.ConnectAsync(Request());
        var before = Sut.Current;
        Backend.Answer("/widgets.json", "no JSON");

        Assert.False(await Sut.RefreshAsync());

        Assert.Same(before, Sut.Current);
        Assert.Contains("not JSON", Sut.Problem, StringComparison.Ordinal);
        Assert.False(Sut.IsConnecting);
    }

    [Fact]
    public async Task ConnectAsync_AgainWithoutCredentials_SendsThoseOfTheAddress()
    {
        Backend.DemandedHeader = ("X-Key", Secret);
        await Sut.ConnectAsync(Request((CredentialPlace.Header, "X-Key", Secret)));
        Assert.True(await Sut.ConnectAsync(Request()));

        Sut.UseHost();
        Assert.False(await Sut.RefreshAsync());

        Assert.True(await Sut.ConnectAsync(new ConnectRequest($" {Backend.Address.Authority}/widgets.json ", [])));
        Assert.Equal(1, Sut.CountCredentials(Backend.Address.Authority));
    }

    [Fact]
    public async Task ConnectAsync_FirstTryFails_KeepsItsCredentials()
    {
        Backend.DemandedHeader = ("X-Key", Secret);
        Backend.Answer("/widgets.json", "no JSON");
        Assert.False(await Sut.ConnectAsync(Request((CredentialPlace.Header, "X-Key", Secret))));
        Backend.Answer("/widgets.json", "{}");

        Assert.True(await Sut.ConnectAsync(Request()));
    }

    [Fact]
    public async Task ConnectAsync_OtherCredentials_TakeThePlaceOfThoseBefore()
    {
        Backend.DemandedHeader = ("X-Key", "new");
        Assert.False(await Sut.ConnectAsync(Request((CredentialPlace.Header, "X-Key", Secret), (CredentialPlace.Query, "q", Secret))));
        Assert.Equal(2, Sut.CountCredentials(Backend.Address.ToString()));

        Assert.True(await Sut.ConnectAsync(Request((CredentialPlace.Header, "X-Key", "new"))));

        Assert.Equal(1, Sut.CountCredentials(Backend.Address.ToString()));
        Assert.DoesNotContain(Secret, Backend.Requests.Last(static request => request.Path == "/widgets.json").Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConnectAsync_AnotherBackend_GetsNoneOfThem()
    {
        await Sut.ConnectAsync(Request((CredentialPlace.Header, "X-Key", Secret)));
        await using var other = await FaultyBackend.StartAsync();

        await Sut.ConnectAsync(new ConnectRequest(other.Address.ToString(), []));

        Assert.Equal(0, Sut.CountCredentials(other.Address.ToString()));
        Assert.Equal(0, Sut.CountCredentials("no address: "));
        Assert.NotEmpty(other.Requests);
        Assert.DoesNotContain(other.Requests, static request => request.Headers.ContainsKey("X-Key"));
    }

    [Fact]
    public async Task RemoveCredentials_OfAnAddress_AreNotSentAnyMore()
    {
        Backend.DemandedHeader = ("X-Key", Secret);
        await Sut.ConnectAsync(Request((CredentialPlace.Header, "X-Key", Secret)));

        Sut.RemoveCredentials(Backend.Address.Authority);

        Assert.Equal(0, Sut.CountCredentials(Backend.Address.ToString()));
        Assert.False(await Sut.ConnectAsync(Request()));
        Assert.Contains("401", Sut.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConnectAsync_AnotherSourceChosenMeanwhile_DoesNotTakeThePageOver()
    {
        using var hold = Backend.Hold("/widgets.json");
        var connecting = Sut.ConnectAsync(Request());
        await hold.Asked;
        Assert.True(Sut.IsConnecting);

        Sut.UseHost();
        hold.Dispose();

        Assert.False(await connecting);
        Assert.Same(Sut.Host, Sut.Current);
        Assert.Equal((false, null), (Sut.IsConnecting, Sut.Problem));
    }

    [Fact]
    public async Task ConnectAsync_CredentialThatCannotBeSent_SaysSoWithoutItsValue()
    {
        Assert.False(await Sut.ConnectAsync(Request((CredentialPlace.Header, "Host", Secret))));

        Assert.Contains("Host", Sut.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, Sut.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void UseSample_SameTextAgain_IsTheSameSource()
    {
        Sut.Paste.Definition = """{"w":{"name":"W","endpoint":"e"}}""";
        Sut.UseSample(SampleText.Read(Sut.Paste.Definition, null, null, out _)!);
        var first = Sut.Current;
        Sut.UseHost();

        Sut.UseSample(SampleText.Read(Sut.Paste.Definition, null, null, out _)!);
        Assert.Same(first, Sut.Current);

        Sut.Paste.Rows = "[1]";
        Sut.UseSample(SampleText.Read(Sut.Paste.Definition, Sut.Paste.Rows, null, out _)!);
        Assert.NotSame(first, Sut.Current);
    }

    [Fact]
    public async Task Obstacle_ConnectIsOff_NamesTheSettingAndNothingIsRead()
    {
        using var off = new RemoteSetup(new ConnectOptions { Enabled = false });
        await using var sut = Create(off.Connector);

        Assert.False(await sut.ConnectAsync(Request()));

        Assert.Contains("Connect:Enabled", sut.Obstacle, StringComparison.Ordinal);
        Assert.Contains("Connect:Enabled", sut.Problem, StringComparison.Ordinal);
        Assert.Empty(Backend.Requests);
    }

    [Fact]
    public async Task ConnectAsync_LinkToAnUnknownBackend_AsksAndReadsNothing()
    {
        using var setup = new RemoteSetup(new ConnectOptions());
        await using var sut = Create(setup.Connector);

        Assert.False(await sut.ConnectAsync(Request()));

        Assert.Equal(new PendingRead(Backend.Address, Origin.Of(Backend.Address)), sut.Question);
        Assert.Equal((null, false), (sut.Problem, sut.IsConnecting));
        Assert.Same(sut.Host, sut.Current);
        sut.Decline();
        Assert.True(sut.Question!.IsDeclined);
        Assert.Empty(Backend.Requests);

        Assert.True(await sut.AllowAsync());
        Assert.Null(sut.Question);
        Assert.Equal(Backend.Address, new Uri(sut.Current.Backend!));
        sut.UseHost();
        Assert.True(await sut.ConnectAsync(Request()));
    }

    [Fact]
    public async Task ConnectAsync_TypedOrKnown_ReadsAtOnce()
    {
        using var setup = new RemoteSetup(new ConnectOptions());
        await using var typed = Create(setup.Connector);
        Assert.True(await typed.ConnectAsync(new ConnectRequest(Backend.Address.ToString(), []) { IsTyped = true }));

        await using var knowing = Create(setup.Connector);
        knowing.Learn(Knows(Backend.Address + "another/path"));
        Assert.True(await knowing.ConnectAsync(Request()));
        Assert.Equal([Origin.Of(Backend.Address)], knowing.Current.Gate!.Allowed);
    }

    [Fact]
    public async Task Learn_BackendIsForgotten_GoesOnWithItAndAsksTheNextTime()
    {
        using var setup = new RemoteSetup(new ConnectOptions());
        await using var sut = Create(setup.Connector);
        sut.Learn(Knows(Backend.Address.ToString()));
        await sut.ConnectAsync(Request());

        sut.Learn(KnownBackends.None);

        Assert.True(await sut.RefreshAsync());
        sut.UseHost();
        Assert.False(await sut.ConnectAsync(Request()));
        Assert.NotNull(sut.Question);
    }

    [Fact]
    public async Task ConnectAsync_OriginAllowedForAnotherBackend_IsAskedForAgain()
    {
        using var setup = new RemoteSetup(new ConnectOptions());
        await using var sut = Create(setup.Connector);
        await using var target = await FaultyBackend.StartAsync();
        var friend = new Uri("http://127.0.0.1:1");
        sut.Learn(KnownBackends.Read($$"""
            [{"address": "{{friend}}", "origins": ["{{Origin.Of(target.Address)}}"]}, {"address": "{{Backend.Address}}", "origins": []}]
            """));
        Backend.Redirect("/widgets.json", new Uri(target.Address, "/widgets.json").ToString());

        Assert.False(await sut.ConnectAsync(Request()));

        Assert.Equal(Origin.Of(target.Address), sut.Question!.Origin);
        Assert.Empty(target.Requests);
    }

    [Fact]
    public async Task ConnectAsync_AppsElsewhere_ShowsTheWidgetsWithTheQuestion()
    {
        using var setup = new RemoteSetup(new ConnectOptions());
        await using var sut = Create(setup.Connector);
        await using var target = await FaultyBackend.StartAsync();
        target.Answer("/apps.json", "[]");
        Backend.Redirect("/apps.json", new Uri(target.Address, "/apps.json").ToString());

        Assert.True(await sut.ConnectAsync(new ConnectRequest(Backend.Address.ToString(), []) { IsTyped = true }));
        Assert.True(sut.Question!.IsOf(sut.Current));
        sut.Decline();
        Assert.True(await sut.RefreshAsync());
        Assert.True(sut.Question!.IsDeclined);
        Assert.Empty(target.Requests);

        Assert.True(await sut.AllowAsync());
        Assert.Null(sut.Question);
        Assert.NotEmpty(target.Requests);
    }

    [Fact]
    public async Task AllowAsync_CredentialsOfTheRequest_AreSentOnceItIsAllowed()
    {
        using var setup = new RemoteSetup(new ConnectOptions());
        await using var sut = Create(setup.Connector);
        Backend.DemandedHeader = ("X-Key", Secret);

        Assert.False(await sut.ConnectAsync(Request((CredentialPlace.Header, "X-Key", Secret))));
        Assert.True(await sut.AllowAsync());
    }

    private static KnownBackends Knows(string address) => KnownBackends.Read($$"""[{"address": "{{address}}", "origins": []}]""");

    private static SourceSelector Create(RemoteConnector connector) => new(
        new HostSource(new WidgetCatalog(Options.Create(new WidgetOptions()), NullLogger<WidgetCatalog>.Instance), new LiveTables([TestBook.Create()]), TestBook.Clock()),
        connector,
        TestBook.Clock());

    private ConnectRequest Request(params (CredentialPlace, string, string)[] credentials) => new(Backend.Address.ToString(), credentials);
}
