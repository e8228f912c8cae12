using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Unit.Scaffold;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Cli.Commands;

public sealed class ScaffoldCommandTests : IDisposable
{
    private readonly CommandLine _sut = new();

    public void Dispose() => _sut.Dispose();

    [Fact]
    public async Task Scaffold_Endpoint_PrintsAWidgetsJsonThatValidatePasses()
    {
        await using var backend = await TestBackend.StartAsync(("/api/quotes", ScaffoldRows.Quotes));

        var (code, output, error) = await _sut.RunAsync(
            "scaffold", $"{backend.Address}api/quotes?symbol=TSLA&symbol=AAPL&venue=", "--ws", "quotes_ws", "--once");

        Assert.Equal(0, code);
        var widget = JsonText.Parse(output)["quotes"];
        Assert.Equal(("live_grid", "api/quotes", "quotes_ws", "Quotes"), (widget["type"].Text, widget["endpoint"].Text, widget["wsEndpoint"].Text, widget["name"].Text));
        Assert.Equal("symbol", widget["data"]["wsRowIdColumn"].Text);
        Assert.Equal(["TSLA,AAPL", null], widget["params"].List.Select(static param => param["value"].Text));
        Assert.StartsWith("Row id: symbol, guessed because its values are all different. Others could be: volume, market_cap.\n", error, StringComparison.Ordinal);
        Assert.Equal(["/api/quotes?symbol=TSLA&symbol=AAPL&venue="], backend.Asked);
        var (checkedCode, report, _) = await _sut.RunAsync("validate", _sut.File("widgets.json", output), "--fail-on", "warning");
        Assert.True(checkedCode == 0, report);
    }

