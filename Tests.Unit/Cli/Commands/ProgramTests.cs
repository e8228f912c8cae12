using System.Diagnostics;
using LiveGridStudio.Tests.Unit.Support;

namespace LiveGridStudio.Tests.Unit.Cli.Commands;

/// <summary>The real program in a process of its own.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly CommandLine _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Program_Help_IsZero()
    {
        var (code, output, _) = await RunAsync("--help");

        Assert.Equal(0, code);
        Assert.Contains("validate <file or URL>", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Program_Validate_ExitCodesAreThoseDocumented()
    {
        var clean = _files.File("widgets.json", "{}");
        var refused = _files.File("refused.json", """{"w": {}}""");

        Assert.Equal((0, $"no findings; {clean} is accepted by OpenBB Workspace.", ""), await RunAsync("validate", clean));
        var found = await RunAsync("validate", refused);
        Assert.Equal(1, found.Code);
        Assert.StartsWith($"{refused}(1,2): error invalid_type: w ", found.Output, StringComparison.Ordinal);
        var failed = await RunAsync("validate", _files.Path("none.json"));
        Assert.Equal((2, "", $"{_files.Path("none.json")}: there is no such file"), failed);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, (await output).TrimEnd(), (await error).TrimEnd());
    }
}
