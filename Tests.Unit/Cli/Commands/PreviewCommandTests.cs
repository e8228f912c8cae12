using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Cli.Commands;

public sealed class PreviewCommandTests(PlainHost host) : IDisposable
{
    private const string Request = """
        {"widget": {"name": "P", "description": "", "endpoint": "p", "wsEndpoint": "ws", "type": "live_grid",
          "data": {"wsRowIdColumn": "symbol", "table": {"columnsDefs": [
            {"field": "price", "headerName": "Price", "renderFn": "showCellChange"},
            {"field": "symbol", "headerName": "[red]Symbol\u001b[31m", "pinned": "left"},
            {"field": "state", "headerName": "State", "renderFn": "showCellChange"},
            {"field": "size", "headerName": "Size", "hide": true},
            {"field": "open", "headerName": "Open"}]}}},
         "rows": [{"symbol": "TSLA", "price": 245, "state": "new", "size": 1, "open": true},
                  {"symbol": "[bold]\u009b2J", "price": 3, "state": "new", "size": 1, "open": false}],
         "messages": [{"at": 0, "data": {"symbol": "TSLA", "price": 250.1, "state": "old"}},
                      {"at": 5, "data": {"symbol": "[bold]\u009b2J", "price": 1}}], "at": 500}
        """;

    private readonly CommandLine _sut = new();

    public void Dispose() => _sut.Dispose();

    [Fact]
    public async Task Run_Table_ShowsTheGridWithSigns()
    {
        var (code, output, error) = await _sut.RunAsync("preview", _sut.File("request.json", Request));

        Assert.Equal((0, ""), (code, error));
        Assert.Equal(
            """
            ╭───────────────────────┬───────────────┬───────┬──────╮
            │ [red]Symbol\u001b[31m │         Price │ State │ Open │
            ├───────────────────────┼───────────────┼───────┼──────┤
            │ TSLA                  │ ↑ 5.1 250.100 │ • old │ ☑    │
            │ [bold]\u009b2J        │         ↓ 2 1 │ new   │ ☐    │
            ╰───────────────────────┴───────────────┴───────┴──────╯
            2 rows at 500 ms, merged as documented; messages: 2 updated, 0 ignored, 0 appended.
            """.ReplaceLineEndings("\n") + "\n",
            output);
    }

    [Fact]
    public async Task Run_ColouredTerminal_HasColoursAndNoneOfTheDocuments()
    {
        using var sut = new CommandLine { HasColors = true };

        var (_, output, _) = await sut.RunAsync("preview", sut.File("request.json", Request));

        Assert.Contains("\u001b[38;2;34;197;94m↑ 5.1", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[31m", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u009b', output);
    }

    [Fact]
    public async Task Run_Json_IsTheAnswerOfTheApi()
    {
        using var sut = new CommandLine { Input = Request };
        var api = await (await host.Client.PostAsync("/api/preview", new StringContent(Request))).Content.ReadAsStringAsync();

        var (code, output, _) = await sut.RunAsync("preview", "-", "--format", "json");

        Assert.Equal(0, code);
        Assert.Equal(JsonText.Parse(api), JsonText.Parse(output));
        Assert.DoesNotContain('\u009b', output);
    }

    [Theory]
    [InlineData("error", 1)]
    [InlineData("warning", 1)]
    public async Task Run_Lints_AreBelowTheTableAndJudged(string failOn, int expected)
    {
        const string Never = """{"widget": {"type": "live_grid", "endpoint": "e", "wsEndpoint": "w", "data": {"wsRowIdColumn": "id"}}, "rows": [{"a": 1}]}""";
        var file = _sut.File("request.json", Never);

        var (code, output, _) = await _sut.RunAsync("preview", file, "--fail-on", failOn);

        Assert.Equal(expected, code);
        Assert.Matches(@"request\.json\(1,\d+\): error LG003: ", output);
    }

    [Fact]
    public async Task Run_BadRequest_CouldNotRunAndNamesTheKey()
    {
        var file = _sut.File("request.json", """{"widget": {}, "at": -1}""");

        var (code, output, error) = await _sut.RunAsync("preview", file);

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith($"{file}: \"at\" must be", error, StringComparison.Ordinal);
    }
}