    [Fact]
    public async Task Scaffold_LiveEndpoint_IsReadTwiceASecondApart()
    {
        var clock = new FakeTimeProvider();
        using var sut = new CommandLine { Clock = new ArmedClock(clock) };
        var reads = 0;
        await using var backend = await TestBackend.StartAsync(context => context.Response.WriteAsync(
            ++reads == 1 ? ScaffoldRows.Quotes : ScaffoldRows.Quotes.Replace("1503058", "1503059", StringComparison.Ordinal)));

        var (code, output, error) = await sut.RunAsync("scaffold", $"{backend.Address}rows", "--ws", "ws", "--out", sut.Path("w.json"));

        Assert.Equal((0, "", 2), (code, output, reads));
        Assert.Equal(TimeSpan.FromSeconds(1), clock.GetUtcNow() - clock.Start);
        Assert.Contains("seen to change: volume.", error, StringComparison.Ordinal);
        Assert.Contains("\"rows\": {", await File.ReadAllTextAsync(sut.Path("w.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scaffold_AtATerminal_AsksForTheRowId()
    {
        IReadOnlyList<string> asked = [];
        using var sut = new CommandLine
        {
            Choose = (_, choices) =>
            {
                asked = choices;
                return 1;
            },
        };
        await using var backend = await TestBackend.StartAsync(("/rows", ScaffoldRows.Quotes));

        var (code, output, _) = await sut.RunAsync("scaffold", $"{backend.Address}rows", "--ws", "ws", "--once");

        Assert.Equal(0, code);
        Assert.Equal(["symbol", "volume", "market_cap", "(none: messages append rows)"], asked);
        Assert.Equal("volume", JsonText.Parse(output)["rows"]["data"]["wsRowIdColumn"].Text);
    }

    [Fact]
    public async Task Scaffold_Options_AreObeyedAndTheKeyStaysOutOfTheDefinition()
    {
        string? header = null;
        await using var backend = await TestBackend.StartAsync(context =>
        {
            header = context.Request.Headers["X-API-KEY"];
            return context.Response.WriteAsync(ScaffoldRows.Book);
        });

        var (code, output, error) = await _sut.RunAsync(
            "scaffold", $"{backend.Address}v1/book", "--ws", $"ws://127.0.0.1:{backend.Address.Port}/v1/ws", "--backend", $"{backend.Address}v1", "--once",
            "--id", "venue,side", "--id", "level", "--widget", "depth", "--name", "Depth of book", "--key", "X-API-KEY=secret-123", "--key", "?token=hidden-456");

        Assert.Equal((0, "secret-123"), (code, header));
        var widget = JsonText.Parse(output)["depth"];
        Assert.Equal(("book", "ws", "Depth of book"), (widget["endpoint"].Text, widget["wsEndpoint"].Text, widget["name"].Text));
        Assert.Equal("""["venue","side","level"]""", JsonText.Stringify(widget["data"]["wsRowIdColumn"]));
        Assert.True(widget["params"].IsUndefined);
        Assert.Contains("token=hidden-456", Assert.Single(backend.Asked), StringComparison.Ordinal);
        Assert.DoesNotContain("secret-123", output + error, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-456", output + error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scaffold_WithoutWs_IsATableAndReadsOnce()
    {
        await using var backend = await TestBackend.StartAsync(("/rows", $$"""{"data": {{ScaffoldRows.Quotes}}}"""));

        var (code, output, _) = await _sut.RunAsync("scaffold", $"{backend.Address}rows");

        Assert.Equal((0, 1), (code, backend.Asked.Count));
        Assert.Equal(("table", "data"), (JsonText.Parse(output)["rows"]["type"].Text, JsonText.Parse(output)["rows"]["data"]["dataKey"].Text));
    }

    [Fact]
    public async Task Scaffold_RowsThatShareAnId_ExitsByFailOn()
    {
        await using var backend = await TestBackend.StartAsync(("/rows", ScaffoldRows.Book));

        var (code, output, error) = await _sut.RunAsync(
            "scaffold", $"{backend.Address}rows", "--ws", "ws", "--once", "--id", "venue", "--fail-on", "warning");

        Assert.Equal(1, code);
        Assert.Contains("rows", output, StringComparison.Ordinal);
        Assert.Contains("warning LG027: rows data.wsRowIdColumn: Several rows have the id", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "There is no row yet")]
    [InlineData("<html>", "the answer is not JSON")]
    [InlineData("""{"rows": [{"a": 1}]}""", "The rows are under \"rows\"")]
    public async Task Scaffold_NoRows_CouldNotRunAndSaysWhy(string body, string expected)
    {
        await using var backend = await TestBackend.StartAsync(("/rows", body));

        var (code, output, error) = await _sut.RunAsync("scaffold", $"{backend.Address}rows", "--ws", "ws", "--once");

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Connect:AllowedHosts", "http://10.0.0.1/rows")]
    [InlineData("takes an http or https address", "rows.json")]
    [InlineData("takes an http or https address", "ftp://127.0.0.1/rows")]
    [InlineData("--key takes name=value", "http://127.0.0.1/rows", "--key", "secret-123")]
    [InlineData("leave the password out", "http://user:secret-123@127.0.0.1/rows")]
    [InlineData("--ws takes the endpoint", "http://127.0.0.1/rows", "--ws", " ")]
    [InlineData("Unknown option '--nope'", "http://127.0.0.1/rows", "--nope")]
    public async Task Scaffold_BadInput_CouldNotRunAndSaysWhy(string expected, params string[] args)
    {
        var (code, output, error) = await _sut.RunAsync(["scaffold", .. args]);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-123", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scaffold_HostileNames_SendNoControlCharacterToTheTerminal()
    {
        await using var backend = await TestBackend.StartAsync(("/rows", """[{"id": 1, "\u001b[2J\u202e[bold]": "x"}]"""));

        var (code, output, error) = await _sut.RunAsync("scaffold", $"{backend.Address}rows", "--ws", "ws", "--once", "--name", "\u001b[31m");

        Assert.Equal(0, code);
        Assert.DoesNotContain(output + error, static c => (char.IsControl(c) && c != '\n') || c is '\u202e');
        Assert.Equal("\u001b[2J\u202e[bold]", JsonText.Parse(output)["rows"]["data"]["table"]["columnsDefs"].List[1]["field"].Text);
    }

    /// <summary>A clock on which a pause is over as soon as someone waits for it.</summary>
    private sealed class ArmedClock(FakeTimeProvider clock) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override long GetTimestamp() => clock.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = clock.CreateTimer(callback, state, dueTime, period);
            clock.Advance(dueTime);
            return timer;
        }
    }
}
