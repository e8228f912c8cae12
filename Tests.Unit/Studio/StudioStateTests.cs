using LiveGridStudio.App.Catalog;
using LiveGridStudio.App.Studio;
using LiveGridStudio.App.Studio.Sources;
using LiveGridStudio.Shared.Checking;
using LiveGridStudio.Shared.Quotes;
using LiveGridStudio.Shared.Tables;
using LiveGridStudio.Shared.Workspace;
using LiveGridStudio.Tests.Support;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LiveGridStudio.Tests.Unit.Studio;

/// <summary>What the page shows, without a page.</summary>
public sealed class StudioStateTests : IAsyncLifetime
{
    private readonly RemoteSetup _setup = new();
    private readonly QuoteBook _book = TestBook.Create();
    private readonly List<string> _written = [];
    private readonly List<Exception> _faults = [];
    private readonly StudioState _sut;
    private FaultyBackend _backend = null!;

    public StudioStateTests()
    {
        var catalog = new WidgetCatalog(Options.Create(new WidgetOptions()), NullLogger<WidgetCatalog>.Instance);
        var previews = new PreviewFactory(Options.Create(new StudioOptions()), new StudioMetrics(_setup.Meters.Factory), _setup.Clock);
        _sut = new StudioState(
            new SourceSelector(new HostSource(catalog, new LiveTables([_book]), _setup.Clock), _setup.Connector, _setup.Clock),
            new CatalogWriter(catalog, new ClosedGate()),
            previews,
            _setup.Clock);
        _sut.AddressChanged += address => _written.Add(address.ToQuery());
    }

