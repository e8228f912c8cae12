using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Hosting;

/// <summary>The real program with an error in its settings: one message, no stack trace, an exit code.</summary>
public sealed class StartFailureTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("livegrid-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("--Ticks:MinInterval=abc", "Ticks:MinInterval must be a time from 00:00:00.001 to 1.00:00:00, but is 'abc'.")]
    [InlineData("--Ticks:MinInterval=00:00:00", "Ticks:MinInterval must be between 00:00:00.0010000 and 1.00:00:00")]
    [InlineData("--Ticks:Symbols=5", "Ticks:Symbols must be a list")]
    [InlineData("--Backend:AllowedOrigins=https://a.example", "Backend:AllowedOrigins must be a list")]
    [InlineData("--Backend:AllowedOrigins:0=foo", "Backend:AllowedOrigins:0 must be an origin")]
    [InlineData("--Studio:AppendLimit=0", "Studio:AppendLimit must be between 1 and 1000000")]
    [InlineData("--Studio:MaxCells=9999", "Studio:MaxCells must be between 10000 and 100000000")]
    [InlineData("--Studio:MaxCells=x", "Studio:MaxCells must be a whole number from 10000 to 100000000, but is 'x'.")]
    [InlineData("--Studio:AppendLimit=x", "Studio:AppendLimit must be a whole number from 1 to 1000000, but is 'x'.")]
    [InlineData("--Studio:MaxCircuits=0", "Studio:MaxCircuits must be between 1 and 100000, but is 0.")]
    [InlineData("--Proxy:Trusted=10.0.0.1", "Proxy:Trusted must be a list")]
    [InlineData("--Proxy:Trusted:0=10.1", "Proxy:Trusted:0 must be the address of a proxy such as 127.0.0.1, or a network")]
    [InlineData("--Widgets:Path=missing.json", "missing.json")]
    [InlineData("--OTEL_EXPORTER_OTLP_ENDPOINT=collector", "OTEL_EXPORTER_OTLP_ENDPOINT must be an http or https address")]
    [InlineData("--settings=missing.json", "--settings must name a file with settings, but there is none at 'missing.json'.")]
    [InlineData("--Tables:t:Source:Type=poll", "Tables:t:Source:Url must be an absolute http or https address")]
    [InlineData("--Tables:t:Source:Every=abc", "Tables:t:Source:Every must be a time such as 00:00:05, but is 'abc'.")]
    [InlineData("--Tables:t:MaxRows=x", "Tables:t:MaxRows must be a whole number, but is 'x'.")]
    [InlineData("--Tables:t:MaxRow=3", "There is no setting 'MaxRow' in Tables:{name}.")]
    [InlineData("--Tables:t:Source:Urll=x", "There is no setting 'Urll' in Tables:{name}:Source.")]
    [InlineData("--Tables:t:Key=id", "Tables:t:Key must be a list, whose entries have the keys 0, 1 and so on, but is 'id'.")]
    [InlineData("--Tables:t:Source=poll", "Tables:t:Source must be a section with keys of its own, but is 'poll'.")]
    [InlineData("--urls=foo", "Invalid url")]
    public async Task Start_WrongSetting_NamesItInOneMessage(string argument, string expected)
    {
        var (exitCode, error, output) = await RunAsync(argument);

        Assert.Equal(1, exitCode);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error + output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_PortTaken_NamesThePortAndTheWayOut()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var (exitCode, error, output) = await RunAsync($"--urls=http://127.0.0.1:{port}");

        Assert.Equal(1, exitCode);
        Assert.Equal($"Port {port} is in use by another program. Give another address, such as --urls http://localhost:7780.", error.Trim());
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_BrokenWidgets_NamesFileLineAndReason()
    {
        var file = Path.Combine(_folder.FullName, "widgets.json");
        await File.WriteAllTextAsync(file, "{\n  \"w\": {\n    \"name\": 5, \"description\": \"\", \"endpoint\": \"x\"\n  }\n}");

        var (exitCode, error, _) = await RunAsync($"--Widgets:Path={file}");

        Assert.Equal(1, exitCode);
        Assert.Contains($"{file}(3,5): w.name: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_PipeAsWidgets_SaysThatItIsNoRegularFile()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere a pipe is waited for, up to the limit.");
        using var folder = new TestFolder();
        var file = folder.WritePipe("widgets.json");

        var (exitCode, error, _) = await RunAsync($"--Widgets:Path={file}");

        Assert.Equal(1, exitCode);
        Assert.Equal($"{file}: it is a pipe, not a regular file.", error.Trim());
    }

    private async Task<(int ExitCode, string Error, string Output)> RunAsync(string argument)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "LiveGridStudio.App.dll"));
        start.ArgumentList.Add($"--contentRoot={AppContext.BaseDirectory}");
        if (!argument.StartsWith("--urls", StringComparison.Ordinal))
        {
            start.ArgumentList.Add("--urls=http://127.0.0.1:0");
        }

        start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await error, await output);
    }
}
