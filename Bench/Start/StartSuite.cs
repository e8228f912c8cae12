using System.CommandLine;
using System.Diagnostics;
using System.Net.Sockets;
using LiveGridStudio.Bench.Reports;

namespace LiveGridStudio.Bench.Start;

/// <summary>From the start of the built host's process to its first answer.</summary>
internal static class StartSuite
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    public static Command Command() => SuiteCommand.Create(
        "start", "Built host from process start to the first answered GET /widgets.json.", RunAsync);

    private static async Task RunAsync(ParseResult parsed, bool quick, Report report, CancellationToken cancellationToken)
    {
        var wall = new List<double>();
        var cpu = new List<double>();
        // The first start fills the file cache and does not count.
        for (var round = 0; round <= (quick ? 3 : 11); round++)
        {
            var (elapsed, processor) = await MeasureAsync(cancellationToken);
            if (round > 0)
            {
                wall.Add(elapsed.TotalMilliseconds);
                cpu.Add(processor.TotalMilliseconds);
            }
        }

        var table = new Table("start to first answer", "median ms", "least", "most");
        Add(table, "on the clock", wall);
        Add(table, "CPU time of the process", cpu);
        report.Add(table);
    }

    private static void Add(Table table, string name, List<double> values) =>
        table.Add(name, Figures.Whole(Figures.Median(values)), Figures.Whole(values.Min()), Figures.Whole(values.Max()));

    private static async Task<(TimeSpan Elapsed, TimeSpan Processor)> MeasureAsync(CancellationToken cancellationToken)
    {
        var port = FreePort.Find();
        using var http = new HttpClient();
        var start = new ProcessStartInfo("dotnet", [Places.App, $"--urls=http://127.0.0.1:{port}"]) { RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var startedAt = Stopwatch.GetTimestamp();
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The host did not start.");
        try
        {
            var widgets = new Uri($"http://127.0.0.1:{port}/widgets.json");
            while (!await AnswersAsync(http, widgets, process, cancellationToken))
            {
                await Task.Delay(Pause, TimeProvider.System, cancellationToken);
            }

            return (Stopwatch.GetElapsedTime(startedAt), process.TotalProcessorTime);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient http, Uri address, Process process, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync(address, cancellationToken);
            answer.EnsureSuccessStatusCode();
            return true;
        }
        catch (HttpRequestException exception) when (exception.InnerException is SocketException && !process.HasExited)
        {
            return false;
        }
    }
}
