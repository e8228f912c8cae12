using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using LiveGridStudio.Bench.Reports;

namespace LiveGridStudio.Bench.Fanout.Fleet;

/// <summary>
/// Controls clients in another process: those of <see cref="FleetProgram"/>, or others that understand the same lines. Disposing ends it.
/// </summary>
internal sealed class FleetProcess : IAsyncDisposable
{
    private readonly Process _process;

    private FleetProcess(Process process) => _process = process;

    public static FleetProcess Start(int port, FanoutPlan plan) =>
        Start(FleetProgram.CommandName, Text(port), Text(plan.Clients), Text(plan.Symbols));

    /// <param name="arguments">The command of this program, and its arguments.</param>
    public static FleetProcess Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        Array.ForEach([Places.Bench, .. arguments], start.ArgumentList.Add);
        // One thread reads all sockets and runs the continuations itself.
        start.Environment["DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS"] = "1";
        start.Environment["DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT"] = "1";
        return new FleetProcess(Process.Start(start) ?? throw new InvalidOperationException("The clients did not start."));
    }

    public double CpuSeconds
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalSeconds;
        }
    }

    public Task ConnectAsync(CancellationToken cancellationToken) => TellAsync("connect", cancellationToken);

    public Task SubscribeAsync(CancellationToken cancellationToken) => TellAsync("subscribe", cancellationToken);

    /// <summary>For pages only: they leave and are removed from the count.</summary>
    public Task LeaveAsync(CancellationToken cancellationToken) => TellAsync("leave", cancellationToken);

    /// <summary>Counts only the ticks published from one time until before another.</summary>
    public Task CountAsync(long from, long to, CancellationToken cancellationToken) =>
        TellAsync($"count {Text(from)} {Text(to)}", cancellationToken);

    public async Task<FleetReport> ReportAsync(CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize<FleetReport>(await TellAsync("report", cancellationToken))!;

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<string> TellAsync(string line, CancellationToken cancellationToken)
    {
        await _process.StandardInput.WriteLineAsync(line.AsMemory(), cancellationToken);
        await _process.StandardInput.FlushAsync(cancellationToken);
        return await _process.StandardOutput.ReadLineAsync(cancellationToken)
            ?? throw new InvalidOperationException($"The clients ended at '{line}'.");
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
