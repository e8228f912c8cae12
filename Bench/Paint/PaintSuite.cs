using System.CommandLine;
using LiveGridStudio.Bench.Reports;

namespace LiveGridStudio.Bench.Paint;

/// <summary>From a row that a backend sends to the pixels in Chromium: through the studio, and through AG Grid fed directly.</summary>
internal static class PaintSuite
{
    private static readonly (int Rows, int Hertz)[] AllSizes = [(50, 10), (200, 20), (1000, 10), (10_000, 10)];

    private static readonly Option<bool> Only = new("--only") { Description = "The studio alone, without AG Grid and npm." };

    private static readonly Option<int[]> Sizes = new("--rows")
    {
        Description = "Only the sizes with these numbers of rows: 50, 200, 1000, 10000.",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = static _ => [.. AllSizes.Select(static size => size.Rows)],
    };

    private static readonly Option<string> App = new("--app")
    {
        Description = "Another build of the host than this repository's own: the path of its LiveGridStudio.App.dll.",
        DefaultValueFactory = static _ => Places.App,
    };

    public static Command Command() => SuiteCommand.Create(
        "paint", "Rows of a backend to pixels in Chromium: age, frames, bytes; beside AG Grid.", RunAsync, Only, Sizes, App);

    private static async Task RunAsync(ParseResult parsed, bool quick, Report report, CancellationToken cancellationToken)
    {
        var agGrid = parsed.GetValue(Only) ? null : await AgGridPackage.RestoreAsync(cancellationToken);
        await using var host = await PaintHost.StartAsync(parsed.GetValue(App)!, cancellationToken);
        await using var browser = await PaintBrowser.StartAsync();
        var table = new PaintTable();
        foreach (var (rows, hertz) in AllSizes.Where(size => parsed.GetValue(Sizes)!.Contains(size.Rows)))
        {
            var plan = new PaintPlan(rows, hertz, TimeSpan.FromSeconds(quick ? 2 : 4), TimeSpan.FromSeconds(quick ? 4 : 10));
            await using (var backend = await PaintBackend.StartAsync(plan, null, cancellationToken))
            {
                var studio = PaintTarget.Studio(host.Address, backend.Address);
                table.Add(await PaintRun.MeasureAsync(browser, backend, studio, plan, host, cancellationToken));
            }

            if (agGrid is not null)
            {
                await using var backend = await PaintBackend.StartAsync(plan, agGrid, cancellationToken);
                var page = PaintTarget.AgGrid(backend.Address);
                table.Add(await PaintRun.MeasureAsync(browser, backend, page, plan, null, cancellationToken));
            }
        }

        foreach (var part in table.Parts())
        {
            report.Add(part);
        }
    }
}
