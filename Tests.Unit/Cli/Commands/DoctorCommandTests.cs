using System.Xml.Linq;
using LiveGridStudio.Shared.Json;
using LiveGridStudio.Tests.Unit.Doctor;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Cli.Commands;

/// <summary><c>doctor</c>: its formats and exit codes.</summary>
public sealed class DoctorCommandTests : IDisposable
{
    private readonly CommandLine _sut = new();

    public void Dispose() => _sut.Dispose();

    [Fact]
    public async Task Doctor_HealthyBackend_ExitsCleanWithASummaryFirst()
    {
        await using var bench = await DoctorBench.StartAsync();

        var (code, output, error) = await RunAsync(bench);

        Assert.Equal((0, ""), (code, error));
        var lines = output.Split('\n');
        Assert.Equal($"{bench.Backend.Address}: ready. Workspace can use this backend.", lines[0]);
        Assert.Equal(["Reach", "CORS", "Documents", "Widgets", "Sockets", "Apps"], lines[2..8].Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]));
        Assert.True(Array.IndexOf(lines, "All steps") < 24);
    }

    [Fact]
    public async Task Doctor_BrokenBackend_ExitsWithOneAndSaysWhatToDo()
    {
        await using var bench = await DoctorBench.StartAsync();
        bench.Backend.AllowOrigin = null;
        bench.Backend.SocketStatus = 403;

        var (code, output, _) = await RunAsync(bench);

        Assert.Equal(1, code);
        Assert.Contains(": broken. ", output, StringComparison.Ordinal);
        Assert.Contains("  error   cors.widgets: Workspace cannot read widgets.json: ", output, StringComparison.Ordinal);
        Assert.Contains("  error   socket.handshake: grid: ", output, StringComparison.Ordinal);
        Assert.Contains("Allow the origins of Workspace: https://pro.openbb.co", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error", 0)]
    [InlineData("warning", 1)]
    public async Task Doctor_Warnings_FailOnlyWhenAsked(string failOn, int expected)
    {
        await using var bench = await DoctorBench.StartAsync();
        bench.Backend.AllowOrigin = "https://pro.openbb.co";

        Assert.Equal(expected, (await RunAsync(bench, "--fail-on", failOn)).Code);
    }

    [Fact]
    public async Task Doctor_Json_IsTheApisAnswer()
    {
        await using var bench = await DoctorBench.StartAsync();

        var answer = JsonText.Parse((await RunAsync(bench, "--format", "json")).Output);

        Assert.Equal("ready", answer["verdict"].Text);
        Assert.Equal(answer["steps"].List.Count, answer["counts"]["ok"].Number);
    }

    [Fact]
    public async Task Doctor_JUnit_HasASuiteForEachGroupAndFailuresForErrors()
    {
        await using var bench = await DoctorBench.StartAsync();
        bench.Backend.SocketStatus = 404;
        var file = _sut.Path("doctor.xml");

        var (code, _, _) = await RunAsync(bench, "--format", "junit", "--out", file);

        Assert.Equal(1, code);
        var suites = XDocument.Load(file).Root!.Elements("testsuite").ToDictionary(static suite => suite.Attribute("name")!.Value);
        Assert.Equal(["Reach", "CORS", "Documents", "Widgets", "Sockets", "Apps", "Findings"], suites.Keys);
        Assert.Equal(("1", "socket.handshake"), (suites["Sockets"].Attribute("failures")!.Value, suites["Sockets"].Elements("testcase").Single(static test => test.Element("failure") is not null).Attribute("classname")!.Value));
    }

    [Fact]
    public async Task Doctor_Github_AnnotatesErrors()
    {
        await using var bench = await DoctorBench.StartAsync();
        bench.Backend.SocketStatus = 404;

        var (_, output, _) = await RunAsync(bench, "--format", "github");

        Assert.Contains("::error title=socket.handshake::grid%3A", output.Replace("grid: ", "grid%3A ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("::notice title=http%3A//127.0.0.1", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_HostileText_CannotWriteToTheTerminal()
    {
        await using var bench = await DoctorBench.StartAsync("""{"[red]\u001b[2J": {"name": "N", "description": "", "type": "table", "endpoint": "gone"}}""");

        var (_, output, _) = await RunAsync(bench);

        Assert.DoesNotContain('\u001b', output);
        Assert.Contains("[red]", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--listen", "61")]
    [InlineData("--listen", "-1")]
    [InlineData("--key", "secret")]
    [InlineData("--format", "pdf")]
    public async Task Doctor_BadOption_CouldNotRun(params string[] more)
    {
        var (code, output, error) = await _sut.RunAsync(["doctor", "http://127.0.0.1:9", .. more]);

        Assert.Equal((2, ""), (code, output));
        Assert.NotEqual("", error);
    }

    [Theory]
    [InlineData("http://10.0.0.1")]
    [InlineData("nothing at all")]
    [InlineData("ftp://127.0.0.1")]
    public async Task Doctor_AddressThatCannotBeRead_CouldNotRun(string backend)
    {
        var (code, output, error) = await _sut.RunAsync("doctor", backend);

        Assert.Equal((2, ""), (code, output));
        Assert.NotEqual("", error);
    }

    private Task<(int Code, string Output, string Error)> RunAsync(DoctorBench bench, params string[] more) =>
        _sut.RunAsync(["doctor", bench.Backend.Address.ToString(), "--listen", "0", .. more]);
}
