using System.CommandLine;
using LiveGridStudio.Bench.Abuse.Bodies;
using LiveGridStudio.Bench.Abuse.Wire;
using LiveGridStudio.Bench.Reports;

namespace LiveGridStudio.Bench.Abuse;

/// <summary>Hostile bodies and connections: what each costs the built host.</summary>
internal static class AbuseSuite
{
    private static readonly Option<string> Only = new("--only")
    {
        Description = "Only the cases whose group or name contains this text.",
        DefaultValueFactory = static _ => "",
    };

    public static Command Command() => SuiteCommand.Create(
        "abuse", "Hostile bodies and connections: CPU, memory and answer of each.", RunAsync, Only);

    private static IEnumerable<AbuseCase> Bodies =>
    [
        .. SparseRows.Cases, .. ManyColumns.Cases, .. RenderFunctions.Cases, .. IndexedRows.Cases, .. LongTexts.Cases, .. Numbers.Cases, .. Keys.Cases,
        .. Depth.Cases, .. Messages.Cases, .. Sparklines.Cases, .. WidgetsDocuments.Cases, .. AppsDocuments.Cases, .. Requests.Cases,
    ];

    private static IEnumerable<AbuseCase> Connections => [.. Sockets.Cases, .. SlowClients.Cases, .. Queries.Cases];

    private static async Task RunAsync(ParseResult parsed, bool quick, Report report, CancellationToken cancellationToken)
    {
        await using var run = new AbuseRun(mostCpuSeconds: quick ? 4 : 15);
        var results = new List<AbuseResult>();
        foreach (var cases in (IEnumerable<AbuseCase>[])[Bodies, Connections])
        {
            var table = new AbuseTable();
            foreach (var abuse in cases.Where(abuse => Wanted(abuse, parsed.GetValue(Only)!)))
            {
                var result = await run.MeasureAsync(abuse, cancellationToken);
                await Console.Error.WriteLineAsync(
                    $"{abuse.Idea}: {abuse.Name}: {result.Answer.Status}, {Figures.Fixed(result.CpuSeconds, 2)} s of CPU");
                results.Add(result);
                table.Add(result);
            }

            report.Add(table);
        }

        report.Add($"{results.Count(static result => result.Over.Count == 0)} of {results.Count} cases within the limits.");
    }

    private static bool Wanted(AbuseCase abuse, string text) =>
        $"{abuse.Idea}: {abuse.Name}".Contains(text, StringComparison.OrdinalIgnoreCase);
}
