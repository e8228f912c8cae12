using System.Diagnostics;
using System.Net.Sockets;
using LiveGridStudio.Tests.Support.Servers;

namespace LiveGridStudio.Tests.Support.Cluster;

/// <summary>The built host, unchanged, in a process of its own, so that it can be killed at any moment.</summary>
internal sealed class HostProcess(int port, params string[] settings) : IAsyncDisposable
{
    private Process? _process;

    public Uri Address { get; } = new($"http://127.0.0.1:{port}");

    public bool IsRunning => _process is { HasExited: false };

    /// <summary>Starts it, and returns when it answers.</summary>
    public async Task StartAsync()
    {
        var app = Path.Combine(Path.GetDirectoryName(typeof(Program).Assembly.Location)!, "LiveGridStudio.App.dll");
        var folder = Path.Combine(Repository.Folder, "App");
        var start = new ProcessStartInfo("dotnet", [app, $"--urls={Address}", $"--contentRoot={folder}", "--Connect:AskFirst=false", .. settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        _process = Process.Start(start) ?? throw new InvalidOperationException("The host did not start.");
        // Read the pipes, so that the host never waits for a full one.
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = Address };
        await Eventually.AnswersAsync(async () => await AnswersAsync(client));
    }

    /// <summary>Ends it as a crash or a power cut does.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            _process = null;
        }
    }

    public ValueTask DisposeAsync() => new(KillAsync());

    private async ValueTask<bool> AnswersAsync(HttpClient client)
    {
        if (!IsRunning)
        {
            throw new InvalidOperationException($"The host at {Address} has ended.");
        }

        try
        {
            using var answer = await client.GetAsync(new Uri("/healthz/live", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException exception) when (exception.InnerException is SocketException)
        {
            return false;
        }
    }
}
