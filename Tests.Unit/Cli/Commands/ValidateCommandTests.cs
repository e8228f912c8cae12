using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Cli.Commands;

public sealed class ValidateCommandTests(PlainHost host) : IDisposable
{
    private const string Clean = """{"w": {"name": "W", "description": "", "endpoint": "e", "type": "markdown"}}""";

    /// <summary>LG001, a warning, at line 6, column 35.</summary>
    private const string Warned = """
        {
          "prices": {"name": "Prices", "description": "", "endpoint": "p", "wsEndpoint": "ws", "type": "live_grid",
            "data": {"wsRowIdColumn": "symbol", "table": {"showAll": true, "columnsDefs": [
              {"field": "symbol", "headerName": "Symbol"},
              {"field": "price", "headerName": "Price", "renderFn": "showCellChange",
                "renderFnParams": {"colorValueKey": "change"}}]}}}
        }
        """;

    private const string Refused = """
        {
          "w": {"name": "W", "description": "", "endpoint": "e",
            "params": [
              [{"paramName": "a"}, {"paramName": "b"}],
              {"paramName": "c", "type": 7}]}
        }
        """;

    private readonly CommandLine _sut = new();

    public void Dispose() => _sut.Dispose();

    [Fact]
    public async Task Run_Clean_IsZeroAndOneLine()
    {
        var file = _sut.File("widgets.json", Clean);

        var (code, output, error) = await _sut.RunAsync("validate", file);

        Assert.Equal((0, $"no findings; {file} is accepted by OpenBB Workspace.\n", ""), (code, output, error));
    }

