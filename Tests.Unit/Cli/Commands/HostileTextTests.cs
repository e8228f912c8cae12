using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Cli.Commands;

/// <summary>Text from documents cannot control the terminal, Spectre's markup or GitHub's runner.</summary>
public sealed class HostileTextTests : IDisposable
{
    private const string Evil = "\\u001b[2J\\u009b31m\\u202e[bold]x[/]%0A\\n::error::hi\\r##[add-mask]";

    private const string Document =
        $$"""{"{{Evil}}": {"name": "{{Evil}}", "description": "", "endpoint": "e", "type": "{{Evil}}", "{{Evil}}": 1} }""";

    private readonly CommandLine _sut = new();

    public void Dispose() => _sut.Dispose();

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("github")]
    public async Task Run_HostileDocument_NoControlCharacterComesThrough(string format)
    {
        var (code, output, error) = await _sut.RunAsync("validate", _sut.File("widgets.json", Document), "--format", format);

        Assert.Equal(1, code);
        Assert.Empty(error);
        Assert.DoesNotContain(output, static c => (char.IsControl(c) && c != '\n') || c is '\u202e');
        Assert.Contains("\\u001b[2J", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Github_EachLineIsOneCommandOfOurs()
    {
        var (_, output, _) = await _sut.RunAsync("validate", _sut.File("a,b:c%.json", Document), "--kind", "widgets", "--format", "github");

        Assert.All(output.TrimEnd('\n').Split('\n'), static line => Assert.Matches(
            @"^::(error|warning|notice) file=[^,:]*a%2Cb%3Ac%25\.json,line=\d+,col=\d+,title=\w+::(?!.*##\[)[^\r]*$", line));
        Assert.Contains("%250A", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ColouredTerminal_ColoursTheSeverityAlone()
    {
        using var sut = new CommandLine { HasColors = true };

        var (_, output, _) = await sut.RunAsync("validate", sut.File("widgets.json", Document));

        Assert.Contains("\u001b[38;5;9merror\u001b[0m", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[2J", output, StringComparison.Ordinal);
        Assert.Contains("[bold]x[/]", output, StringComparison.Ordinal);
    }
}
