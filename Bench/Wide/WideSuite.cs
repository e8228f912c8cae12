using System.CommandLine;
using System.Text.Json;
using LiveGridStudio.Bench.Paint;
using LiveGridStudio.Bench.Reports;
using Microsoft.Playwright;

namespace LiveGridStudio.Bench.Wide;

/// <summary>1 000 columns x 3 000 rows in Chromium: how much is in the page, and how smoothly it scrolls.</summary>
internal static class WideSuite
{
    private static readonly (string Name, int X, int Y)[] Scrolls =
        [("none", 0, 0), ("down", 0, 20), ("to the side", 20, 0), ("both ways", 20, 20), ("both ways, fast", 60, 60)];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly Option<string> App = new("--app")
    {
        Description = "Another build of the host than this repository's own: the path of its LiveGridStudio.App.dll.",
        DefaultValueFactory = static _ => Places.App,
    };

    public static Command Command() => SuiteCommand.Create(
        "wide", "1 000 columns x 3 000 rows in Chromium: nodes and frames while scrolling.", RunAsync, App);

    private static async Task RunAsync(ParseResult parsed, bool quick, Report report, CancellationToken cancellationToken)
    {
        await using var host = await PaintHost.StartAsync(parsed.GetValue(App)!, cancellationToken, "--Studio:MaxCells=4000000", "--Connect:AskFirst=false");
        await using var browser = await PaintBrowser.StartAsync();
        var table = new Table(
            "page", "rows change", "scroll, px per frame", "nodes", "frames/s", "gap p99 ms", "longest ms", "empty", "browser ms/frame", "host cores", "messages/s", "KB/s");
        foreach (var (page, path, ticks) in new[] { ("preview", "/preview", false), ("preview", "/preview", true), ("studio", "/", true) })
        {
            var (backend, address) = await WideBackend.StartAsync(ticks, cancellationToken);
            await using var context = await browser.OpenAsync();
            var window = await context.NewPageAsync();
            await window.GotoAsync(new Uri(host.Address, $"{path}?backend={Uri.EscapeDataString(address.ToString())}&widget=wide&theme=dark").ToString());
            await window.GetByTestId("cell-0-c1").WaitForAsync(new LocatorWaitForOptions { Timeout = 120_000 });
            foreach (var (name, x, y) in Scrolls)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancellationToken);
                var (cpu, at) = (host.CpuSeconds, TimeProvider.System.GetTimestamp());
                var browserCpu = await browser.CpuSecondsAsync();
                var sample = await ScrollAsync(window, x, y, TimeSpan.FromSeconds(quick ? 3 : 8));
                var cores = (host.CpuSeconds - cpu) / TimeProvider.System.GetElapsedTime(at).TotalSeconds;
                browserCpu = await browser.CpuSecondsAsync() - browserCpu;
                table.Add(
                    page,
                    ticks ? "every 10 s" : "never",
                    $"{name}, {Math.Max(x, y)}",
                    Figures.Whole(sample.Nodes),
                    Figures.Fixed(sample.Gaps.Length / sample.Seconds, 1),
                    Figures.Fixed(sample.Gaps.Order().ElementAt((int)(0.99 * (sample.Gaps.Length - 1))), 0),
                    Figures.Fixed(sample.Tasks.DefaultIfEmpty().Max(), 0),
                    Figures.Percent(sample.Empty),
                    Figures.Fixed(1000 * browserCpu / sample.Gaps.Length, 1),
                    Figures.Fixed(cores, 2),
                    Figures.Fixed(sample.Messages / sample.Seconds, 0),
                    Figures.Fixed(sample.Bytes / sample.Seconds / 1024, 0));
            }

            await backend.DisposeAsync();
        }

        report.Add(table);
    }

    private static async Task<WideSample> ScrollAsync(IPage window, int x, int y, TimeSpan duration)
    {
        var answer = await window.EvaluateAsync<JsonElement>(PageFile.Read("wide.js"), new { x, y, duration = duration.TotalMilliseconds });
        return answer.Deserialize<WideSample>(Json)!;
    }
}
