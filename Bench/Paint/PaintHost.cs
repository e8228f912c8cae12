using System.Diagnostics;
using System.Net.Sockets;
using LiveGridStudio.Bench.Reports;

namespace LiveGridStudio.Bench.Paint;

/// <summary>The built host, unchanged, in a process of its own. Disposing ends it.</summary>
internal sealed class PaintHost : IAsyncDisposable
{
    private readonly Process _process;

    private PaintHost(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <value>Processor time of the process so far, kernel time included.</value>
    public double CpuSeconds
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <param name="app">The host's assembly.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <param name="settings">Settings other than the defaults, as on the command line.</param>
    public static async Task<PaintHost> StartAsync(string app, CancellationToken cancellationToken, params string[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        var start = new ProcessStartInfo("dotnet", [app, $"--urls={address}", "--Connect:AskFirst=false", .. settings]) { RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var process = Process.Start(start) ?? throw new InvalidOperationException("The host did not start.");
        // Read the pipe, so that the host never waits for a full one.
        process.BeginOutputReadLine();
        var host = new PaintHost(process, address);
        using var http = new HttpClient { BaseAddress = address };
        while (!await AnswersAsync(http, process, cancellationToken))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
        }

        return host;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<bool> AnswersAsync(HttpClient http, Process process, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/healthz/live", UriKind.Relative), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException exception) when (exception.InnerException is SocketException && !process.HasExited)
        {
            return false;
        }
    }
}