    [Fact]
    public async Task Run_Lint_IsALineThatATerminalMakesClickable()
    {
        var file = _sut.File("widgets.json", Warned);

        var (code, output, _) = await _sut.RunAsync("validate", file);

        Assert.Equal(0, code);
        Assert.StartsWith(
            $"{file}(6,28): warning LG001: prices data.table.columnsDefs.1.renderFnParams.colorValueKey: ", output, StringComparison.Ordinal);
        Assert.EndsWith($"\n1 warning; {file} is accepted by OpenBB Workspace.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_IssueInARowOfParams_IsFoundWhereItIsWritten()
    {
        var file = _sut.File("widgets.json", Refused);

        var (code, output, _) = await _sut.RunAsync("validate", file);

        Assert.Equal(1, code);
        Assert.Contains($"{file}(5,26): error ", output, StringComparison.Ordinal);
        Assert.Contains("w params.2.type: ", output, StringComparison.Ordinal);
        Assert.EndsWith("is refused by OpenBB Workspace.\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Warned, "error", 0)]
    [InlineData(Warned, "warning", 1)]
    [InlineData(Warned, "info", 1)]
    [InlineData(Refused, "error", 1)]
    [InlineData(Clean, "info", 0)]
    public async Task Run_FailOn_DecidesTheExitCode(string document, string failOn, int expected) =>
        Assert.Equal(expected, (await _sut.RunAsync("validate", _sut.File("widgets.json", document), "--fail-on", failOn)).Code);

    [Theory]
    [InlineData("[]", "shape")]
    [InlineData("null", "LG022")]
    [InlineData("\"widgets\"", "LG022")]
    public async Task Run_DocumentRefusedAsAWhole_IsAnErrorAtItsStart(string document, string code)
    {
        var file = _sut.File("widgets.json", document);

        var (exit, output, _) = await _sut.RunAsync("validate", file);

        Assert.Equal(1, exit);
        Assert.StartsWith($"{file}(1,1): error {code}: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_UnrecognizedKey_IsWorthKnowing()
    {
        var file = _sut.File("widgets.json", """{"a": {"name": "A", "description": "", "endpoint": "", "type": "markdown",""" + "\n\"stale_time\": 1}}");

        var (code, output, _) = await _sut.RunAsync("validate", file);

        Assert.Equal(0, code);
        Assert.StartsWith($"{file}(2,1): info unrecognized_key: a stale_time: ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("apps.json", "{}", "apps")]
    [InlineData("APPS.json", "[]", "apps")]
    [InlineData("mine.json", "[]", "apps")]
    [InlineData("mine.json", "{}", "widgets")]
    [InlineData("widgets.json", "[]", "widgets")]
    public async Task Run_WithoutKind_GuessesIt(string name, string document, string kind)
    {
        var file = _sut.File(name, document);

        var guessed = await _sut.RunAsync("validate", file, "--format", "json");
        var told = await _sut.RunAsync("validate", file, "--format", "json", "--kind", kind);

        Assert.Equal(told, guessed);
    }

    [Fact]
    public async Task Run_Json_IsTheAnswerOfTheApi()
    {
        var api = await (await host.Client.PostAsync("/api/validate", new StringContent(Warned))).Content.ReadAsStringAsync();

        var (_, output, _) = await _sut.RunAsync("validate", _sut.File("widgets.json", Warned), "--format", "json");

        Assert.Equal(api + "\n", output);
    }

    [Fact]
    public async Task Run_Out_WritesTheAnswerThere()
    {
        var answer = _sut.Path("answer.json");

        var (code, output, _) = await _sut.RunAsync("validate", _sut.File("widgets.json", Warned), "--format", "json", "--out", answer);

        Assert.Equal(0, code);
        Assert.StartsWith("1 warning; ", output, StringComparison.Ordinal);
        Assert.True(JsonText.Parse(await File.ReadAllTextAsync(answer))["valid"].Boolean);
    }

    [Fact]
    public async Task Run_OutThatCannotBeWritten_CouldNotRun()
    {
        var (code, _, error) = await _sut.RunAsync("validate", _sut.File("widgets.json", Clean), "--out", _sut.Path("no/such/folder.json"));

        Assert.Equal(2, code);
        Assert.Contains("folder.json", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Dash_ReadsStandardInput()
    {
        using var sut = new CommandLine { Input = Warned };

        var (code, output, _) = await sut.RunAsync("validate", "-", "--fail-on", "warning");

        Assert.Equal(1, code);
        Assert.StartsWith("stdin(6,28): warning LG001", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\n  \"a\": ]", "(2,8): not JSON: ")]
    [InlineData("", "(1,1): not JSON: ")]
    public async Task Run_NotJson_CouldNotRunAndSaysWhere(string text, string expected)
    {
        var file = _sut.File("widgets.json", text);

        var (code, output, error) = await _sut.RunAsync("validate", file);

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith(file + expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_AppsBesideTheirWidgets_NamesWhatIsPlacedAndNotServed()
    {
        var apps = _sut.File("apps.json", """[{"name": "A", "tabs": {"t": {"id": "t", "name": "T", "layout": [{"i": "gone", "x": 0, "y": 0, "w": 20, "h": 9}]}}}]""");
        var alone = await _sut.RunAsync("validate", apps, "--fail-on", "warning");
        _sut.File("widgets.json", "{}");

        var (code, output, _) = await _sut.RunAsync("validate", apps, "--fail-on", "warning");

        Assert.Equal((0, 1), (alone.Code, code));
        Assert.Contains("warning LG030: A tabs.t.layout.0.i: The app places the widget \"gone\"", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "--disable", "LG002,LG004")]
    [InlineData(0, "--disable", "LG002", "--disable", "LG004:w")]
    [InlineData(0, "--Check:Disable:0=LG002", "--Check:Disable:1=LG004")]
    [InlineData(1, "--disable", "LG002,LG004:other")]
    public async Task Validate_RulesOff_AreNamedAndNotFound(int expected, params string[] more)
    {
        var file = _sut.File("widgets.json", """{"w": {"name": "W", "description": "", "endpoint": "e", "type": "live_grid"}}""");

        var (code, output, _) = await _sut.RunAsync(["validate", file, "--fail-on", "info", .. more]);

        Assert.Equal(expected, code);
        Assert.Contains("Switched off: LG002, LG004", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--disable", "LG999")]
    [InlineData("--Check:Disable:0=LG999")]
    public async Task Validate_UnknownRuleOff_CouldNotRun(params string[] more)
    {
        var (code, _, error) = await _sut.RunAsync(["validate", _sut.File("widgets.json", Clean), .. more]);

        Assert.Equal(2, code);
        Assert.Contains("There is no rule 'LG999'", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NoSuchFileOrAFolder_CouldNotRun()
    {
        var missing = await _sut.RunAsync("validate", _sut.Path("nope.json"));
        var folder = await _sut.RunAsync("validate", _sut.Path("."));

        Assert.Equal((2, $"{_sut.Path("nope.json")}: there is no such file\n"), (missing.Code, missing.Error));
        Assert.Equal((2, $"{_sut.Path(".")}: this is a folder, not a file\n"), (folder.Code, folder.Error));
    }

    [Theory]
    [InlineData("text", "apps.json: and 3000 more issues")]
    [InlineData("github", "apps.json::and 3000 more issues")]
    [InlineData("json", "\"totals\":{\"issues\":4000,")]
    public async Task Run_MoreFindingsThanAreListed_SaysHowMany(string format, string said)
    {
        var file = _sut.File("apps.json", "[" + string.Join(',', Enumerable.Repeat("{}", 2000)) + "]");

        var (code, output, _) = await _sut.RunAsync("validate", file, "--format", format);

        Assert.Equal(1, code);
        Assert.Contains(said, output, StringComparison.Ordinal);
        Assert.Equal(format == "text", output.Contains("4000 errors", StringComparison.Ordinal));
    }
}
