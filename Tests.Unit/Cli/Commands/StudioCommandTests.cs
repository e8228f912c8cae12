using LiveGridStudio.App.Cli.Commands;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Cli.Commands;

public sealed class StudioCommandTests : IDisposable
{
    private readonly CommandLine _sut = new();

    public void Dispose() => _sut.Dispose();

    [Theory]
    [InlineData]
    [InlineData("--urls", "http://localhost:7780")]
    [InlineData("--urls=http://localhost:7780")]
    [InlineData("--Ticks:Seed=1", "--environment=Development", "--contentRoot=/tmp", "--applicationName=x")]
    [InlineData("--Connect:AllowedHosts:0", "example.com")]
    [InlineData("--settings", "my.json")]
    [InlineData("/Ticks:Seed=1")]
    [InlineData("Ticks:Seed=1")]
    [InlineData("--Widgets:Path", "@widgets.json")]
    public void Parse_ArgumentsOfTheHost_Serve(params string[] args) => Assert.True(StudioCommand.Parse(args).Serves);

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("--version")]
    [InlineData("validate")]
    [InlineData("validate", "--help")]
    [InlineData("preview", "a.json")]
    [InlineData("valdate", "a.json")]
    public void Parse_Commands_DoNotServe(params string[] args) => Assert.False(StudioCommand.Parse(args).Serves);

    [Fact]
    public async Task Run_Help_ListsTheCommands()
    {
        var (code, output, _) = await _sut.RunAsync("--help");

        Assert.Equal(0, code);
        Assert.Contains("livegrid [command]", output, StringComparison.Ordinal);
        Assert.Contains("validate <file or URL>", output, StringComparison.Ordinal);
        Assert.Contains("preview <request.json>", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_HelpOfValidate_ListsItsOptions()
    {
        var (code, output, _) = await _sut.RunAsync("validate", "--help");

        Assert.Equal(0, code);
        Assert.All(["--format", "--kind", "--fail-on", "--out", "--probe"], option => Assert.Contains(option, output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Unknown command 'valdate'", "valdate", "widgets.json")]
    [InlineData("Unknown option '--formatt'", "validate", "widgets.json", "--formatt", "json")]
    [InlineData("Unexpected argument 'b.json'", "validate", "a.json", "b.json")]
    [InlineData("'xml' not recognized. Must be one of: 'text' 'json' 'github'", "validate", "a.json", "--format", "xml")]
    [InlineData("'bad' not recognized", "validate", "a.json", "--fail-on", "bad")]
    [InlineData("'things' not recognized", "validate", "a.json", "--kind", "things")]
    [InlineData("'text' not recognized", "preview", "a.json", "--format", "text")]
    [InlineData("Name a file or a URL", "validate")]
    [InlineData("Required argument", "preview")]
    [InlineData("--probe takes the address of a backend", "validate", "--probe", "localhost")]
    public async Task Run_BadArguments_IsOneLineAndTwo(string message, params string[] args)
    {
        var (code, output, error) = await _sut.RunAsync(args);

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Equal(error.Length - 1, error.IndexOf('\n', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_ControlCharactersInAnArgument_AreEscaped()
    {
        var (code, _, error) = await _sut.RunAsync("validate", "\u001b[31mnope\u009b.json");

        Assert.Equal(2, code);
        Assert.StartsWith("\\u001b[31mnope\\u009b.json: ", error, StringComparison.Ordinal);
    }
}
