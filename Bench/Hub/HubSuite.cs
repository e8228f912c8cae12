using System.CommandLine;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using LiveGridStudio.Bench.Reports;
using Perfolizer.Horology;

namespace LiveGridStudio.Bench.Hub;

/// <summary>The steps between a tick and a screen, one by one, with what they allocate.</summary>
internal static class HubSuite
{
    public static Command Command() => SuiteCommand.Create(
        "hub", "Publish, compose, apply, validate: time and allocation of each step.", RunAsync);

    private static Task RunAsync(ParseResult parsed, bool quick, Report report, CancellationToken cancellationToken)
    {
        // In this process: a short job has no time to build a program per benchmark.
        var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.DontLogOutput)
            .WithIterationTime(TimeInterval.FromMilliseconds(quick ? 150 : 400));
        var config = new ManualConfig()
            .AddJob(job)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(NullLogger.Instance)
            .WithOptions(ConfigOptions.DisableLogFile)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "livegrid-bench"));
        var table = new Table("step", "size", "mean", "error", "slowest run", "allocated");
        foreach (var type in new[] { typeof(PublishSteps), typeof(ComposeSteps), typeof(ApplySteps), typeof(ArrangeSteps), typeof(ValidateSteps) })
        {
            cancellationToken.ThrowIfCancellationRequested();
            Add(table, BenchmarkRunner.Run(type, config));
        }

        report.Add(table);
        report.Add($"The document of the last two rows has {Figures.Whole(ValidateSteps.Bytes)} bytes and {ValidateSteps.Widgets} widgets.");
        return Task.CompletedTask;
    }

    private static void Add(Table table, Summary summary)
    {
        foreach (var result in summary.Reports)
        {
            var step = result.BenchmarkCase;
            var statistics = result.ResultStatistics
                ?? throw new InvalidOperationException($"{step.DisplayInfo} did not run: {string.Join(' ', summary.ValidationErrors)}");
            table.Add(
                step.Descriptor.WorkloadMethodDisplayInfo.Trim('\''),
                string.Join(' ', step.Parameters.Items.Select(static item => Figures.Whole(Convert.ToDouble(item.Value, null)))),
                Time(statistics.Mean),
                Time(statistics.StandardError),
                Time(statistics.Max),
                Figures.Whole(result.GcStats.GetBytesAllocatedPerOperation(step) ?? 0) + " B");
        }
    }

    private static string Time(double nanoseconds) => nanoseconds switch
    {
        < 1e3 => Figures.Fixed(nanoseconds, 1) + " ns",
        < 1e6 => Figures.Fixed(nanoseconds / 1e3, 2) + " us",
        _ => Figures.Fixed(nanoseconds / 1e6, 2) + " ms",
    };
}