    public async ValueTask InitializeAsync() => _backend = await FaultyBackend.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _sut.DisposeAsync();
        await _backend.DisposeAsync();
        _setup.Dispose();
        Assert.Equal(0, _book.Table.ReaderCount);
        Assert.Empty(_faults);
    }

    [Fact]
    public async Task Start_HostsWidget_ShowsItWithTheValuesOfTheAddress()
    {
        _sut.Start(Address("?symbol=MSFT&merge=workspace"));
        await StartAsync(_sut.Preview!);

        Assert.Equal(("live_grid", MergePolicy.Workspace), (_sut.Selected!.Widget.Id, _sut.Preview!.Policy));
        Assert.Equal("MSFT", Assert.Single(_sut.Preview.Session!.Model.Rows).Id);
        Assert.Empty(_written);
    }

    [Fact]
    public async Task Choose_ValueAndPolicy_StandInTheAddress()
    {
        _sut.Start(Address("?theme=dark"));
        var preview = _sut.Preview!;
        await StartAsync(preview);

        await preview.SetAsync(preview.Params.Shown.Single(static param => param.ParamName == "symbol"), "AAPL");
        preview.SetPolicy(MergePolicy.Workspace);

        Assert.Equal(["?theme=dark&symbol=AAPL", "?merge=workspace&theme=dark&symbol=AAPL"], _written);
        Assert.Equal("AAPL", Assert.Single(preview.Session!.Model.Rows).Id);
        Assert.Same(preview, _sut.Preview);
    }

    [Theory]
    [InlineData("", 5)]
    [InlineData("?symbol=MSFT", 1)]
    [InlineData("?widget=find_the_mistakes", 5)]
    public async Task Start_HostsWidgetWithManyChoices_OpensWithAllUnlessTheAddressChooses(string query, int rows)
    {
        var catalog = new WidgetCatalog(Options.Create(new WidgetOptions()), NullLogger<WidgetCatalog>.Instance);
        var source = new HostSource(catalog, new LiveTables([_book]), _setup.Clock, Options.Create(new StudioOptions()));
        await using var sut = new StudioState(
            new SourceSelector(source, _setup.Connector, _setup.Clock),
            new CatalogWriter(catalog, new ClosedGate()),
            new PreviewFactory(Options.Create(new StudioOptions()), new StudioMetrics(_setup.Meters.Factory), _setup.Clock),
            _setup.Clock);
        sut.Start(Address(query));

        await StartAsync(sut.Preview!);

        Assert.Equal(rows, sut.Preview!.Session!.Model.Rows.Count);
        Assert.DoesNotContain("symbol=AAPL", sut.Address.ToQuery(), StringComparison.Ordinal);
        await sut.Preview.SetAsync(sut.Preview.Params.Shown.Single(static param => param.ParamName == "symbol"), "AAPL");
        Assert.Equal("AAPL", Assert.Single(sut.Preview.Session.Model.Rows).Id);
    }

    [Fact]
    public async Task SwitchOff_Rule_IsKeptForItsDocumentAlone()
    {
        var kept = new Dictionary<string, RuleSwitches>();
        _sut.ReadRules = document => Task.FromResult(kept.GetValueOrDefault(document, RuleSwitches.None));
        _sut.KeepRules = (document, off) =>
        {
            kept[document] = off;
            return Task.CompletedTask;
        };
        _sut.Start(Address(""));
        await _sut.FollowRulesAsync();
        var before = _sut.Entries[0].FindingCount;
        Assert.True(before > 0);

        await _sut.SwitchOffAsync("LG001", "live_grid");
        Assert.Equal(before - 1, _sut.Entries[0].FindingCount);
        Assert.DoesNotContain(_sut.Preview!.Draft!.Draft!.Findings, static finding => finding.Rule == "LG001");

        await _sut.ConnectAsync(new ConnectRequest(_backend.Address.ToString(), []));
        await _sut.FollowRulesAsync();
        Assert.True(_sut.Off.IsEmpty);

        _sut.UseHost();
        await _sut.FollowRulesAsync();
        Assert.Equal(["LG001:live_grid"], _sut.Off.All);
        await _sut.SwitchOnAsync("LG001:live_grid");
        Assert.Equal(before, _sut.Entries[0].FindingCount);
    }

    [Fact]
    public async Task Connect_ThenBack_ShowsTheOneAndTheOther()
    {
        _sut.Start(Address(""));
        var first = _sut.Preview;

        Assert.True(await _sut.ConnectAsync(new ConnectRequest(_backend.Address.ToString(), [])));
        Assert.Equal(_backend.Address.ToString().TrimEnd('/'), _sut.Address.Backend);
        Assert.NotSame(first, _sut.Preview);

        _sut.Select("still");
        Assert.Equal("still", _sut.Preview!.Widget.Id);
        await _sut.GoAsync(Address("?widget=live_grid"), isLink: false);

        Assert.Equal(("live_grid", (string?)null), (_sut.Preview!.Widget.Id, _sut.Backend));
    }

    [Fact]
    public async Task Connect_BackendThatIsGone_HostStandsInAndTheAddressStays()
    {
        var address = _backend.Address;
        await _backend.DisposeAsync();
        _sut.Start(Address($"?backend={address}&widget=still"));
        Assert.False(_sut.IsListed);

        Assert.False(await _sut.ConnectAsync(new ConnectRequest(_sut.Address.Backend!, [])));

        Assert.Equal("live_grid", _sut.Selected!.Widget.Id);
        Assert.NotNull(_sut.Sources.Problem);
        Assert.Empty(_written);
    }

    [Fact]
    public void Edit_Definition_IsPreviewedAndCounted()
    {
        _sut.Start(Address(""));
        var draft = _sut.Preview!.Draft!.Draft!;
        var changes = 0;
        _sut.Changed += () => changes++;

        draft.Edit(draft.Text.Replace("\"Live Grid\"", "\"Renamed\"", StringComparison.Ordinal));

        Assert.Equal("Renamed", _sut.Preview.Widget.Name);
        Assert.Same(draft, _sut.FindDraft("live_grid"));
        Assert.Equal(1, changes);
    }

    [Fact]
    public async Task Go_ToOtherValues_MakesThePreviewAnewAndKeepsTheDraft()
    {
        _sut.Start(Address(""));
        var (before, draft) = (_sut.Preview!, _sut.Preview!.Draft!.Draft!);
        draft.Edit(draft.Text.Replace("\"Live Grid\"", "\"Renamed\"", StringComparison.Ordinal));

        await _sut.GoAsync(Address("?symbol=MSFT"), isLink: false);

        Assert.NotSame(before, _sut.Preview);
        Assert.Same(before.Log, _sut.Preview!.Log);
        Assert.Same(draft, _sut.Preview.Draft!.Draft);
        Assert.Equal("Renamed", _sut.Preview.Widget.Name);
    }

    [Fact]
    public async Task CreatePreview_TwoAtOnce_HaveTheirOwnSessionsAndShareTheDraft()
    {
        _sut.Start(Address("?symbol=MSFT"));
        await StartAsync(_sut.Preview!);
        await using var beside = _sut.CreatePreview(_sut.Selected!, Address("?symbol=AAPL&merge=workspace"));
        await StartAsync(beside);

        Assert.Equal(("MSFT", "AAPL"), (_sut.Preview!.Session!.Model.Rows[0].Id, beside.Session!.Model.Rows[0].Id));
        Assert.Equal((MergePolicy.Documented, MergePolicy.Workspace), (_sut.Preview.Policy, beside.Policy));
        Assert.NotSame(_sut.Preview.Log, beside.Log);
        Assert.Equal(2, _book.Table.ReaderCount);

        Assert.Same(_sut.Preview.Draft!.Draft, beside.Draft!.Draft);
        await beside.StopAsync();
        Assert.Equal(1, _book.Table.ReaderCount);
        Assert.NotNull(_sut.Preview.Session);
    }

    [Fact]
    public async Task Stop_AndStartAgain_KeepsWhatWasChosen()
    {
        _sut.Start(Address(""));
        var preview = _sut.Preview!;
        await StartAsync(preview);
        await preview.SetAsync(preview.Params.Shown.Single(static param => param.ParamName == "symbol"), "AAPL");

        await preview.StopAsync();
        Assert.Null(preview.Session);
        await StartAsync(preview);

        Assert.Equal("AAPL", preview.Session!.Model.Rows[0].Id);
    }

    [Fact]
    public async Task Select_OtherWidget_LeavesItsValuesBehind()
    {
        _sut.Start(Address($"?symbol=MSFT"));
        Assert.True(await _sut.ConnectAsync(new ConnectRequest(_backend.Address.ToString(), [])));
        _sut.Select("odd");
        _sut.Select("still");

        Assert.Empty(_sut.Address.Values);
        Assert.Equal("still", _sut.Preview!.Widget.Id);
    }

    [Fact]
    public async Task Look_AtRows_SaysOnceWhatWasLookedAt()
    {
        _sut.Start(Address(""));
        await StartAsync(_sut.Preview!);
        var changes = 0;
        _sut.Changed += () => changes++;

        await _sut.LookAsync();
        await _sut.LookAsync();

        Assert.Null(_sut.Preview!.Coverage.Rows);
        Assert.InRange(changes, 1, 2);
    }

    private static StudioAddress Address(string query) => StudioAddress.Read("http://127.0.0.1/" + query);

    private Task StartAsync(Preview preview) => preview.StartAsync(
        static action =>
        {
            action();
            return Task.CompletedTask;
        },
        _faults.Add);

    private sealed class ClosedGate : ISaveGate
    {
        public string? Refusal => "Nothing is saved here.";
    }
}
