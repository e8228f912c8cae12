using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Net.Sockets;
using LiveGridStudio.Bench.Reports;

namespace LiveGridStudio.Bench.Fanout.Server;

/// <summary>A server under test, in a process of its own on a free port of the loopback address. Disposing ends it.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _http;

    private ServerProcess(Process process, int port)
    {
        _process = process;
        Port = port;
        _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
    }

    public int Port { get; }

    /// <summary>The built host, with timed ticks in the place of simulated ones.</summary>
    public static Task<ServerProcess> StartAppAsync(
        FanoutPlan plan, TimeSpan flushInterval, CancellationToken cancellationToken) =>
        StartAppAsync(plan, [$"--Backend:FlushInterval={flushInterval}"], cancellationToken);

    /// <summary>The same with settings of one's own.</summary>
    public static Task<ServerProcess> StartAppAsync(
        FanoutPlan plan, string[] settings, CancellationToken cancellationToken) => StartAsync(
        [Places.App, .. settings],
        new()
        {
            ["DOTNET_STARTUP_HOOKS"] = Places.Bench,
            ["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = typeof(BenchStartup).Assembly.GetName().Name,
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
        },
        plan,
        cancellationToken);

    /// <summary>The yardstick, with the garbage collector that the host has.</summary>
    public static Task<ServerProcess> StartBareAsync(FanoutPlan plan, CancellationToken cancellationToken) => StartAsync(
        [Places.Bench, BareBroadcast.CommandName], new() { ["DOTNET_gcServer"] = "1" }, plan, cancellationToken);

    public async Task StartTicksAsync(CancellationToken cancellationToken) =>
        (await _http.GetAsync(new Uri(BenchControl.Start, UriKind.Relative), cancellationToken)).EnsureSuccessStatusCode();

    public async Task<ServerStats> StatsAsync(bool collect, CancellationToken cancellationToken) =>
        (await _http.GetFromJsonAsync<ServerStats>(BenchControl.Stats + (collect ? "?collect" : ""), cancellationToken))!;

    public Task<int> PublishedAsync(long from, long to, CancellationToken cancellationToken) =>
        _http.GetFromJsonAsync<int>($"{BenchControl.Published}?from={from}&to={to}", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<ServerProcess> StartAsync(
        string[] command, Dictionary<string, string?> environment, FanoutPlan plan, CancellationToken cancellationToken)
    {
        var port = FreePort.Find();
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] settings =
        [
            .. command,
            $"--urls=http://127.0.0.1:{port}",
            $"--{TimedTickSource.HertzKey}={plan.Hertz.ToString(CultureInfo.InvariantCulture)}",
            .. Enumerable.Range(0, plan.Symbols).SelectMany(static i => new[]
            {
                $"--Ticks:Symbols:{i}:Symbol={FanoutPlan.SymbolName(i)}", $"--Ticks:Symbols:{i}:Price=100",
            }),
        ];
        Array.ForEach(settings, start.ArgumentList.Add);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
        // Both are read, lest the server wait for a full pipe; the end of the text comes as null.
        process.ErrorDataReceived += static (_, line) => Console.Error.Write(line.Data is null ? "" : line.Data + Environment.NewLine);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new ServerProcess(process, port);
        await server.ReadyAsync(cancellationToken);
        return server;
    }

    private async Task ReadyAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await StatsAsync(collect: false, cancellationToken);
                return;
            }
            catch (HttpRequestException exception) when (exception.InnerException is SocketException && !_process.HasExited)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
            }
        }
    }
}
