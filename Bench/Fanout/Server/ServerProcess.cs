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
    private double _lastCpu;
    private long _lastWorkingSet;

    private ServerProcess(Process process, int port)
    {
        _process = process;
        Port = port;
        _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
    }

    public int Port { get; }

    /// <value>The address that it listens on.</value>
    public Uri Address => _http.BaseAddress!;

    /// <value>Processor time of the process so far, kernel time included; after its end the last value.</value>
    public double CpuSeconds => Read(static process => process.TotalProcessorTime.TotalSeconds, ref _lastCpu);

    /// <value>Bytes in memory, as the operating system counts them; after its end the last value.</value>
    public long WorkingSet => Read(static process => process.WorkingSet64, ref _lastWorkingSet);

    public bool HasExited => _process.HasExited;

    /// <summary>Starts the built host unchanged, with its own ticks.</summary>
    /// <param name="settings">On its command line.</param>
    /// <param name="environment">Additional environment variables; null for none.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static Task<ServerProcess> StartAppAsync(
        string[] settings, IReadOnlyDictionary<string, string>? environment, CancellationToken cancellationToken) =>
        StartAppAsync(null, settings, environment, cancellationToken);

    /// <summary>Starts the built host with timed ticks instead of simulated ones.</summary>
    public static Task<ServerProcess> StartAppAsync(
        FanoutPlan plan, TimeSpan flushInterval, CancellationToken cancellationToken) =>
        StartAppAsync(plan, [$"--Backend:FlushInterval={flushInterval}"], cancellationToken);

    /// <summary>The same with further settings.</summary>
    public static Task<ServerProcess> StartAppAsync(
        FanoutPlan plan, string[] settings, CancellationToken cancellationToken) =>
        StartAppAsync(plan, settings, null, cancellationToken);

    /// <summary>The same with environment variables; without a plan the host keeps its own ticks.</summary>
    public static Task<ServerProcess> StartAppAsync(
        FanoutPlan? plan, string[] settings, IReadOnlyDictionary<string, string>? environment, CancellationToken cancellationToken) =>
        StartAsync(
            [Places.App, .. settings],
            new(environment ?? new Dictionary<string, string>())
            {
                ["DOTNET_STARTUP_HOOKS"] = Places.Bench,
                ["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = typeof(BenchStartup).Assembly.GetName().Name!,
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
            },
            plan,
            cancellationToken);

    /// <summary>Starts the reference with the host's garbage collector settings.</summary>
    public static Task<ServerProcess> StartBareAsync(FanoutPlan plan, CancellationToken cancellationToken) => StartAsync(
        [Places.Bench, BareBroadcast.CommandName], new() { ["DOTNET_gcServer"] = "1" }, plan, cancellationToken);

    public async Task StartTicksAsync(CancellationToken cancellationToken) =>
        (await _http.GetAsync(new Uri(BenchControl.Start, UriKind.Relative), cancellationToken)).EnsureSuccessStatusCode();

    public async Task<ServerStats> StatsAsync(bool collect, CancellationToken cancellationToken) =>
        (await _http.GetFromJsonAsync<ServerStats>(BenchControl.Stats + (collect ? "?collect" : ""), cancellationToken))!;

    /// <summary>The resources of the built host; other servers do not answer this.</summary>
    public async Task<HostStats> HostAsync(CancellationToken cancellationToken) =>
        (await _http.GetFromJsonAsync<HostStats>(BenchControl.Host, cancellationToken))!;

    public Task<int> PublishedAsync(long from, long to, CancellationToken cancellationToken) =>
        _http.GetFromJsonAsync<int>($"{BenchControl.Published}?from={from}&to={to}", cancellationToken);

    /// <summary>Kills it at once, for example when it uses too much.</summary>
    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<ServerProcess> StartAsync(
        string[] command, Dictionary<string, string> environment, FanoutPlan? plan, CancellationToken cancellationToken)
    {
        var port = FreePort.Find();
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] settings =
        [
            .. command,
            $"--urls=http://127.0.0.1:{port}",
            .. plan is null ? [] : Ticks(plan),
        ];
        Array.ForEach(settings, start.ArgumentList.Add);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
        // Read both pipes, so that the server never waits for a full one; null marks the end.
        process.ErrorDataReceived += static (_, line) => Console.Error.Write(line.Data is null ? "" : line.Data + Environment.NewLine);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new ServerProcess(process, port);
        await server.ReadyAsync(cancellationToken);
        return server;
    }

    private static IEnumerable<string> Ticks(FanoutPlan plan) =>
    [
        $"--{TimedTickSource.HertzKey}={plan.Hertz.ToString(CultureInfo.InvariantCulture)}",
        .. Enumerable.Range(0, plan.Symbols).SelectMany(static i => new[]
        {
            $"--Ticks:Symbols:{i}:Symbol={FanoutPlan.SymbolName(i)}", $"--Ticks:Symbols:{i}:Price=100",
        }),
    ];

    private T Read<T>(Func<Process, T> read, ref T last)
    {
        try
        {
            _process.Refresh();
            return last = read(_process);
        }
        catch (InvalidOperationException)
        {
            // It ended between two checks.
            return last;
        }
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
