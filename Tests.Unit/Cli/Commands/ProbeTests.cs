using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Unit.Support;
using Microsoft.Extensions.Time.Testing;

namespace LiveGridStudio.Tests.Unit.Cli.Commands;

/// <summary>Reading from other machines: addresses and <c>--probe</c>.</summary>
public sealed class ProbeTests : IDisposable
{
    private const string Widgets = """
        {"grid": {"name": "G", "description": "", "endpoint": "rows", "wsEndpoint": "ws", "type": "live_grid",
           "params": [{"paramName": "symbol", "type": "text", "value": ["A", "B"], "multiple": true}],
           "data": {"wsRowIdColumn": "id", "table": {"showAll": true, "columnsDefs": [
             {"field": "id", "headerName": "Id"}, {"field": "gone", "headerName": "Gone"}]}}},
         "wrapped": {"name": "T", "description": "", "endpoint": "table", "type": "table",
           "data": {"dataKey": "results", "table": {"columnsDefs": [{"field": "x", "headerName": "X"}]}}},
         "lost": {"name": "L", "description": "", "endpoint": "lost", "type": "table"},
         "away": {"name": "W", "description": "", "endpoint": "http://10.0.0.1/rows", "type": "table"},
         "note": {"name": "N", "description": "", "endpoint": "note", "type": "markdown"}}
        """;

    private readonly CommandLine _sut = new();

    public void Dispose() => _sut.Dispose();

    [Fact]
    public async Task Validate_Address_IsReadLikeAFile()
    {
        await using var backend = await StartAsync();
        var address = new Uri(backend.Address, "/apps.json");

        var (code, output, _) = await _sut.RunAsync("validate", address.ToString());

        Assert.Equal((0, $"no findings; {address} is accepted by OpenBB Workspace.\n"), (code, output));
    }

    [Theory]
    [InlineData("validate", "http://10.0.0.1/widgets.json")]
    [InlineData("validate", "http://[::ffff:10.0.0.1]/widgets.json")]
    [InlineData("preview", "http://10.0.0.1/request.json")]
    [InlineData("validate", "--probe", "http://169.254.169.254/")]
    public async Task Run_RefusedAddress_CouldNotRunAndNamesTheSetting(params string[] args)
    {
        var (code, output, error) = await _sut.RunAsync(args);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("Connect:AllowedHosts", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_SettingThatClosesLoopback_IsObeyed()
    {
        await using var backend = await StartAsync();

        var closed = await _sut.RunAsync("validate", $"{backend.Address}widgets.json", "--Connect:AllowedHosts:0=10.0.0.0/8");
        var bad = await _sut.RunAsync("validate", $"{backend.Address}widgets.json", "--Connect:AllowedHosts:0=http://x");
        var open = await _sut.RunAsync("validate", $"{backend.Address}widgets.json", "--Connect:AllowedHosts:0=127.0.0.1");

        Assert.Equal(2, closed.Code);
        Assert.Equal(2, bad.Code);
        Assert.StartsWith("Connect:AllowedHosts:0 must be", bad.Error, StringComparison.Ordinal);
        Assert.Equal(0, open.Code);
    }

    [Fact]
    public async Task Probe_Backend_IsTheDoctorsReport()
    {
        await using var backend = await StartAsync();

        var (code, output, error) = await _sut.RunAsync("validate", "--probe", backend.Address.ToString(), "--format", "json");

        Assert.Equal((1, ""), (code, error));
        var answer = JsonText.Parse(output);
        Assert.Equal("broken", answer["verdict"].Text);
        var findings = answer["findings"].List.Select(static lint => $"{lint["rule"]} {lint["widgetId"]}").ToList();
        Assert.Contains("LG003 grid", findings);
        Assert.Contains("LG006 grid", findings);
        Assert.DoesNotContain(findings, static lint => lint.EndsWith("wrapped", StringComparison.Ordinal));
        var endpoints = answer["steps"].List.Where(static step => step["id"] == "widget.endpoint").ToList();
        Assert.Equal(["grid", "wrapped", "lost", "away", "note"], endpoints.Select(static step => step["widgetId"].Text));
        Assert.Equal(["ok", "ok", "error", "skipped", "error"], endpoints.Select(static step => step["status"].Text));
        Assert.Contains("Connect:AllowedHosts", endpoints[3]["message"].Text, StringComparison.Ordinal);
        Assert.Contains("/rows?symbol=A,B", backend.Asked);
    }

    [Fact]
    public async Task Probe_DateThatMoves_IsAskedForAsTheDayItMeans()
    {
        await using var backend = await TestBackend.StartAsync(
            ("/widgets.json", """
                {"t": {"name": "T", "description": "", "endpoint": "rows", "type": "table",
                  "params": [{"paramName": "day", "type": "date", "value": "$currentDate-1d"}, {"paramName": "n", "type": "number", "value": "7"},
                             {"paramName": "none", "type": "text", "value": ""}]}}
                """),
            ("/rows", "[]"));
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        using var sut = new CommandLine { Clock = clock };

        await sut.RunAsync("validate", "--probe", backend.Address.ToString());

        Assert.Contains("/rows?day=2026-02-28&n=7", backend.Asked);
    }

    [Fact]
    public async Task Probe_WithAFile_LintsItsWidgetsWithTheBackendsRows()
    {
        await using var backend = await StartAsync();
        var file = _sut.File("widgets.json", Widgets);

        var (code, output, _) = await _sut.RunAsync("validate", file, "--probe", backend.Address.ToString());

        Assert.Equal(1, code);
        Assert.Contains($"{file}(4,", output, StringComparison.Ordinal);
        Assert.Contains("LG006: grid data.table.columnsDefs.0.field: ", output, StringComparison.Ordinal);
        Assert.Contains(" (and in 1 more place)", output, StringComparison.Ordinal);
        Assert.Contains("widget.endpoint: lost: The widget shows an error. ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Probe_WithApps_CouldNotRun()
    {
        await using var backend = await StartAsync();

        var (code, _, error) = await _sut.RunAsync("validate", _sut.File("apps.json", "[]"), "--probe", backend.Address.ToString());

        Assert.Equal(2, code);
        Assert.Contains("--probe looks at the rows of widgets", error, StringComparison.Ordinal);
    }

    private static Task<TestBackend> StartAsync() => TestBackend.StartAsync(
        ("/widgets.json", Widgets),
        ("/apps.json", "[]"),
        ("/rows", """[{"symbol": "A"}]"""),
        ("/table", """{"results": [{"x": 1}, {"x": 2}]}"""));
}
